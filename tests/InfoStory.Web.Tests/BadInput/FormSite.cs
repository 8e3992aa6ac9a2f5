using AngleSharp.Html.Dom;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using InfoStory.TagUpkeep;
using InfoStory.Web.Pages.Share;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.Staff;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Every page with a form, with somebody who may send it.</summary>
public sealed class FormSite : TestSite, IAsyncLifetime
{
    private readonly Dictionary<string, TestBrowser> browsers = [];

    public string Desk { get; private set; } = "";

    public string Study { get; private set; } = "";

    /// <summary>A case study whose author asked to see it first.</summary>
    public string SeenFirst { get; private set; } = "";

    /// <summary>A case study that is public.</summary>
    public string Public { get; private set; } = "";

    /// <summary>What was asked about it.</summary>
    public string Asked { get; private set; } = "";

    public string Invitation { get; private set; } = "";

    public string Campaign { get; private set; } = "";

    public string Held { get; private set; } = "";

    /// <summary>A digest that waits for approval.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The page of somebody who gets letters.</summary>
    public string Preferences { get; private set; } = "";

    /// <summary>The account of a member of staff, as an administrator sees it.</summary>
    public string Account { get; private set; } = "";

    /// <summary>The forms: where each is sent, which handler it names, and whose it is.</summary>
    public IReadOnlyList<(string Page, string? Handler, string Who)> Forms =>
    [
        .. Questions.Pages.Select(page => (page, (string?)null, "author")), ("/share/hand-offs", "Add", "author"),
        ("/my-story", null, "author"), ("/my-story/open/sign-off", "SignOff", "opener"),
        ("/my-story/open/sign-off", "Change", "opener"), ("/my-story/open", "Answer", "asked"),
        ("/my-story/open/permission", null, "opener"),
        .. MoreQuestions.All.Where(question => question.Name != MoreQuestions.Contact)
            .Select(question => ($"/my-story/open/more/{question.Name}", (string?)null, "teller")),
        ("/my-story/open/more/hand-offs", "Add", "teller"),
        ("/my-story/open/contact", null, "opener"),
        ($"{Desk}/contact", null, "publisher"), ("/sign-in", null, "author"), ("/account", null, "publisher"),
        ($"{Desk}/flags", "Dismiss", "publisher"), (Desk, "Save", "publisher"), (Desk, "Ask", "publisher"),
        (Desk, "Approve", "publisher"), (Desk, "Hold", "publisher"), (Desk, "Decline", "publisher"),
        ($"{Desk}/claim", "Pass", "publisher"), (Study, "Save", "publisher"), (Study, "Publish", "publisher"),
        ($"{Study}/stories", null, "publisher"), ($"{Public}/asks", "asks", "publisher"), (Asked, null, "publisher"), ($"{Asked}/response", null, "publisher"),
        (SeenFirst, "SendToAuthor", "publisher"), (Held, "Save", "publisher"), (Held, "Close", "publisher"), (Held, "Decline", "publisher"),
        (Invitation, null, "author"), ("/moderation/invitations/new", null, "publisher"), ("/moderation/enter", null, "publisher"),
        ("/moderation/organisations/new", null, "publisher"), ("/moderation/organisations/1", null, "publisher"),
        ("/moderation/organisations/1/end", null, "publisher"),
        ("/moderation/briefings/new", null, "publisher"),
        ("/moderation/campaigns/new", null, "administrator"), (Campaign, null, "administrator"),
        ("/moderation/replies/new", null, "administrator"), ("/moderation/replies/1", null, "administrator"),
        ("/moderation/tags/new", null, "administrator"), ("/moderation/tags/trust", null, "administrator"),
        ("/moderation/tags/trust/merge", null, "administrator"),
        ("/moderation/tags/trust/parts", null, "administrator"), ("/moderation/tags/time/split", null, "administrator"),
        (Preferences, null, "author"), (Digest, "Drop", "publisher"),
        ("/moderation/subscribers", "Find", "publisher"), ("/moderation/subscribers/import", "Check", "publisher"),
        ("/moderation/staff/new", null, "administrator"), (Account, "Roles", "administrator"),
        ("/account/second-factor/app", null, "publisher"), ("/sign-in/second-factor", null, "halfway"),
    ];

    public async Task InitializeAsync()
    {
        var waiting = await Given(A.Story().WithAuthor());
        var reviewed = await Given(A.Story().InReview());
        await Get<ContactBook>().ChangeAsync(reviewed.Id, new() { Email = "teller@example.org" }, CancellationToken.None);
        Desk = $"/moderation/stories/{reviewed.Reference}";
        Held = $"/moderation/safeguarding/{(await Given(A.Story().OnHold())).Reference}";
        var asked = await Given(A.Story().Asked());
        var ready = await Given(A.Story().Ready());
        var key = await Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), CancellationToken.None);
        var draft = await Get<CaseStudyEditing>().ShowAsync(key, CancellationToken.None);
        // With a flag, whose fields are a part of the form.
        await Get<CaseStudyEditing>().SaveAsync(key, draft.ToForm() with { Learning = "Ask Marek Nowak." }, A.Publisher(), CancellationToken.None);
        Study = $"/moderation/case-studies/{key}";
        var seenFirst = await Given(A.Story().Titled("Seen first").SeeFirst().Ready());
        SeenFirst = $"/moderation/case-studies/{await Get<CaseStudyEditing>().DraftFromAsync(seenFirst.Reference, A.Publisher(), CancellationToken.None)}";
        var open = await Given(A.Story().Titled("Public").For(Audience.Website, Audience.NamedService).Published());
        Public = $"/moderation/case-studies/{open.CaseStudy}";
        Asked = $"/moderation/asks/{await AskAsync(open)}";
        browsers["teller"] = await Opened((await Given(A.Story())).Receipt.ToString());
        browsers["asked"] = await Opened(asked.Receipt.ToString());
        Invitation =
            $"/i/{await Get<Invitations>().CreateAsync(new() { Name = "Workshop", LastDay = new(2026, 12, 1) }, A.Moderator(), CancellationToken.None)}";
        var campaign = new EditCampaign
        {
            Name = "What is yours?",
            Hashtag = "#InfoStory",
            Summary = "Tell us.",
            FirstDay = new(2026, 11, 1),
            LastDay = new(2026, 12, 31)
        };
        Campaign = $"/moderation/campaigns/{await Get<CampaignEditing>().CreateAsync(campaign, A.Administrator(), CancellationToken.None)}";
        await Given(A.Story().Tagged("Time").InReview());
        await Get<TagSplitting>().SplitAsync("time", new() { Names = "Time to ask\nTime to write" }, A.Administrator(), CancellationToken.None);
        await Get<Subscriptions>().AskAsync(
            new() { Email = "reader@example.org", Audience = default(SubscriberAudience), Rhythm = default(Rhythm), Place = "leeds" }, CancellationToken.None);
        var subscriber = await Get<InfoStoryContext>().Subscribers.SingleAsync();
        Preferences = new Uri(Get<SubscriberLetters>().LinksOf(subscriber.Id, subscriber.Version).Preferences).AbsolutePath;
        var (db, digest) = (Get<InfoStoryContext>(), new Digest { Audience = default, Rhythm = default, From = Clock.UtcNow, MadeAt = Clock.UtcNow });
        db.Add(digest);
        await db.SaveChangesAsync();
        Digest = $"/moderation/digests/{digest.Id}";
        browsers["administrator"] = await SignedIn(Roles.Administrator);
        (browsers["author"], browsers["opener"]) = (Browser(), await Opened(waiting.Receipt.ToString()));
        browsers["publisher"] = await SignedIn(Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead);
        await browsers["author"].TellAsync("A story that stays a draft.");
        await AddHalfwayAsync();
    }

    /// <summary>Somebody whose password was right, and who is asked for a code.</summary>
    private async Task AddHalfwayAsync()
    {
        await AddStaffAsync("halfway@example.org", Roles.Moderator);
        var person = await Get<StaffAccounts>().FindAsync("halfway@example.org");
        Account = $"/moderation/staff/{person.Id}";
        await Get<SecondFactors>().SetUpAppAsync(person.Id, new byte[20], AuthenticatorApp.CodeAt(new byte[20], Clock.UtcNow), CancellationToken.None);
        browsers["halfway"] = Browser();
        await browsers["halfway"].SubmitAsync("/sign-in", new() { ["Form.Email"] = "halfway@example.org", ["Form.Password"] = A.Password });
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public TestBrowser As(string who) => browsers[who];

    public Task<IHtmlDocument> PageAsync(string who, string page) => browsers[who].PageAsync(page);

    private async Task<Id<Ask>> AskAsync(GivenStory story)
    {
        var db = Get<InfoStoryContext>();
        Organisation[] two =
        [
            new() { Name = "Kent", Slug = "kent", Mailbox = "office@kent.example" }, new() { Name = "Essex", Slug = "essex", Mailbox = "office@essex.example" },
        ];
        db.AddRange(two);
        await db.SaveChangesAsync();
        await Get<Asking>().PutAsync(story.CaseStudy, new() { Organisations = [two[0].Id] }, A.Publisher(), CancellationToken.None);
        return (await Get<AskDesk>().OfCaseStudyAsync(story.CaseStudy, A.Publisher(), CancellationToken.None))[0].Id;
    }
}
