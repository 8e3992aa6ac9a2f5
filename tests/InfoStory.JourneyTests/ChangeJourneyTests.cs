using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Insight.Impact;
using InfoStory.Jobs;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>From a case study to a change that its author confirms, with every letter on the way.</summary>
public sealed class ChangeJourneyTests(PostStage stage) : IClassFixture<PostStage>
{
    private const string Title = "Five calls about one key", Understood = "She rang five times, and nobody had the key.",
        Change = "One place that answers every call", Unanswered = "No reply after 28 days.";

    private PostSite Site => stage.Post;

    private DateOnly Today => DateOnly.FromDateTime(Site.Clock.GetUtcNow().UtcDateTime.InLondon());

    [Fact]
    public async Task A_case_study_is_put_to_two_of_whom_one_is_silent_and_one_makes_a_change_that_the_author_confirms()
    {
        WakeOn(WorkingDays.OnOrAfter(Today.AddDays(1)));
        var story = await Site.Given(A.Story().Titled(Title).For(Audience.Website, Audience.NamedService).Ready());
        var (council, _) = (await AddAsync("Wren Council"), await AddAsync("Wren Care Board"));
        // What is new is what comes after the first look.
        await Site.RunAsync<WriteDigests>();
        var (reader, responder) = (await stage.VisitorAsync(Way.Phone), await stage.VisitorAsync(Way.Phone));
        await SubscribeAsync(reader, "reader@example.org", "Anyone else");

        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var publisher = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        await PublishAsync(publisher, story.Reference);
        await PutAsync(publisher, "Wren Council", "Wren Care Board");
        await InviteAsync(publisher, council);
        var page = await Site.LinkAsync("office@wren-council.example", "case-studies");
        Assert.Equal(page, await Site.LinkAsync("office@wren-care-board.example", "case-studies"));
        Assert.Equal(page, await DigestAsync(publisher, "reader@example.org"));
        await reader.GoAsync(page);
        await reader.ComesToAsync(Title);
        await reader.SeesAsync("We hope for a reply by");

        await AnswerAsync(responder, "Wren Council", Title);
        await reader.GoAsync(page);
        await reader.DoesNotSeeAsync(Understood);
        // With theirs it is the fifth that is confirmed: fewer are not shown.
        for (var number = 1; number <= 4; number++) await KeepPromiseAsync($"{number} calls elsewhere");
        await PublishAnswerAsync(publisher);

        WakeOn(WorkingDays.OnOrAfter(AskClock.On([new(AskEventKind.Put, Today)], Today).Due.AddDays(1)));
        await Site.RunAsync<TellOrganisations>();
        await Site.LetterAsync("office@wren-care-board.example", "The page now says that there is no reply.");
        publisher = await DeskPages.SignedInAsync(stage, Roles.Publisher);
        await ReportMadeAsync(publisher);
        await SeesConfirmedAsync("fewer than 5");

        await ConfirmAsync(story.Receipt.ToString());
        await EveryoneSeesAsync(page);
        await SeesConfirmedAsync("at least 5");
    }

    [Fact]
    public async Task A_reader_and_an_organisation_need_no_scripts()
    {
        const string title = "Four calls about one lamp";
        var story = await Site.Given(A.Story().Titled(title).For(Audience.Website, Audience.NamedService).Published());
        var organisation = await AddAsync("Robin Council");
        await Site.PutAsync(story.Slug!, "Robin Council");
        await Site.Get<ResponderDesk>().InviteAsync(organisation, A.Publisher(), default);
        var (reader, responder) = (await stage.VisitorAsync(Way.WithoutScripts), await stage.VisitorAsync(Way.WithoutScripts));

        await SubscribeAsync(reader, "plain@example.org", "I work on the front line");
        await AnswerAsync(responder, "Robin Council", title);
    }

    private void WakeOn(DateOnly day) => Site.Clock.SetUtcNow(new(DateTime.SpecifyKind(WorkingDays.Opening(day), DateTimeKind.Utc).AddHours(1)));

    private Task<Id<Organisation>> AddAsync(string name) => Site.Get<OrganisationEditing>()
        .AddAsync(new() { Name = name, Mailbox = $"office@{Slug.From(name)}.example" }, A.Publisher(), default);

    private async Task SubscribeAsync(Visitor reader, string email, string who)
    {
        var pages = new SubscribePages(reader);
        await pages.AskAsync(email, who);
        await pages.ConfirmAsync(await Site.LinkAsync(email, "subscribe/confirm"), "Every new case study");
    }

    private static async Task PublishAsync(Visitor publisher, string reference)
    {
        var desk = new DeskPages(publisher);
        await desk.OpenAsync(reference, Title);
        await publisher.PressAsync("Start a case study");
        await publisher.ComesToAsync(Title);
        await desk.AnswerAsync("Nobody is named.");
        await publisher.PressAsync("Publish now");
        await publisher.IsToldAsync("Published. Everyone can read it now");
    }

    private static async Task PutAsync(Visitor publisher, params string[] organisations)
    {
        await publisher.FollowAsync("Put to organisations");
        await publisher.ComesToAsync("Put to organisations");
        await publisher.FillAsync("Find organisations", "Wren");
        await publisher.PressAsync("Find");
        foreach (var one in organisations) await publisher.Main.GetByLabel(one, new() { Exact = true }).CheckAsync();
        await publisher.PressAsync("Put it to them");
        await publisher.IsToldAsync("The letters are written");
    }

    private static async Task InviteAsync(Visitor publisher, Id<Organisation> organisation)
    {
        await publisher.GoAsync($"/moderation/organisations/{organisation}/responders");
        await publisher.PressAsync("Invite");
        await publisher.IsToldAsync("Invited. The letter goes to the mailbox");
    }

    /// <summary>What is new has settled, a publisher lets it go, and it reaches them.</summary>
    /// <returns>Where its link to the case study leads.</returns>
    private async Task<string> DigestAsync(Visitor publisher, string email)
    {
        Site.Clock.Advance(TimeSpan.FromMinutes(11));
        await Site.RunAsync<WriteDigests>();
        await publisher.GoAsync("/moderation/digests");
        await publisher.FollowAsync("Public, at once: 1 case study");
        await publisher.ComesToAsync("Public, at once: 1 case study");
        await publisher.PressAsync("Approve and send");
        await publisher.IsToldAsync("Approved. Its letters are written now, and leave one after the other");
        await Site.RunAsync<WriteDigests>();
        return await Site.LinkAsync(email, "case-studies");
    }

    private async Task AnswerAsync(Visitor responder, string organisation, string caseStudy)
    {
        var (pages, domain) = (new RespondPages(responder), $"{Slug.From(organisation)}.example");
        await pages.AcceptAsync(await Site.LinkAsync($"office@{domain}", "respond/invitation"), organisation, $"ann@{domain}");
        await pages.SignInAsync(await Site.LinkAsync($"ann@{domain}", "respond/sign-in"), organisation);
        await pages.AnswerAsync(caseStudy, Understood, Change, Today.AddDays(60));
        await responder.SeesAsync("Your response is with us.");
    }

    private static async Task PublishAnswerAsync(Visitor publisher)
    {
        await publisher.GoAsync("/moderation/responses");
        await publisher.FollowAsync("Wren Council");
        await publisher.ComesToAsync("Response of Wren Council");
        await publisher.Main.GetByLabel("Make the change a promise, too").CheckAsync();
        await publisher.PressAsync("Publish");
        await publisher.IsToldAsync("Published. Everyone can read it now");
    }

    private async Task KeepPromiseAsync(string title)
    {
        var story = await Site.Given(A.Story().Titled(title).Published());
        var services = Site.Get<IServiceProvider>();
        var slug = await services.PromiseAsync(story, what: title);
        await services.RecordAsync(slug, PromiseEventKind.Made, "It stands there now.");
        await Site.Get<PromiseAnswers>().AnswerAsync(story.Id, slug, KeptAnswer.Yes, default);
    }

    private static async Task ReportMadeAsync(Visitor publisher)
    {
        await publisher.GoAsync("/moderation/promises");
        await publisher.ComesToAsync("Promises");
        await publisher.FollowAsync(Change);
        await publisher.ComesToAsync(Change);
        await publisher.Main.GetByLabel("It is done").CheckAsync();
        await publisher.FillAsync("What shows it, or the reason", "The new place answers since Monday.");
        await publisher.PressAsync("Record it");
        await publisher.IsToldAsync("Recorded. The public page says it too");
    }

    private async Task ConfirmAsync(string words)
    {
        await Site.RunAsync<FollowPromises>();
        var author = await stage.VisitorAsync(Way.Phone);
        await new MyStoryPages(author).OpenAsync(words, Title);
        await author.SeesAsync("Did it change?");
        await author.PressAsync("Yes, it changed");
        await author.SeesAsync("You said whether it changed");
        await author.LookAsync();
    }

    private async Task EveryoneSeesAsync(string page)
    {
        var everyone = await stage.VisitorAsync(Way.Phone);
        await everyone.GoAsync(page);
        await everyone.ComesToAsync(Title);
        foreach (var words in new[] { "It replied on", Understood, Unanswered, "Kept, and confirmed" }) await everyone.SeesAsync(words);
        await everyone.GoAsync("/promises");
        await everyone.ComesToAsync("Promises");
        await everyone.FollowAsync(Change);
        await everyone.ComesToAsync(Change);
        foreach (var words in new[] { "Kept, and confirmed", "Somebody who told the story says: it changed" }) await everyone.SeesAsync(words);
    }

    /// <summary>Counts in fives, and nothing below five.</summary>
    private async Task SeesConfirmedAsync(string confirmed)
    {
        var now = Site.Clock.GetUtcNow().UtcDateTime;
        while (await Site.Get<InfoStoryContext>().Set<ImpactMark>().AnyAsync(mark => mark.From <= now)) await Site.RunAsync<FoldImpact>();
        // A process looks every 15 seconds whether anything was counted.
        Site.Clock.Advance(TimeSpan.FromSeconds(15));
        var everyone = await stage.VisitorAsync(Way.Phone);
        await everyone.GoAsync("/");
        await everyone.Page.Locator("footer").GetByText("Impact").ClickAsync();
        await everyone.ComesToAsync("Impact");
        const string silent = "No reply after 28 days fewer than 5 fewer than 5 put to organisations";
        foreach (var row in new[] { $"Promises confirmed {confirmed} at least 5 promises", silent })
            await Assertions.Expect(everyone.Main.GetByRole(AriaRole.Row, new() { Name = row })).ToBeVisibleAsync();
    }
}
