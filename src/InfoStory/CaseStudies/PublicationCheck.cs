using FluentValidation;
using FluentValidation.Results;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>What is about to be done with the words of a case study. What is scheduled asks as <see cref="Publish"/> when its moment comes.</summary>
public enum PublicationStep
{
    /// <summary>The public reads a case study, and its words change.</summary>
    ChangeWhilePublic,

    /// <summary>Its authors read it, before anybody else may.</summary>
    SendToAuthor,

    Publish,
}

/// <summary>
/// The one check that every way to the public passes: who asks which question is in docs/decisions/0030. It tells everything that
/// is missing at once, as sentences that say where to mend it.
/// </summary>
public sealed class PublicationCheck(InfoStoryContext db, PublicFlags flags, PictureShelf shelf, Jigsaw jigsaw, TimeProvider clock)
{
    internal const string NotSignedOff = "The author asked to see it first and has not said yes to these words. Send them to the author.";

    internal const string PublicNotSignedOff =
        "The author asked to see it first and has not said yes to these words. Take the case study down, change it there, and send it to the author.";

    internal const string OpenCase =
        "A safeguarding case is open for this story. It can be published when a safeguarding lead has closed the case.";

    internal const string OtherWords =
        "A second person read the public text of this story, and “The story” here has other words. Put the public text there, "
        + "or take the story back into review, change the public text, and let the second person read it again.";

    internal const string NotAsked = "Answer whether somebody could find out who this is";

    /// <summary>Everything that is missing; empty where nothing is. Its stories must be loaded with their consents.</summary>
    /// <param name="study">With the words that are to be read.</param>
    /// <param name="step">What is about to be done.</param>
    /// <param name="changed">Whether its words are others than those that were saved; a public case study that stays as it is asks less.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="at">The moment at which it is to be done; null for now.</param>
    /// <param name="typed">The form that its words stand in, with the flags that are dismissed there; null where they are saved, or are being saved.</param>
    public async Task<IReadOnlyList<Refusal>> MissingAsync(
        CaseStudy study, PublicationStep step, bool changed, CancellationToken cancellation, DateTime? at = null, EditCaseStudy? typed = null)
    {
        var now = at ?? clock.UtcNow;
        var stories = study.Stories.ConvertAll(drawn => drawn.Story!);
        var words = (typed ?? EditCaseStudy.Of(study)) with { Chains = study.Chains };
        // The form has a place for each that is kept, shown or not.
        if (typed is null && study.Pictures.Count > 0)
            words = words with { Pictures = EditPicture.Each(await shelf.OfAsync(study.Id, cancellation), study.Pictures) };
        List<Refusal> missing = [.. Incomplete(study.Summary, study.TheStory), .. Misquoted(words), .. Undescribed(words)];
        var open = await flags.OpenAsync([.. stories.Select(story => story.Id)], words.Texts(), cancellation);
        missing.AddRange(PublicFlags.Refusals(open.Where(flag => !words.Dismiss.Flags.Contains(flag.Key))));
        if (changed && step != PublicationStep.SendToAuthor && !study.Intruder.StandsFor(study.Words(), now)) missing.Add(Unanswered);
        foreach (var story in stories) missing.AddRange(Missing(study, story, step, changed, now));
        if (changed && await HasOpenCaseAsync(stories, cancellation)) missing.Add(new(OpenCase));

        return Together(missing);
    }

    /// <summary>
    /// What keeps the words as they are saved from being published, besides a clock that only has to run: then it is the moment at which it has run out.
    /// </summary>
    public async Task<(IReadOnlyList<Refusal> Missing, DateTime? Later)> OfSavedAsync(Id<CaseStudy> id, CancellationToken cancellation)
    {
        var study = await db.CaseStudies.AsNoTracking().AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .FindAsync(study => study.Id == id, cancellation);
        return (await MissingAsync(study, PublicationStep.Publish, changed: true, cancellation, MomentOf(study)), Later(study));
    }

    /// <summary>The same of words that are typed.</summary>
    /// <param name="study">With those words, and tracked by nothing.</param>
    /// <param name="typed">The form that they stand in.</param>
    /// <param name="step">What is about to be done.</param>
    /// <param name="changed">Whether its words are others than those that were saved.</param>
    /// <param name="cancellation">Ends it.</param>
    internal Task<IReadOnlyList<Refusal>> OfTypedAsync(
        CaseStudy study, EditCaseStudy typed, PublicationStep step, bool changed, CancellationToken cancellation) =>
        MissingAsync(study, step, changed, cancellation, step == PublicationStep.Publish ? MomentOf(study) : null, typed);

    /// <summary>True where nothing shows that the words of this revision were ever public.</summary>
    public Task<bool> MayNeverHaveBeenPublicAsync(Id<CaseStudy> study, int revision, CancellationToken cancellation) => db.Set<CaseStudyRevision>()
        .AnyAsync(one => one.CaseStudyId == study && one.Number == revision && !one.WasPublic, cancellation);

    /// <summary>What each of its stories has in common with too few public case studies, as a sentence; none where the groups are large enough.</summary>
    public async Task<IReadOnlyList<string>> SmallGroupsAsync(Id<CaseStudy> id, CancellationToken cancellation)
    {
        List<string> groups = [];
        var stories = await db.CaseStudies.AsNoTracking().Where(study => study.Id == id).SelectMany(study => study.Stories).Select(drawn => drawn.Story!)
            .ToListAsync(cancellation);
        foreach (var story in stories)
            groups.AddRange((await jigsaw.FindAsync(story, cancellation)).Select(found => $"{found.Words}. {found.Detail}"));
        return [.. groups.Distinct()];
    }

    /// <summary>The refusal of a form: invalid where only fields have to be mended, else a conflict. Either carries all of it.</summary>
    internal static Exception Refused(IEnumerable<Refusal> wrong)
    {
        var all = Together(wrong);
        return all.All(one => one.Field is not null)
            ? new ValidationException(all.Select(one => new ValidationFailure(one.Field, one.Sentence)))
            : new ConflictException(all);
    }

    /// <summary>A field of the form has one place for what is wrong with it.</summary>
    internal static IReadOnlyList<Refusal> Together(IEnumerable<Refusal> wrong) =>
        [.. wrong.Distinct().GroupBy(one => one.Field ?? one.Sentence)
            .Select(field => new Refusal(string.Join(". ", field.Select(one => one.Sentence)), field.First().Field))];

    /// <summary>The open flags on these words of the case study, saved or not.</summary>
    public async Task<IReadOnlyList<OpenFlag>> OpenFlagsAsync(Id<CaseStudy> study, EditCaseStudy words, CancellationToken cancellation) =>
        await flags.OpenAsync(await StoriesAsync(study, cancellation), (words with { Chains = await ChainsAsync(study, cancellation) }).Texts(), cancellation);

    /// <summary>What everyone is to read of why it is taken down, where nothing is to be seen in it that would have to be dismissed.</summary>
    /// <exception cref="ValidationException">A rule for public words sees something.</exception>
    internal async Task<TakenDown> WhyTakenDownAsync(CaseStudy study, EditCaseStudy command, CancellationToken cancellation)
    {
        var words = new PublicWords(
            nameof(EditCaseStudy.TakenDownWords), "What everyone reads", FlagPlace.CaseStudy, PlainText.TidyOrNull(command.TakenDownWords));
        var open = await flags.OpenAsync(study.Stories.ConvertAll(drawn => drawn.StoryId), [words], cancellation);
        return open.Count == 0 ? new(command.TakenDownWhy!.Value, words.Text) : throw Refused(PublicFlags.Refusals(open));
    }

    /// <inheritdoc cref="PublicFlags.SettledAsync"/>
    public async Task<IReadOnlyList<string>> SettledFlagsAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        await flags.SettledAsync(await StoriesAsync(study, cancellation), cancellation);

    /// <returns>What a case study is published with.</returns>
    /// <inheritdoc cref="ClearedToPublish.ByAsync"/>
    public Task<ClearedToPublish> PassAsync(CaseStudy study, PublicationStep step, CancellationToken cancellation, bool changed = true, Refusal? also = null,
        DateTime? at = null) => ClearedToPublish.ByAsync(this, study, step, changed, also, at, clock, cancellation);

    private Task<List<Id<Story>>> StoriesAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        db.Set<CaseStudyStory>().Where(drawn => drawn.CaseStudyId == study).Select(drawn => drawn.StoryId).ToListAsync(cancellation);

    private async Task<List<ShownChain>> ChainsAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        await db.CaseStudies.Where(one => one.Id == study).Select(one => one.Chains).FirstOrDefaultAsync(cancellation) ?? [];

    /// <summary>The next moment at which the clocks let it be published; null where that is now, or no waiting mends it.</summary>
    private DateTime? Later(CaseStudy study) =>
        PublicationClock.Released(study.Stories.Select(drawn => drawn.Story!.Scored), clock.UtcNow) is { } next && next > clock.UtcNow ? next : null;

    private DateTime? MomentOf(CaseStudy study) => study.PublishAt > clock.UtcNow ? study.PublishAt : Later(study);

    private static Refusal Unanswered => new(NotAsked, $"{nameof(EditCaseStudy.Intruder)}.{nameof(AnswerIntruder.Why)}");

    private static IEnumerable<Refusal> Incomplete(string summary, string story)
    {
        if (summary.Length == 0) yield return new("Write a summary before you publish", nameof(EditCaseStudy.Summary));
        if (story.Length == 0) yield return new("Write the story before you publish", nameof(EditCaseStudy.TheStory));
    }

    /// <summary>What a quote says is what its author said yes to: it stands in the story.</summary>
    private static IEnumerable<Refusal> Misquoted(EditCaseStudy words) => words.Quotes.Index()
        .Where(one => !EditCaseStudyRules.IsQuoteOf(QuotedWords.Tidy(one.Item), words.TheStory))
        .Select(one => new Refusal(EditCaseStudyRules.NotInStory, $"{nameof(EditCaseStudy.Quotes)}[{one.Index}]"));

    private static IEnumerable<Refusal> Undescribed(EditCaseStudy words) => words.Pictures.Index()
        .Where(one => one.Item.Show && string.IsNullOrEmpty(one.Item.Alt))
        .Select(one => new Refusal(PictureRules.NoAlt, $"{nameof(EditCaseStudy.Pictures)}[{one.Index}].{nameof(EditPicture.Alt)}"));

    /// <summary>Where there are several stories, each sentence says of which it is.</summary>
    private static IEnumerable<Refusal> Missing(CaseStudy study, Story story, PublicationStep step, bool changed, DateTime now) =>
        MissingOf(study, story, step, changed, now).Select(one => study.Stories.Count == 1 ? one : $"{story.Reference}: {one}").Select(one => new Refusal(one));

    private static IEnumerable<string> MissingOf(CaseStudy study, Story story, PublicationStep step, bool changed, DateTime now)
    {
        if (!story.Allows(Audience.Website, now)) yield return Gate.NotAllowed(Audience.Website);
        if (step == PublicationStep.SendToAuthor)
        {
            if (!study.IsSignedOffFor(story) && !story.Can(StoryAct.SendToAuthor)) yield return Cannot("sent to its author", story);
            yield break;
        }

        if (!story.Can(StoryAct.Publish)) yield return Cannot("published", story);
        if (!changed) yield break;

        if (!study.IsSignedOffFor(story)) yield return step == PublicationStep.Publish ? NotSignedOff : PublicNotSignedOff;
        // What was published before there were scores can be put right without one.
        if (step == PublicationStep.ChangeWhilePublic && story.Criticality is null) yield break;

        if (PublicationClock.Obstacle(story.Scored, now) is { } obstacle) yield return $"{obstacle}{OnItsPage(story.Scored)}";
        if (story.Scored.Gravest >= Criticality.AvoidableHarm && !study.Holds(story)) yield return OtherWords;
    }

    /// <summary>Where the score is given and the service is told; on that page itself nobody needs to hear it.</summary>
    private static string? OnItsPage(Score score) => score switch
    {
        { Criticality: null } => " Score it on the story’s own page.",
        { Criticality: Criticality.AvoidableHarm, NoticeGivenAt: null } => " Give notice on the story’s own page.",
        _ => null,
    };

    private static string Cannot(string verb, Story story) => $"This story cannot be {verb}, because it is {story.State.InWords()}.";

    private Task<bool> HasOpenCaseAsync(List<Story> stories, CancellationToken cancellation)
    {
        var keys = stories.ConvertAll(story => story.Id);
        return db.SafeguardingCases.AnyAsync(one => keys.Contains(one.StoryId) && one.ClosedAt == null, cancellation);
    }
}
