using InfoStory.Data.Access;
using InfoStory.Web.Staff;

namespace InfoStory.JourneyTests;

/// <summary>Every page of access.csv, read on a phone with its text twice as large.</summary>
public sealed class LargeTextTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Staff = ["moderator", "publisher", "lead", "administrator"];

    [Fact]
    public async Task No_control_leaves_a_phone_is_cut_off_or_lies_over_another()
    {
        var content = await SiteContent.GiveAsync(stage.Site);
        var (reader, author) = (await stage.VisitorAsync(Way.Phone), await stage.VisitorAsync(Way.Phone));
        await new MyStoryPages(author).OpenAsync(content.AuthorsOwn.Receipt.ToString(), MyStoryPages.Yours);
        var email = await stage.StaffAsync(Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator);
        var staff = await stage.VisitorAsync(Way.Phone);
        await new DeskPages(staff).SignInAsync(email);
        await staff.ComesToAsync("Overview");
        content.Addresses["{staff}"] = $"{(await stage.Site.Get<StaffAccounts>().FindAsync(email)).Id}";
        List<string> faults = [];
        var walked = 0;

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET"))
        {
            var (visitor, answer) = Opens(row.Answers["anonymous"]) ? (reader, row.Answers["anonymous"])
                : Opens(row.Answers["author"]) ? (author, row.Answers["author"])
                : (staff, Staff.Select(role => row.Answers[role]).FirstOrDefault(Opens, ""));
            if (answer is "" || !await GoAsync(visitor, content.Named(row.Address), int.Parse(answer))) continue;

            walked++;
            faults.AddRange((await LargeText.FaultsAsync(visitor.Page)).Select(fault => $"{row.Address} {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.InRange(walked, 90, 900);
    }

    private static bool Opens(string answer) => !answer.StartsWith('3') && answer != "403";

    /// <summary>Whether there is a page for people.</summary>
    private static async Task<bool> GoAsync(Visitor visitor, string address, int status)
    {
        var head = await visitor.Page.APIRequest.GetAsync(address);
        if (!head.Headers.TryGetValue("content-type", out var type) || !type.StartsWith("text/html", StringComparison.Ordinal)) return false;

        await visitor.GoAsync(address, status);
        return true;
    }
}
