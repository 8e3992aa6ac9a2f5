using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Web.Demonstration;

/// <summary>Fills an empty database with demonstration content in Development, through the same services that people use.</summary>
public sealed partial class Seeding(IServiceProvider services, ReceiptKey key, ILogger<Seeding> logger)
{
    private const int Between = 3;

    private static readonly Actor Team = new(null, "Demonstration team", Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead);

    /// <exception cref="NotReadyException">A database with demonstration content is used outside Development.</exception>
    public static async Task RunAsync(IServiceProvider services, IHostEnvironment environment, CancellationToken cancellation)
    {
        var mark = services.GetRequiredService<DemonstrationMark>();
        // Read now and remembered, so that no page has to ask a database that may be gone by then.
        var marked = mark.IsOn;
        if (!environment.IsDevelopment())
        {
            if (marked) throw new NotReadyException("This database holds demonstration content. Use an empty one outside Development.");
            return;
        }

        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<StoryQueue>().IsEmptyAsync(cancellation)) return;

        mark.Set();
        await scope.ServiceProvider.GetRequiredService<Seeding>().FillAsync(cancellation);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        var now = services.GetRequiredService<TimeProvider>().UtcNow;
        var tags = await services.GetRequiredService<TagCatalogue>().AllAsync(cancellation);
        var places = await services.GetRequiredService<PlaceCatalogue>().AllAsync(cancellation);
        await OpenCampaignAsync(now.Date, places, cancellation);
        var studies = DemonstrationData.Read<List<DemonstrationCaseStudy>>("case-studies.json").ToDictionary(study => study.Story, StringComparer.Ordinal);

        var stories = DemonstrationData.Read<List<DemonstrationStory>>("stories.json").OrderByDescending(story => story.DaysAgo).ToList();
        Filling(stories.Count);
        foreach (var (number, told) in stories.Index())
        {
            if (number > 0 && number % Between == 0) Filled(number, stories.Count);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InfoStoryContext>();
            var clock = new DaysAgo(told.DaysAgo);
            var answers = new Told(told, tags, places);
            var reference = await ShareAsync(db, answers, clock, cancellation);
            await ReviewAsync(db, reference, answers, clock, cancellation);
            if (told.State == StoryState.Published) await PublishAsync(db, reference, studies[told.Key], told.SeeFirst, cancellation);
        }

        Filled(stories.Count, stories.Count);
    }

    private async Task OpenCampaignAsync(DateTime today, List<PlaceChoice> places, CancellationToken cancellation)
    {
        var shown = DemonstrationData.Read<DemonstrationCampaign>("campaign.json");
        var campaign = new Campaign
        {
            Slug = shown.Slug,
            Name = shown.Name,
            Hashtag = shown.Hashtag,
            Summary = shown.Summary,
            StartsAt = today.AddDays(-45),
            EndsAt = today.AddDays(45),
            Prompts = shown.Prompts,
        };
        campaign.TakeOnBoard(places.Where(place => shown.Places.Contains(place.Name)).Select(place => place.Id));
        await services.GetRequiredService<CampaignCalendar>().AddAsync(campaign, cancellation);
    }

    private async Task<string> ShareAsync(InfoStoryContext db, Told told, TimeProvider clock, CancellationToken cancellation)
    {
        var drafts = new Drafts(db, clock);
        var secret = await drafts.SaveAsync(null, new TellStory { Told = told.Story.Told }, new TellStoryRules(), cancellation);
        await drafts.SaveAsync(secret, new SayWhoIsTelling { WhoIsTelling = told.Story.WhoIsTelling }, new SayWhoIsTellingRules(), cancellation);
        await drafts.SaveAsync(secret, new SayWhere { Service = told.Service, Place = told.Place }, new SayWhereRules(db), cancellation);
        await drafts.SaveAsync(
            secret, new GivePermission { Audiences = told.Audiences, Nobody = told.Audiences.Count == 0, SeeFirst = told.Story.SeeFirst },
            new GivePermissionRules(), cancellation);
        return (await new StorySender(db, new(db, clock), key, clock).SendAsync(secret, cancellation)).Reference;
    }

    private async Task ReviewAsync(InfoStoryContext db, string reference, Told told, TimeProvider clock, CancellationToken cancellation)
    {
        if (told.Story.State == StoryState.Received) return;

        var review = new Review(db, new ReviewStoryRules(db), Flags(db, clock), clock);
        await review.ClaimAsync(reference, 0, Team, cancellation);
        var form = new ReviewStory
        {
            Revision = 1,
            PublicTitle = told.Story.Title,
            PublicText = told.Story.PublicText,
            Kind = told.Story.Kind,
            Criticality = told.Story.Kind == StoryKind.Worked ? Criticality.Praise : Criticality.Friction,
            Service = told.Service,
            Place = told.Place,
            Tags = told.Tags,
            Reason = told.Story.Reason,
            Note = told.Story.State == StoryState.OnHold ? told.Story.Reason : null,
        };

        Task act = told.Story.State switch
        {
            StoryState.Declined => review.DeclineAsync(reference, form, Team, cancellation),
            StoryState.OnHold => review.HoldAsync(reference, form, Team, cancellation),
            StoryState.InReview => review.SaveAsync(reference, form, Team, cancellation),
            _ => review.ApproveAsync(reference, form, Team, cancellation),
        };
        await act;

        if (told.Story.SeeFirst && told.Story.State is StoryState.Ready or StoryState.Published) await SignOffAsync(db, reference, clock, cancellation);
    }

    private static Flagging Flags(InfoStoryContext db, TimeProvider clock) => new(db, [new Duplicates(db), new Jigsaw(db, clock)], clock);

    private async Task PublishAsync(InfoStoryContext db, string reference, DemonstrationCaseStudy study, bool seeFirst, CancellationToken cancellation)
    {
        var clock = new DaysAgo(study.DaysAgo);
        var editing = new CaseStudyEditing(db, new EditCaseStudyRules(), new PublicationCheck(db, clock), Flags(db, clock), clock);
        var slug = await editing.DraftFromAsync(reference, Team, cancellation);
        var form = new EditCaseStudy
        {
            Title = study.Title,
            Summary = study.Summary,
            TheStory = study.TheStory,
            WhatWasNotShared = study.WhatWasNotShared,
            WhatTheyDid = study.WhatTheyDid,
            WhatChanged = study.WhatChanged,
            NotYetFixed = study.NotYetFixed,
            Learning = study.Learning,
        };
        if (seeFirst)
        {
            slug = await editing.SendToAuthorAsync(slug, form, Team, cancellation);
            form = form with { Revision = form.Revision + 1 };
            await SignOffAsync(db, reference, clock, cancellation);
        }

        await editing.PublishAsync(slug, form, Team, cancellation);
    }

    private async Task SignOffAsync(InfoStoryContext db, string reference, TimeProvider clock, CancellationToken cancellation)
    {
        var story = await new StoryDesk(db, new(db, clock), clock).ShowAsync(reference, cancellation);
        var signingOff = new SigningOff(db, new MyStory(db, key, clock), clock);
        await signingOff.SignOffAsync(story.Id, story.Revision, (await signingOff.ShowAsync(story.Id, cancellation))?.Words, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Filling the empty database with demonstration content: {Count} stories")]
    private partial void Filling(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demonstration content: {Number} of {Count} stories")]
    private partial void Filled(int number, int count);

    private sealed record Told(DemonstrationStory Story, List<TagChoice> AllTags, List<PlaceChoice> AllPlaces)
    {
        public Id<Tag> Service => AllTags.First(tag => tag.Facet == Facet.Service && tag.Name == Story.Service).Id;

        public Id<Place> Place => AllPlaces.First(place => place.Name == Story.Place).Id;

        public List<Audience> Audiences => [.. Enum.GetValues<Audience>().Where(audience => audience switch
        {
            Audience.Website => Story.Website,
            Audience.PolicyMakers => Story.PolicyMakers,
            _ => false,
        })];

        public List<Id<Tag>> Tags => [.. AllTags.Where(tag => tag.Facet != Facet.Service && Story.Tags.Contains(tag.Name)).Select(tag => tag.Id)];
    }

    /// <summary>A clock that was stopped at ten in the morning some days ago.</summary>
    private sealed class DaysAgo(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(System.GetUtcNow().UtcDateTime.Date.AddDays(-days).AddHours(10), TimeSpan.Zero);
    }
}
