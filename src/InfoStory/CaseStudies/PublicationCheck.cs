using FluentValidation;
using FluentValidation.Results;
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
public sealed class PublicationCheck(InfoStoryContext db, PublicFlags flags, TimeProvider clock)
{
    internal const string NotSignedOff = "The author asked to see it first and has not said yes to these words. Send them to the author.";

    internal const string PublicNotSignedOff =
        "The author asked to see it first and has not said yes to these words. Take the case study down, change it there, and send it to the author.";

    internal const string OpenCase =
        "A safeguarding case is open for this story. It can be published when a safeguarding lead has closed the case.";

    internal const string OtherWords =
        "A second person read the public text of this story, and “The story” here has other words. Put the public text there, "
        + "or take the story back into review, change the public text, and let the second person read it again.";

    /// <summary>Everything that is missing; empty where nothing is. Its stories must be loaded with their consents.</summary>
    /// <param name="study">With the words that are to be read.</param>
    /// <param name="step">What is about to be done.</param>
    /// <param name="changed">Whether its words are others than those that were saved; a public case study that stays as it is asks less.</param>
    public async Task<IReadOnlyList<Refusal>> MissingAsync(CaseStudy study, PublicationStep step, bool changed, CancellationToken cancellation)
    {
        var stories = study.Stories.ConvertAll(drawn => drawn.Story!);
        List<Refusal> missing = [.. Incomplete(study.Summary, study.TheStory)];
        missing.AddRange(PublicFlags.Refusals(
            await flags.OpenAsync([.. stories.Select(story => story.Id)], EditCaseStudy.Of(study).Texts(), cancellation)));
        foreach (var story in stories) missing.AddRange(Missing(study, story, step, changed));
        if (changed && await HasOpenCaseAsync(stories, cancellation)) missing.Add(new(OpenCase));

        return Together(missing);
    }

    /// <summary>What is missing in the fields of the form, whatever else is wrong with them.</summary>
    public async Task<IReadOnlyList<Refusal>> InFieldsAsync(CaseStudy study, EditCaseStudy words, CancellationToken cancellation)
    {
        var open = await OpenFlagsAsync(study.Id, words, cancellation);
        var (summary, story) = (PlainText.Tidy(words.Summary), PlainText.Tidy(words.TheStory));
        return [.. Incomplete(summary, story), .. PublicFlags.Refusals(open.Where(flag => !words.Dismiss.Flags.Contains(flag.Key)))];
    }

    /// <summary>The refusal of a form of which only fields have to be mended.</summary>
    public static ValidationException Refused(IEnumerable<Refusal> wrong) =>
        new(Together(wrong).Select(one => new ValidationFailure(one.Field, one.Sentence)));

    /// <summary>A field of the form has one place for what is wrong with it.</summary>
    internal static IReadOnlyList<Refusal> Together(IEnumerable<Refusal> wrong) =>
        [.. wrong.Distinct().GroupBy(one => one.Field ?? one.Sentence)
            .Select(field => new Refusal(string.Join(". ", field.Select(one => one.Sentence)), field.First().Field))];

    /// <summary>The open flags on these words of the case study, saved or not.</summary>
    public async Task<IReadOnlyList<OpenFlag>> OpenFlagsAsync(Id<CaseStudy> study, EditCaseStudy words, CancellationToken cancellation)
    {
        var stories = await db.Set<CaseStudyStory>().Where(drawn => drawn.CaseStudyId == study).Select(drawn => drawn.StoryId).ToListAsync(cancellation);
        return await flags.OpenAsync(stories, words.Texts(), cancellation);
    }

    /// <returns>What a case study is published with.</returns>
    /// <inheritdoc cref="ClearedToPublish.ByAsync"/>
    public Task<ClearedToPublish> PassAsync(CaseStudy study, PublicationStep step, CancellationToken cancellation, bool changed = true, Refusal? also = null) =>
        ClearedToPublish.ByAsync(this, study, step, changed, also, clock, cancellation);

    private static IEnumerable<Refusal> Incomplete(string summary, string story)
    {
        if (summary.Length == 0) yield return new("Write a summary before you publish", nameof(EditCaseStudy.Summary));
        if (story.Length == 0) yield return new("Write the story before you publish", nameof(EditCaseStudy.TheStory));
    }

    private IEnumerable<Refusal> Missing(CaseStudy study, Story story, PublicationStep step, bool changed)
    {
        var now = clock.UtcNow;
        if (!story.Allows(Audience.Website, now)) yield return new(Gate.NotAllowed(Audience.Website));
        if (step == PublicationStep.SendToAuthor)
        {
            if (!study.IsSignedOffFor(story) && !story.Can(StoryAct.SendToAuthor)) yield return new(Cannot("sent to its author", story));
            yield break;
        }

        if (!story.Can(StoryAct.Publish)) yield return new(Cannot("published", story));
        if (!changed) yield break;

        if (!study.IsSignedOffFor(story)) yield return new(step == PublicationStep.Publish ? NotSignedOff : PublicNotSignedOff);
        // What was published before there were scores can be put right without one.
        if (step == PublicationStep.ChangeWhilePublic && story.Criticality is null) yield break;

        if (PublicationClock.Obstacle(story.Scored, now) is { } obstacle) yield return new(obstacle);
        if (story.Scored.Gravest >= Criticality.AvoidableHarm && study.TheStory != story.PublicText) yield return new(OtherWords);
    }

    private static string Cannot(string verb, Story story) => $"This story cannot be {verb}, because it is {story.State.InWords()}.";

    private Task<bool> HasOpenCaseAsync(List<Story> stories, CancellationToken cancellation)
    {
        var keys = stories.ConvertAll(story => story.Id);
        return db.SafeguardingCases.AnyAsync(one => keys.Contains(one.StoryId) && one.ClosedAt == null, cancellation);
    }
}
