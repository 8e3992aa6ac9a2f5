using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Letters;
using Microsoft.AspNetCore.Hosting;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>What the desk says of the letters: how they leave, what waits, and what was given up.</summary>
public sealed class LettersPageTests
{
    private const string Address = "/moderation/letters";

    [Fact]
    public async Task Where_no_letter_leaves_the_page_says_so_and_what_is_given_up_can_be_tried_again_or_let_go()
    {
        using var site = new TestSite();
        await WriteAsync(site, "staff 1", LetterTrouble.Refused);
        await WriteAsync(site, "staff 2", LetterTrouble.NeverTaken);
        await WriteAsync(site, "staff 3", reason: null);
        using var publisher = await site.SignedIn(Roles.Publisher);

        var page = await publisher.PageAsync(Address);
        var letters = page.QuerySelectorAll(".desk-replies input[name=letter]").Select(field => field.GetAttribute("value")!).ToList();
        await publisher.DoAsync(page, Address, new() { ["letter"] = letters[0] }, "Again");
        await publisher.DoAsync(Address, new() { ["letter"] = letters[1] }, "LetGo");
        var after = await publisher.PageAsync(Address);

        Assert.Contains("No letter leaves this site", page.QuerySelector(".govuk-warning-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "1, the oldest of 24 Nov 2026, 10:00", "0"], page.QuerySelectorAll("dd").Select(lane => lane.TextContent));
        Assert.Equal(2, letters.Count);
        Assert.DoesNotContain("@example.org", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2,", after.QuerySelectorAll("dd")[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll(".desk-replies li"));
    }

    [Fact]
    public async Task Everything_that_was_given_up_is_tried_again_with_one_press()
    {
        using var site = new TestSite();
        for (var number = 0; number < 3; number++) await WriteAsync(site, $"staff {number}", LetterTrouble.Refused);
        using var publisher = await site.SignedIn(Roles.Publisher);

        await publisher.DoAsync(Address, [], "AllAgain");
        var after = await publisher.PageAsync(Address);

        Assert.StartsWith("3,", after.QuerySelectorAll("dd")[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll(".desk-replies li"));
    }

    [Fact]
    public async Task A_file_in_the_folder_that_is_no_letter_of_ours_does_not_stand_in_the_way_of_the_page()
    {
        using var site = new FolderSite();
        using var administrator = await site.SignedIn(Roles.Administrator);
        site.Put("20269999T999999999Z-urgent-abc.eml");

        var page = await administrator.PageAsync(Address);

        Assert.Contains("There are none.", page.QuerySelector("[aria-labelledby=filed]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_a_folder_shows_when_a_letter_was_written_and_never_the_link_that_is_in_it()
    {
        using var site = new FolderSite();
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var publisher = await site.SignedIn(Roles.Publisher);
        await administrator.DoAsync("/moderation/staff/new", new() { ["Form.Email"] = "invited@example.org", ["Form.Roles"] = "Moderator" });
        while (await site.Get<Outbox>().SendUrgentAsync(site.Get<IPostman>(), default) == 0 && site.Files.Count == 0) await Task.Yield();

        var seen = await administrator.PageAsync(Address);
        var other = await publisher.PageAsync(Address);
        var answer = await administrator.GetAsync($"{Address}/{Path.GetFileName(Assert.Single(site.Files))}");

        var filed = seen.QuerySelector("[aria-labelledby=filed]")!;
        Assert.Contains("Your InfoStory account", filed.TextContent, StringComparison.Ordinal);
        Assert.Contains("Each stays here for 30 days.", filed.TextContent, StringComparison.Ordinal);
        Assert.Empty(filed.QuerySelectorAll("a"));
        Assert.Null(other.QuerySelector("[aria-labelledby=filed]"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("password", await File.ReadAllTextAsync(site.Files.Single()), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(TestSite site, string subject, LetterTrouble? reason)
    {
        var (db, now) = (site.Get<InfoStoryContext>(), site.Clock.UtcNow);
        db.Add(new Letter
        {
            Subject = subject,
            To = "one@example.org",
            Title = "T",
            Body = "B",
            WrittenAt = now,
            NextTryAt = now,
            GivenUpAt = reason is null ? null : now,
            Reason = reason,
        });
        await db.SaveChangesAsync();
    }

    private sealed class FolderSite : TestSite
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infostory-letters-");

        public IReadOnlyList<string> Files => Directory.GetFiles(folder.FullName, "*.eml");

        public void Put(string name) => System.IO.File.WriteAllText(Path.Combine(folder.FullName, name), "Not a letter");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Folder", folder.FullName);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (folder.Exists) folder.Delete(recursive: true);
            folder.Refresh();
        }
    }
}
