using System.Text;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Staff;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Access;

/// <summary>A site with a story and a case study in each state that an address can name, and one visitor of each kind.</summary>
public sealed class PeopledSite : TestSite, IAsyncLifetime
{
    private static readonly string[] ForResponders = ["/respond/home", "/respond/asks", "/respond/promises"];

    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);

    private SiteContent content = null!;

    public Dictionary<string, TestBrowser> Visitors { get; } = [];

    public GivenStory AuthorsOwn => content.AuthorsOwn;

    public GivenStory SomeoneElses => content.SomeoneElses;

    /// <summary>What ends the author's session, in every copy of the browser.</summary>
    private static readonly string[] Leaves = ["/exit", "/share/cleared Clear", "/my-story/open Close", "/my-story/open/take-back"];

    public async Task InitializeAsync()
    {
        content = await SiteContent.GiveAsync(this);

        Visitors["anonymous"] = Browser();
        Visitors["author"] = await Opened(AuthorsOwn.Receipt.ToString());
        Visitors["moderator"] = await SignedIn(Roles.Moderator);
        Visitors["publisher"] = await SignedIn(Roles.Publisher);
        Visitors["lead"] = await SignedIn(Roles.SafeguardingLead);
        Visitors["administrator"] = await SignedIn(Roles.Administrator);
        Visitors["responder"] = await RespondingAsync();
        Visitors["closed"] = await SignedIn(Roles.Moderator | Roles.Publisher | Roles.Administrator, "closed@example.org");
        var closed = await Get<StaffAccounts>().FindAsync("closed@example.org");
        await Get<StaffAccounts>().CloseAsync(closed.Id, A.Administrator(), CancellationToken.None);
        content.Addresses["{staff}"] = $"{closed.Id}";
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    /// <summary>The address of a row with the names of this site in it.</summary>
    public string Address(AccessRow row) => Named(row.Address);

    /// <summary>What the table says, with the names of this site in it.</summary>
    public string Named(string cell) => content.Named(cell);

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

    /// <summary>Somebody who answers for one organisation, and another for which somebody else does.</summary>
    private async Task<TestBrowser> RespondingAsync()
    {
        var db = Get<InfoStoryContext>();
        Organisation own = new() { Name = "Own", Slug = "own", Mailbox = "notices@own.example" }, other = new() { Name = "Other", Slug = "other" };
        db.AddRange(own, other);
        await db.SaveChangesAsync();
        (content.Addresses["{organisation}"], content.Addresses["{other-organisation}"]) = ($"{own.Id}", $"{other.Id}");
        content.Addresses["{own-ask}"] = $"{await this.PutAsync(content.Addresses["{public}"], own.Name)}";
        var study = await db.CaseStudies.Where(one => one.Slug == content.Addresses["{public}"]).Select(one => one.Id).SingleAsync();
        content.Addresses["{own-promise}"] = await Get<Promising>().PlanAsync(
            study, new() { Organisation = own.Name, What = "A name on the door", Role = "Head of housing", Due = Clock.Today().AddDays(30) },
            A.Publisher(), CancellationToken.None);
        return await Putting.RespondingAsync(this, own.Id, "ann@own.example");
    }

    private async Task OpenAgainAsync()
    {
        Visitors["author"] = await Opened(AuthorsOwn.Receipt.ToString());
        foreach (var page in tokens.Keys.Where(key => key.StartsWith("author", StringComparison.Ordinal)).ToList()) tokens.Remove(page);
    }

    /// <summary>A token is good on every page on which its visitor is the same person: authors are themselves only where their story is open.</summary>
    private async Task<string> TokenAsync(string visitor, AccessRow row)
    {
        var page = visitor == "author" && row.Route.StartsWith("/my-story/open", StringComparison.Ordinal) ? "/my-story/open"
            : visitor == "responder" && Array.Exists(ForResponders, start => row.Route.StartsWith(start, StringComparison.Ordinal)) ? "/respond/home"
            : "/sign-out";
        if (tokens.TryGetValue(visitor + page, out var known)) return known;

        var field = (await Visitors[visitor].PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!;
        return tokens[visitor + page] = Uri.EscapeDataString(field.GetAttribute("value")!);
    }
}

/// <summary>The tests that share the same visitors and leave them as they were, one after another.</summary>
[CollectionDefinition(nameof(PeopledSite))]
public sealed class PeopledCollection : ICollectionFixture<PeopledSite>;
