using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Testing;

/// <summary>A story that exists: what its author knows of it, and the key of its case study where it has one.</summary>
public sealed record GivenStory(Id<Story> Id, string Reference, DraftSecret Secret, Receipt Receipt, string? Slug)
{
    /// <summary>The key of its case study; nothing where it has none.</summary>
    public Id<CaseStudy> CaseStudy { get; init; }
}

/// <summary>Describes a story and brings it, through the services, to the state that a test needs.</summary>
public sealed class StoryBuilder
{
    private string told = "I rang three times. Each time I began again from the start.";
    private string title = "Three calls for one answer";
    private string publicText = "A worker rang three times and began again each time.";
    private string? service, place;
    private string[] handedOn = [];
    private int? timesTold, servicesTold;
    private List<string> tags = [];
    private StoryKind kind = StoryKind.Failed;
    private List<Audience> audiences = [Audience.Website, Audience.PolicyMakers];
    private string? question;
    private Criticality criticality = Criticality.Friction;
    private bool seeFirst, again, hasPicture;
    private StoryState state = StoryState.Received;

    public StoryBuilder Told(string words) => With(() => told = words);

    public StoryBuilder Titled(string words) => With(() => title = words);

    public StoryBuilder PublicText(string words) => With(() => publicText = words);

    public StoryBuilder About(string? service = null, string? place = null) => With(() => (this.service, this.place) = (service, place));

    /// <summary>With a chain of hand-offs: a telephone call to each of these services, a week's wait, and all of it told again.</summary>
    public StoryBuilder HandedOn(params string[] services) => With(() => handedOn = services);

    /// <summary>With the two quick answers.</summary>
    public StoryBuilder ToldOften(int times, int services) => With(() => (timesTold, servicesTold) = (times, services));

    public StoryBuilder Tagged(params string[] names) => With(() => tags = [.. names]);

    public StoryBuilder Kind(StoryKind of) => With(() => kind = of);

    public StoryBuilder Scored(Criticality score) => With(() => criticality = score);

    public StoryBuilder NotForWebsite() => With(() => audiences = [Audience.PolicyMakers]);

    public StoryBuilder For(params Audience[] audiences) => With(() => this.audiences = [.. audiences]);

    public StoryBuilder SeeFirst() => With(() => seeFirst = true);

    public StoryBuilder Received() => With(() => state = StoryState.Received);

    public StoryBuilder InReview() => With(() => state = StoryState.InReview);

    public StoryBuilder WithAuthor() => With(() => (state, seeFirst) = (StoryState.WithAuthor, true));

    /// <summary>With its author, who is asked a question.</summary>
    public StoryBuilder Asked(string words = "Which month was it?") => With(() => (state, question) = (StoryState.WithAuthor, words));

    /// <summary>Signed off once, and with its author again: they read its case study, which says more.</summary>
    public StoryBuilder SentToAuthor() => With(() => (state, seeFirst, again) = (StoryState.Ready, true, true));

    public StoryBuilder Ready() => With(() => state = StoryState.Ready);

    /// <summary>With a picture on the page of its case study.</summary>
    public StoryBuilder WithPicture() => With(() => hasPicture = true);

    public StoryBuilder Published() => With(() => state = StoryState.Published);

    public StoryBuilder OnHold() => With(() => state = StoryState.OnHold);

    public StoryBuilder Declined() => With(() => state = StoryState.Declined);

    public StoryBuilder Withdrawn() => With(() => state = StoryState.Withdrawn);

    public StoryBuilder In(StoryState of) => With(() => (state, seeFirst) = (of, seeFirst || of == StoryState.WithAuthor));

    public async Task<GivenStory> BuildAsync(IServiceProvider services)
    {
        var secret = await DraftAsync(services);
        var sent = await services.GetRequiredService<StorySender>().SendAsync(secret, CancellationToken.None);
        // Not opened with its receipt, which costs a tenth of a second on purpose.
        var id = await services.GetRequiredService<InfoStoryContext>().Stories.Where(story => story.Reference == sent.Reference)
            .Select(story => story.Id).SingleAsync();
        var story = new GivenStory(id, sent.Reference, secret, sent.Receipt, Slug: null);

        await ReviewAsync(services, story);
        if (state == StoryState.Withdrawn) await services.GetRequiredService<Withdrawal>().WithdrawAsync(story.Id, CancellationToken.None);
        return state == StoryState.Published || again ? await PublishAsync(services, story) : story;
    }

    /// <summary>Answers every question, in a draft that is begun or in a new one, and returns its secret; it is not yet sent.</summary>
    public async Task<DraftSecret> DraftAsync(IServiceProvider services, DraftSecret? begun = null)
    {
        var drafts = services.GetRequiredService<Drafts>();
        var answer = new TellStory { Told = told, TimesTold = timesTold, ServicesTold = servicesTold };
        var secret = await drafts.SaveAsync(begun, answer, Rules<TellStory>(services), CancellationToken.None);
        await drafts.SaveAsync(
            secret, new SayWhoIsTelling { WhoIsTelling = WhoIsTelling.FrontLineWorker }, Rules<SayWhoIsTelling>(services), CancellationToken.None);
        await drafts.SaveAsync(
            secret, new SayWhere { Service = await ServiceAsync(services), Place = await PlaceAsync(services) },
            Rules<SayWhere>(services), CancellationToken.None);
        if (handedOn.Length > 0)
        {
            var known = await services.GetRequiredService<TagCatalogue>().InAsync(Facet.Service, CancellationToken.None);
            await drafts.SaveAsync(
                secret,
                new DescribeHandOffs
                {
                    Steps =
                    [
                        .. handedOn.Select(name => new HandOff
                        {
                            ServiceId = known.Single(tag => tag.Name == name).Id,
                            Channel = HandOffChannel.Telephone,
                            Waited = Waited.Week,
                            ToldAgain = true,
                            Happened = "A woman with a red scarf.",
                        }),
                    ],
                },
                Rules<DescribeHandOffs>(services), CancellationToken.None);
        }

        await drafts.SaveAsync(
            secret, new GivePermission { Audiences = audiences, Nobody = audiences.Count == 0, SeeFirst = seeFirst },
            Rules<GivePermission>(services), CancellationToken.None);
        return secret;
    }

    private async Task ReviewAsync(IServiceProvider services, GivenStory story)
    {
        if (state is StoryState.Received or StoryState.Withdrawn) return;

        var review = services.GetRequiredService<Review>();
        await review.ClaimAsync(story.Reference, 0, A.Moderator(), CancellationToken.None);

        var all = await services.GetRequiredService<TagCatalogue>().AllAsync(CancellationToken.None);
        var form = new ReviewStory
        {
            Revision = 1,
            PublicTitle = title,
            PublicText = publicText,
            Kind = kind,
            Criticality = criticality,
            Service = await ServiceAsync(services),
            Place = await PlaceAsync(services),
            Tags = [.. all.Where(tag => tags.Contains(tag.Name)).Select(tag => tag.Id)],
            Reason = state == StoryState.Declined ? "We cannot publish this one." : null,
            Note = state == StoryState.OnHold ? "A lead must read this." : null,
            Question = question,
        };

        if (state is not (StoryState.InReview or StoryState.OnHold or StoryState.Declined))
            form = form with { Dismiss = await EveryFlagAsync(services, story, form.Texts()) };
        Task act = state switch
        {
            StoryState.WithAuthor when question is not null => review.AskAsync(story.Reference, form, A.Moderator(), CancellationToken.None),
            StoryState.InReview => review.SaveAsync(story.Reference, form, A.Moderator(), CancellationToken.None),
            StoryState.Declined => review.DeclineAsync(story.Reference, form, A.Moderator(), CancellationToken.None),
            StoryState.OnHold => review.HoldAsync(story.Reference, form, A.Moderator(), CancellationToken.None),
            _ => review.ApproveAsync(story.Reference, form, A.Moderator(), CancellationToken.None),
        };
        await act;

        if (seeFirst && state is (StoryState.Ready or StoryState.Published)) await SignOffAsync(services, story.Id);
    }

    /// <summary>Publishes, or stops where the author reads the case study.</summary>
    private async Task<GivenStory> PublishAsync(IServiceProvider services, GivenStory story)
    {
        var editing = services.GetRequiredService<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(story.Reference, A.Publisher(), CancellationToken.None);
        var form = new EditCaseStudy { Title = title, Summary = $"In short: {title}.", TheStory = publicText }.Answered();
        if (hasPicture)
        {
            await services.GetRequiredService<CaseStudyPictures>().AddAsync(
                key, new() { File = Photograph.Png(1280, 48), Alt = "A board on a wall" }, A.Publisher(), CancellationToken.None);
            var begun = await editing.ShowAsync(key, CancellationToken.None);
            form = form with { Revision = begun.Revision, Pictures = begun.ToForm().Pictures };
        }

        form = form with { Dismiss = await EveryFlagAsync(services, story, form.Texts()) };
        if (seeFirst)
        {
            await editing.SendToAuthorAsync(key, form, A.Publisher(), CancellationToken.None);
            if (again) return await WithStudyAsync();

            form = form with { Revision = form.Revision + 1 };
            await SignOffAsync(services, story.Id);
        }

        await editing.PublishAsync(key, form, A.Publisher(), CancellationToken.None);
        return await WithStudyAsync();

        async Task<GivenStory> WithStudyAsync() =>
            story with { CaseStudy = key, Slug = (await editing.ShowAsync(key, CancellationToken.None)).Slug };
    }

    /// <summary>Words of tests are often no words; a test that is about flags raises them itself.</summary>
    private static async Task<DismissFlags> EveryFlagAsync(IServiceProvider services, GivenStory story, IReadOnlyList<PublicWords> words)
    {
        var open = await services.GetRequiredService<PublicFlags>().OpenAsync([story.Id], words, CancellationToken.None);
        return open.Count == 0 ? new() : new() { Flags = [.. open.Select(flag => flag.Key)], Why = DismissReason.NotWhatItLooksLike };
    }

    /// <summary>The author says yes to whatever waits for them.</summary>
    private static async Task SignOffAsync(IServiceProvider services, Id<Story> id)
    {
        var (shown, signingOff) =
            (await services.GetRequiredService<MyStory>().ShowAsync(id, CancellationToken.None), services.GetRequiredService<SigningOff>());
        await signingOff.SignOffAsync(id, shown.Revision, (await signingOff.ShowAsync(id, CancellationToken.None))?.Words, CancellationToken.None);
    }

    private async Task<Id<Tag>?> ServiceAsync(IServiceProvider services) =>
        service is null
            ? null
            : (await services.GetRequiredService<TagCatalogue>().InAsync(Facet.Service, CancellationToken.None)).Single(tag => tag.Name == service).Id;

    private async Task<Id<Place>?> PlaceAsync(IServiceProvider services) =>
        place is null ? null : (await services.GetRequiredService<PlaceCatalogue>().AllAsync(CancellationToken.None)).Single(choice => choice.Name == place).Id;

    private static IValidator<T> Rules<T>(IServiceProvider services) => services.GetRequiredService<IValidator<T>>();

    private StoryBuilder With(Action change)
    {
        change();
        return this;
    }
}
