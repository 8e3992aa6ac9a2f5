using InfoStory.Data;
using InfoStory.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

public sealed class HistoryCommandTests
{
    [Fact]
    public async Task Verify_says_that_the_history_is_whole_with_its_head_or_names_the_first_bad_entry()
    {
        await using var site = new TestSite();
        await site.Given(A.Story().Ready());

        var whole = await RunAsync(site);
        var wrongHead = await RunAsync(site, "--head", $"2:{new string('0', 64)}");
        await site.Get<InfoStoryContext>().Database.ExecuteSqlRawAsync("UPDATE History SET Act = 'Declined' WHERE Number = 2");
        var changed = await RunAsync(site);

        Assert.Equal((0, true), (whole.Code, whole.Said.StartsWith("3 entries, whole. The head is 3:", StringComparison.Ordinal)));
        Assert.Equal((1, "The history is not whole: entry 2 is not the one whose head was kept. 1 entries were read and stand.\n"), wrongHead);
        Assert.Equal((1, "The history is not whole: entry 2 was changed. 1 entries were read and stand.\n"), changed);
        Assert.Equal(2, (await RunAsync(site, "--head", "2")).Code);
    }

    private static async Task<(int Code, string Said)> RunAsync(TestSite site, params string[] options)
    {
        await using var said = new StringWriter { NewLine = "\n" };
        return (await CommandLine.RunAsync(site.Services, ["history", "verify", .. options], said, said), said.ToString());
    }
}
