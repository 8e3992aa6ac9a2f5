using System.Text;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data.Access;
using InfoStory.Protection.Contacts;
using InfoStory.Web.Staff;

namespace InfoStory.Web.Tests.Access;

/// <summary>A site with a story and a case study in each state that an address can name, and one visitor of each kind.</summary>
public sealed class PeopledSite : TestSite, IAsyncLifetime
{
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal) { ["{missing}"] = "IS-0000-00", ["{missing-person}"] = "999999" };

    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);

    public Dictionary<string, TestBrowser> Visitors { get; } = [];

    public GivenStory AuthorsOwn { get; private set; } = null!;

    /// <summary>What ends the author's session, in every copy of the browser.</summary>
    private static readonly string[] Leaves = ["/exit", "/share/cleared Clear", "/my-story/open Close", "/my-story/open/take-back"];

    public GivenStory SomeoneElses { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        AuthorsOwn = await Given(A.Story().Titled("The author's own").Received());
        SomeoneElses = await Given(A.Story().Titled("Another story").WithAuthor());
        await Get<ContactBook>().ChangeAsync(SomeoneElses.Id, new() { Email = "teller@example.org" }, CancellationToken.None);
        await Given(A.Story().Titled("Public").Published());
        var down = await Given(A.Story().Titled("Taken down").Published());
        var shown = await Get<CaseStudyEditing>().ShowAsync(down.CaseStudy, CancellationToken.None);
        await Get<CaseStudyEditing>().UnpublishAsync(
            down.CaseStudy, new() { Revision = shown.Revision, Title = "Taken down", Summary = "S", TheStory = "T" }, A.Publisher(), CancellationToken.None);
        var ready = await Given(A.Story().Titled("Not public yet").Ready());
        var draft = await Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), CancellationToken.None);
        (addresses["{known}"], addresses["{taken-down}"], addresses["{study}"]) = (SomeoneElses.Reference, down.Slug!, draft.ToString());
        addresses["{draft}"] = (await Get<CaseStudyEditing>().ShowAsync(draft, CancellationToken.None)).Slug;

        addresses["{held}"] = (await Given(A.Story().Titled("On hold").OnHold())).Reference;
        addresses["{campaign}"] = await Get<CampaignEditing>().CreateAsync(
            new() { Name = "What is yours?", Hashtag = "#InfoStory", Summary = "Tell us.", FirstDay = new(2026, 11, 1), LastDay = new(2026, 12, 31) },
            A.Administrator(), CancellationToken.None);
        addresses["{invitation}"] = await Get<Invitations>()
            .CreateAsync(new() { Name = "Workshop", LastDay = new(2026, 12, 1) }, A.Moderator(), CancellationToken.None);
        addresses["{ended}"] = await Get<Invitations>()
            .CreateAsync(new() { Name = "Closed", LastDay = new(2026, 12, 1) }, A.Moderator(), CancellationToken.None);
        await Get<Invitations>().CloseAsync(addresses["{ended}"], A.Moderator(), CancellationToken.None);

        foreach (var (page, address) in await PublicAddressesAsync()) addresses.TryAdd(page.Route, address);

        Visitors["anonymous"] = Browser();
        Visitors["author"] = await Opened(AuthorsOwn.Receipt.ToString());
        Visitors["moderator"] = await SignedIn(Roles.Moderator);
        Visitors["publisher"] = await SignedIn(Roles.Publisher);
        Visitors["lead"] = await SignedIn(Roles.SafeguardingLead);
        Visitors["administrator"] = await SignedIn(Roles.Administrator);
        Visitors["closed"] = await SignedIn(Roles.Moderator | Roles.Publisher | Roles.Administrator, "closed@example.org");
        var closed = await Get<StaffAccounts>().FindAsync("closed@example.org");
        await Get<StaffAccounts>().CloseAsync(closed.Id, A.Administrator(), CancellationToken.None);
        addresses["{staff}"] = $"{closed.Id}";
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    /// <summary>The address of a row with the names of this site in it.</summary>
    public string Address(AccessRow row) => Named(row.Address);

    /// <summary>What the table says, with the names of this site in it.</summary>
    public string Named(string cell) => addresses.Aggregate(cell, (address, name) => address.Replace(name.Key, name.Value, StringComparison.Ordinal));

    /// <summary>
    /// Sends what the row says as this visitor, with a valid token unless <paramref name="token"/> is false, from a copy of the visitor's browser.
    /// </summary>
    public async Task<HttpResponseMessage> SendAsync(AccessRow row, string visitor, bool token = true, string? method = null)
    {
        var fields = token ? $"{row.Fields}&__RequestVerificationToken={await TokenAsync(visitor, row)}" : row.Fields;
        using var browser = Copy(Visitors[visitor]);
        using var request = new HttpRequestMessage(new(method ?? row.Method), Address(row));
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            request.Content = new StringContent(fields, Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await browser.Client.SendAsync(request);
        if (visitor == "author" && token && Leaves.Contains(row.Route)) await OpenAgainAsync();
        return answer;
    }

    private async Task OpenAgainAsync()
    {
        Visitors["author"] = await Opened(AuthorsOwn.Receipt.ToString());
        foreach (var page in tokens.Keys.Where(key => key.StartsWith("author", StringComparison.Ordinal)).ToList()) tokens.Remove(page);
    }

    /// <summary>A token is good on every page on which its visitor is the same person: authors are themselves only where their story is open.</summary>
    private async Task<string> TokenAsync(string visitor, AccessRow row)
    {
        var page = visitor == "author" && row.Route.StartsWith("/my-story/open", StringComparison.Ordinal) ? "/my-story/open" : "/sign-out";
        if (tokens.TryGetValue(visitor + page, out var known)) return known;

        var field = (await Visitors[visitor].PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!;
        return tokens[visitor + page] = Uri.EscapeDataString(field.GetAttribute("value")!);
    }
}

/// <summary>The tests that share the same visitors and leave them as they were, one after another.</summary>
[CollectionDefinition(nameof(PeopledSite))]
public sealed class PeopledCollection : ICollectionFixture<PeopledSite>;
