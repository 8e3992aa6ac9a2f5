using FluentValidation;
using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Web.Demonstration;

/// <summary>Fills an empty database with demonstration content in Development, through the same services that people use.</summary>
public sealed partial class Seeding(IServiceProvider services, ILogger<Seeding> logger)
{
    private const int Between = 3;

    internal static readonly Actor Team = new(null, "Demonstration team", Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead);

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
        await AddOrganisationsAsync(tags, places, cancellation);
        var studies = DemonstrationData.Read<List<DemonstrationCaseStudy>>("case-studies.json").ToDictionary(study => study.Story, StringComparer.Ordinal);

        var clock = new OtherDay();
        await using var then = services.WithClock(clock);
        var published = new Dictionary<string, PublishedThen>(StringComparer.Ordinal);
        var stories = DemonstrationData.Read<List<DemonstrationStory>>("stories.json").OrderByDescending(story => story.DaysAgo).ToList();
        Filling(stories.Count);
        foreach (var (number, told) in stories.Index())
        {
            if (number > 0 && number % Between == 0) Filled(number, stories.Count);
            await using var scope = then.CreateAsyncScope();
            var answers = new Told(told, tags, places);
            clock.DaysAgo = told.DaysAgo;
            var reference = await ShareAsync(scope.ServiceProvider, answers, cancellation);
            await ReviewAsync(scope.ServiceProvider, reference, answers, cancellation);
            if (told.State != StoryState.Published) continue;

            clock.DaysAgo = studies[told.Key].DaysAgo;
            published[told.Key] = await PublishAsync(scope.ServiceProvider, reference, studies[told.Key], told.SeeFirst, cancellation);
        }

        await new Changes(then, clock, published).RunAsync(cancellation);

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

    /// <summary>Nobody can take them for real ones.</summary>
    private async Task AddOrganisationsAsync(List<TagChoice> tags, List<PlaceChoice> places, CancellationToken cancellation)
    {
        foreach (var shown in DemonstrationData.Read<List<DemonstrationOrganisation>>("organisations.json"))
        {
            await services.GetRequiredService<OrganisationEditing>().AddAsync(
                new()
                {
                    Name = shown.Name,
                    Service = tags.First(tag => tag.Name == shown.Service).Id,
                    Places = [places.First(place => place.Name == shown.Place).Id],
                    Mailbox = shown.Mailbox,
                    WhyPublic = WhyPublic.NotWhatItLooksLike,
                },
                Team, cancellation);
        }
    }

    private static async Task<string> ShareAsync(IServiceProvider then, Told told, CancellationToken cancellation)
    {
        var secret = await SaveAsync(then, null, new TellStory { Told = told.Story.Told }, cancellation);
        await SaveAsync(then, secret, new SayWhoIsTelling { WhoIsTelling = told.Story.WhoIsTelling }, cancellation);
        await SaveAsync(then, secret, new SayWhere { Service = told.Service, Place = told.Place }, cancellation);
        if (told.Story.HandOffs.Count > 0) await SaveAsync(then, secret, new DescribeHandOffs { Steps = told.Steps }, cancellation);
        await SaveAsync(
            then, secret, new GivePermission { Audiences = told.Audiences, Nobody = told.Audiences.Count == 0, SeeFirst = told.Story.SeeFirst }, cancellation);
        return (await then.GetRequiredService<StorySender>().SendAsync(secret, cancellation)).Reference;
    }

    private static Task<DraftSecret> SaveAsync<T>(IServiceProvider then, DraftSecret? secret, T answers, CancellationToken cancellation) where T : IAnswer =>
        then.GetRequiredService<Drafts>().SaveAsync(secret, answers, then.GetRequiredService<IValidator<T>>(), cancellation);

    private static async Task ReviewAsync(IServiceProvider then, string reference, Told told, CancellationToken cancellation)
    {
        if (told.Story.State == StoryState.Received) return;

        var review = then.GetRequiredService<Review>();
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

        if (told.Story.State is StoryState.Ready or StoryState.Published or StoryState.WithAuthor)
            form = form with { Dismiss = await EveryFlagAsync(then, reference, form.Texts(), cancellation) };
        Task act = told.Story.State switch
        {
            StoryState.Declined => review.DeclineAsync(reference, form, Team, cancellation),
            StoryState.OnHold => review.HoldAsync(reference, form, Team, cancellation),
            StoryState.InReview => review.SaveAsync(reference, form, Team, cancellation),
            _ => review.ApproveAsync(reference, form, Team, cancellation),
        };
        await act;

        if (told.Story.SeeFirst && told.Story.State is StoryState.Ready or StoryState.Published) await SignOffAsync(then, reference, cancellation);
    }

    private static async Task<PublishedThen> PublishAsync(
        IServiceProvider then, string reference, DemonstrationCaseStudy study, bool seeFirst, CancellationToken cancellation)
    {
        var editing = then.GetRequiredService<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(reference, Team, cancellation);
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
            PlaceAndNeed = study.PlaceAndNeed,
            Partners = study.Partners,
            Barrier = study.Barrier,
            Figures = [.. study.Figures],
            Quotes = [.. study.Quotes],
            Intruder = new() { Known = true, Service = true, Searched = true, Together = true, Why = "Nobody described here exists." },
        };
        form = form with { Dismiss = await EveryFlagAsync(then, reference, form.Texts(), cancellation) };
        if (seeFirst)
        {
            await editing.SendToAuthorAsync(key, form, Team, cancellation);
            form = form with { Revision = form.Revision + 1 };
            await SignOffAsync(then, reference, cancellation);
        }

        await editing.PublishAsync(key, form, Team, cancellation);
        return new(key, (await then.GetRequiredService<StoryDesk>().ShowAsync(reference, cancellation)).Id);
    }

    /// <summary>The people of the demonstration do not exist.</summary>
    private static async Task<DismissFlags> EveryFlagAsync(
        IServiceProvider then, string reference, IReadOnlyList<PublicWords> words, CancellationToken cancellation)
    {
        var story = await then.GetRequiredService<StoryDesk>().ShowAsync(reference, cancellation);
        var open = await then.GetRequiredService<PublicFlags>().OpenAsync([story.Id], words, cancellation);
        return open.Count == 0
            ? new()
            : new() { Flags = [.. open.Select(flag => flag.Key)], Why = DismissReason.NotWhatItLooksLike, Remark = "Demonstration: nobody has this name" };
    }

    private static async Task SignOffAsync(IServiceProvider then, string reference, CancellationToken cancellation)
    {
        var story = await then.GetRequiredService<StoryDesk>().ShowAsync(reference, cancellation);
        var signingOff = then.GetRequiredService<SigningOff>();
        await signingOff.SignOffAsync(story.Id, story.Revision, (await signingOff.ShowAsync(story.Id, cancellation))?.Words, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Filling the empty database with demonstration content: {Count} stories")]
    private partial void Filling(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demonstration content: {Number} of {Count} stories")]
    private partial void Filled(int number, int count);

    private sealed record Told(DemonstrationStory Story, List<TagChoice> AllTags, List<PlaceChoice> AllPlaces)
    {
        public Id<Tag> Service => AllTags.First(tag => tag.Facet == Facet.Service && tag.Name == Story.Service).Id;

        public List<HandOff> Steps => [.. Story.HandOffs.Select(step => new HandOff
        {
            ServiceId = AllTags.First(tag => tag.Facet == Facet.Service && tag.Name == step.Service).Id,
            Channel = step.Channel,
            Waited = step.Waited,
            ToldAgain = step.ToldAgain,
        })];

        public Id<Place> Place => AllPlaces.First(place => place.Name == Story.Place).Id;

        public List<Audience> Audiences => [.. Enum.GetValues<Audience>().Where(audience => audience switch
        {
            Audience.Website => Story.Website,
            Audience.PolicyMakers or Audience.NamedService => Story.PolicyMakers,
            _ => false,
        })];

        public List<Id<Tag>> Tags => [.. AllTags.Where(tag => tag.Facet != Facet.Service && Story.Tags.Contains(tag.Name)).Select(tag => tag.Id)];
    }
}
