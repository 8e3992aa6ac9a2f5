using InfoStory.Connectors;
using InfoStory.Data.Time;
using InfoStory.Letters;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace InfoStory.Web.Tests.Mail;

/// <summary>The folder in which letters of the embedded default lie: whole files, never without bound, and readable by nobody else.</summary>
public sealed class FolderPostmanTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("infostory-letters-");
    private readonly FakeTimeProvider clock = new(A.Tuesday);

    private string Folder => Path.Combine(home.FullName, "letters");

    [Fact]
    public async Task A_letter_is_a_whole_file_that_is_named_by_its_time_and_comes_once_however_often_it_is_sent()
    {
        var deliveries = (await SendAsync("one"), await SendAsync("one"));

        Assert.Equal((LetterOutcome.Done, LetterOutcome.Done), deliveries);
        var file = Assert.Single(Directory.GetFiles(Folder));
        Assert.Equal("20261124T100000000Z-urgent-one.eml", Path.GetFileName(file));
        var message = await MimeMessage.LoadAsync(file);
        Assert.Equal(("Ŵyl – a title", "one@localhost", "reader@example.org"), (message.Subject, message.MessageId, message.To.Mailboxes.Single().Address));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_desk_sees_the_newest_first_and_reads_one_as_text_and_nothing_outside_the_folder()
    {
        await SendAsync("one");
        clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync("two");
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "20261124T100000000Z-urgent-out.eml"), "secret");
        await File.WriteAllTextAsync(Path.Combine(Folder, "notes.eml"), "not ours");

        var folder = LetterFile.Folder(Folder, showsWords: true);
        var last = folder.Last(50);

        Assert.Equal(["20261124T100001000Z-urgent-two.eml", "20261124T100000000Z-urgent-one.eml"], last.Select(letter => letter.Name));
        Assert.Equal((LetterLane.Urgent, clock.UtcNow, "Ŵyl – a title"), (last[0].Lane, last[0].WrittenAt, last[0].Title));
        Assert.Contains("To: reader@example.org", folder.Text(last[0].Name), StringComparison.Ordinal);
        Assert.EndsWith("Ŵyl – a body", folder.Text(last[0].Name)!.TrimEnd(), StringComparison.Ordinal);
        Assert.All(["../20261124T100000000Z-urgent-out.eml", "notes.eml", "20261124T100000000Z-urgent-three.eml"], name => Assert.Null(folder.Text(name)));
    }

    [Theory]
    [InlineData(true, FolderPostman.Most - (FolderPostman.Most / 10) + 1, LetterOutcome.Done)]
    [InlineData(false, FolderPostman.Most, LetterOutcome.NobodyThere)]
    public async Task A_full_folder_loses_its_oldest_where_it_is_only_looked_at_and_takes_no_more_where_something_else_takes_them_away(
        bool makesRoom, int files, LetterOutcome delivery)
    {
        Directory.CreateDirectory(Folder);
        for (var number = 0; number < FolderPostman.Most; number++)
            await File.WriteAllTextAsync(Path.Combine(Folder, $"20261123T100000{number:000}Z-list-old.eml"), "");

        Assert.Equal(delivery, await SendAsync("new", makesRoom));

        Assert.Equal(files, Directory.GetFiles(Folder).Length);
        Assert.Equal(makesRoom, File.Exists(Path.Combine(Folder, "20261124T100000000Z-urgent-new.eml")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_loses_no_letter()
    {
        await File.WriteAllTextAsync(Folder, "a file stands in its place");

        Assert.Equal(LetterOutcome.NobodyThere, await SendAsync("one"));
    }

    public void Dispose() => home.Delete(recursive: true);

    private async Task<LetterOutcome> SendAsync(string token, bool makesRoom = true)
    {
        var postman = new FolderPostman(Folder, makesRoom, () => new(), new("https://localhost"), clock, NullLogger<FolderPostman>.Instance);
        await using var round = postman.Open();
        return await round.DeliverAsync(
            new(1, token, LetterLane.Urgent, "reader@example.org", "Ŵyl – a title", "Ŵyl – a body", clock.UtcNow), default);
    }
}
