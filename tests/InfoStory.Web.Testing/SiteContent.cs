using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Recalls;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Testing;

/// <summary>A story and a case study in each state that an address of access.csv can name, and those addresses.</summary>
public sealed record SiteContent(GivenStory AuthorsOwn, GivenStory SomeoneElses, Dictionary<string, string> Addresses)
{
    public static async Task<SiteContent> GiveAsync(TestSite site)
    {
        var today = DateOnly.FromDateTime(site.Get<TimeProvider>().UtcNow.InLondon());
        var content = new SiteContent(
            await site.Given(A.Story().Titled("The author's own").Received()), await site.Given(A.Story().Titled("Another story").WithAuthor()),
            new(StringComparer.Ordinal) { ["{missing}"] = "IS-0000-00", ["{missing-person}"] = "999999" });
        var addresses = content.Addresses;
        await site.Get<ContactBook>().ChangeAsync(content.SomeoneElses.Id, new() { Email = "teller@example.org" }, CancellationToken.None);
        var open = await site.Given(A.Story().Titled("Public").For(Audience.Website, Audience.NamedService).WithPicture().Published());
        addresses["{promise}"] = await site.Get<IServiceProvider>().PromiseAsync(open);
        addresses["{kept}"] = await KeptLinkAsync(site, open);
        addresses["{changed}"] = await ChangedLinkAsync(site, open);
        addresses["{called-back}"] = await CalledBackLinkAsync(site);
        addresses["{public}"] = open.Slug!;
        var down = await site.Given(A.Story().Titled("Taken down").Published());
        var shown = await site.Get<CaseStudyEditing>().ShowAsync(down.CaseStudy, CancellationToken.None);
        await site.Get<CaseStudyEditing>().TakeDownAsync(
            down.CaseStudy, new() { Revision = shown.Revision, Title = "Taken down", Summary = "S", TheStory = "T" }, A.Publisher(), CancellationToken.None);
        var ready = await site.Given(A.Story().Titled("Not public yet").Ready());
        var draft = await site.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), CancellationToken.None);
        (addresses["{known}"], addresses["{taken-down}"], addresses["{study}"]) = (content.SomeoneElses.Reference, down.Slug!, draft.ToString());
        await site.Get<CaseStudyPictures>().AddAsync(draft, new() { File = Photograph.Png(40, 30), Alt = "A board" }, A.Publisher(), CancellationToken.None);
        addresses["{picture}"] = (await site.Get<CaseStudyEditing>().ShowAsync(draft, CancellationToken.None)).Pictures[0].Key;
        addresses["{draft}"] = (await site.Get<CaseStudyEditing>().ShowAsync(draft, CancellationToken.None)).Slug;

        addresses["{held}"] = (await site.Given(A.Story().Titled("On hold").OnHold())).Reference;
        addresses["{campaign}"] = await site.Get<CampaignEditing>().CreateAsync(
            new() { Name = "What is yours?", Hashtag = "#InfoStory", Summary = "Tell us.", FirstDay = today.AddDays(-20), LastDay = today.AddDays(30) },
            A.Administrator(), CancellationToken.None);
        addresses["{invitation}"] = await site.Get<Invitations>()
            .CreateAsync(new() { Name = "Workshop", LastDay = today.AddDays(7) }, A.Moderator(), CancellationToken.None);
        addresses["{ended}"] = await site.Get<Invitations>()
            .CreateAsync(new() { Name = "Closed", LastDay = today.AddDays(7) }, A.Moderator(), CancellationToken.None);
        await site.Get<Invitations>().CloseAsync(addresses["{ended}"], A.Moderator(), CancellationToken.None);

        var briefing = await site.Get<BriefingEditing>().AddAsync(
            new() { Question = "Why?", Audience = Audience.Website, FirstReading = "One", SecondReading = "Two", Contact = "Us" }, A.Publisher(),
            CancellationToken.None);
        addresses["{briefing}"] = $"{briefing}";
        addresses["{ask}"] = await AskAsync(site, open);
        addresses["{response}"] = $"{await site.Get<ResponseDesk>().EnterAsync(
            await site.PutAsync(open.Slug!, "Surrey Care Board"), new() { Understood = "Five calls.", WillDo = "One number.", Role = "Head of housing" },
            A.Publisher(), CancellationToken.None)}";
        addresses["{reported}"] = await ReportedAsync(site, open);
        addresses["{organisation}"] = $"{await site.Get<OrganisationEditing>()
            .AddAsync(new() { Name = "Avon Trust" }, A.Publisher(), CancellationToken.None)}";

        foreach (var (page, address) in await site.PublicAddressesAsync()) addresses.TryAdd(page.Route, address);
        return content;
    }

    /// <summary>The link by which the author says whether a second promise was kept.</summary>
    private static async Task<string> KeptLinkAsync(TestSite site, GivenStory story)
    {
        var made = await site.Get<IServiceProvider>().PromiseAsync(story, what: "A name on every letter");
        await site.Get<IServiceProvider>().RecordAsync(made, PromiseEventKind.Made, "It stands there now.");
        await site.Get<PromiseLetters>().AskAuthorsAsync(CancellationToken.None);
        var asked = await site.Get<InfoStoryContext>().Set<PromiseEvent>().SingleAsync(one => one.Kind == PromiseEventKind.AuthorAsked);
        return site.Get<LinkKey>().Sign(LinkPurpose.Promise, asked.Id.Value, 0);
    }

    /// <summary>A promise on which a report waits to be read.</summary>
    private static async Task<string> ReportedAsync(TestSite site, GivenStory story)
    {
        var slug = await site.Get<IServiceProvider>().PromiseAsync(story, what: "A letter in plain words");
        var (db, now) = (site.Get<InfoStoryContext>(), site.Get<TimeProvider>().UtcNow);
        var promise = await db.Promises.Include(one => one.Events).SingleAsync(one => one.Slug == slug);
        var report = new PromiseReport { PromiseId = promise.Id };
        report.Send(new() { Kind = PromiseEventKind.Made, Words = "It is on every letter." }, new(0), now);
        promise.Report(now);
        db.Add(report);
        await db.SaveChangesAsync();
        return slug;
    }

    /// <summary>The link by which the author says whether anything changed.</summary>
    private static async Task<string> ChangedLinkAsync(TestSite site, GivenStory story)
    {
        var db = site.Get<InfoStoryContext>();
        db.Add(new ChangeQuestion { StoryId = story.Id, AskedAt = site.Get<TimeProvider>().UtcNow });
        await db.SaveChangesAsync();
        return site.Get<LinkKey>().Sign(LinkPurpose.Change, story.Id.Value, 0);
    }

    /// <summary>The link by which somebody says that they deleted what was called back.</summary>
    private static async Task<string> CalledBackLinkAsync(TestSite site)
    {
        var story = await site.Given(A.Story().Titled("Called back").Published());
        var organisation = new Organisation { Name = "Called Back Trust", Slug = "called-back-trust", Mailbox = "office@called.example" };
        var db = site.Get<InfoStoryContext>();
        db.Add(organisation);
        await db.SaveChangesAsync();
        db.Add(new Delivery
        {
            CaseStudyId = story.CaseStudy,
            Audience = Audience.Website,
            Recipient = $"ask of organisation {organisation.Id}",
            SentAt = site.Get<TimeProvider>().UtcNow,
        });
        await db.SaveChangesAsync();
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, CancellationToken.None);
        await site.Get<RecallRun>().RunAsync(CancellationToken.None);
        var called = await site.Get<InfoStoryContext>().Deliveries.SingleAsync(one => one.CalledBackAt != null);
        return site.Get<LinkKey>().Sign(LinkPurpose.Recall, called.LinkId!.Value.Value, 0);
    }

    private static async Task<string> AskAsync(TestSite site, GivenStory story) => $"{await site.PutAsync(story.Slug!, "Kent Care Board")}";

    /// <summary>What the table says, with the names of this site in it.</summary>
    public string Named(string cell) => Addresses.Aggregate(cell, (address, name) => address.Replace(name.Key, name.Value, StringComparison.Ordinal));
}
