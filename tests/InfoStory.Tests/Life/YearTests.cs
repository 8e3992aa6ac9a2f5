using System.Globalization;
using InfoStory.Connectors;
using InfoStory.Letters;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Tests.Life;

/// <summary>The years that were lived, once for all tests of them; INFOSTORY_YEARS says how many.</summary>
public sealed class Years : IAsyncLifetime
{
    private const int Least = 2, Most = 6;

    private static readonly string[] Titles =
    [
        YearPost.Ask, YearPost.Reminder, YearPost.Silence, YearPost.Kept, YearPost.News, YearPost.AlreadyOn, "A change that you promised is due in two weeks",
        "A change that you promised is due today", "A change that you promised is overdue", "Do you want our letters? Please say yes",
        "An invitation to answer on InfoStory", "Your link to sign in to InfoStory", YearPost.Recall, YearPost.Changed, YearPost.Returned, YearPost.Briefing,
    ];

    internal List<Year> Lived { get; } = [];

    /// <summary>Why years went wrong.</summary>
    internal List<Exception> Wrong { get; } = [];

    /// <summary>What nobody did in any of them, and what was in no letter.</summary>
    internal IEnumerable<string> Never => Lived.Count == 0 ? [] : Lived[0].Acts.Except(Lived.SelectMany(year => year.Done))
        .Concat(Titles.Except(Letters.Select(letter => letter.Title)));

    internal IEnumerable<OutgoingLetter> Letters => Lived.SelectMany(year => year.Letters);

    public async Task InitializeAsync()
    {
        var least = int.TryParse(Environment.GetEnvironmentVariable("INFOSTORY_YEARS"), CultureInfo.InvariantCulture, out var asked) ? asked : Least;
        for (var seed = 1; seed <= least || (seed <= Most && Wrong.Count == 0 && Never.Any()); seed++)
        {
            await using var database = await TestDatabase.NewSqliteAsync();
            var year = new Year(database, seed);
            Lived.Add(year);
            if (await Record.ExceptionAsync(year.LiveAsync) is { } wrong) Wrong.Add(wrong);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>
/// A year from January to January, with both changes of the clocks, bank holidays and the merger of an organisation, in which authors, publishers, responders
/// and subscribers do what they like, beside the <see cref="YearModel"/>.
/// </summary>
public sealed class YearTests(Years years) : IClassFixture<Years>
{
    [Fact]
    public void No_clock_is_wrong_and_no_letter_leaves_twice_or_against_consent_or_not_at_all() =>
        Assert.True(years.Wrong.Count == 0, string.Join("\n\n", years.Wrong.Select(wrong => wrong.Message)));

    [Fact]
    public void Everything_that_there_is_to_do_was_done_and_every_letter_that_there_is_was_sent()
    {
        Assert.Empty(years.Never);
        Assert.True(years.Lived.Sum(year => year.Kept.Count) > 30);
    }

    [Fact]
    public async Task Every_letter_of_a_year_can_be_read_as_text_and_its_HTML_says_the_same_and_loads_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("infostory-year-");
        var postman = new FolderPostman(
            folder.FullName, makesRoom: true, () => new(), new("https://localhost"), new FakeTimeProvider(A.Tuesday), NullLogger<FolderPostman>.Instance);
        await using (var round = postman.Open())
        {
            // One of each kind to each reader says as much as all.
            foreach (var letter in years.Letters.DistinctBy(letter => (letter.Title, letter.To)))
                Assert.Equal(LetterOutcome.Done, await round.DeliverAsync(letter with { WrittenAt = A.Tuesday.UtcDateTime }, default));
        }

        var files = folder.GetFiles("*.eml");
        Assert.NotEmpty(files);
        Assert.All(files, file => MailReading.MustBeReadable(file.FullName));
        folder.Delete(recursive: true);
    }
}
