using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;

namespace InfoStory.Moderation.Desk;

/// <summary>
/// What is done about how critical an approved story is; while it is in review, saving scores it. Every act names the revision that was on the screen
/// and keeps the note.
/// </summary>
public sealed class Scoring(InfoStoryContext db, IValidator<ReviewStory> rules, TimeProvider clock)
{
    /// <summary>Scores a story that is in review or approved. Another score than before needs a second person and notice anew.</summary>
    /// <exception cref="ValidationException">There is no score.</exception>
    public Task ScoreAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, HistoryAct.Scored, actor,
            story => story.Score(command.Criticality ?? throw Refused(nameof(command.Criticality), "Choose how critical the story is"), actor), cancellation);

    /// <summary>A second person of a higher role says yes to the public text: a publisher for 3, a safeguarding lead for 4.</summary>
    /// <exception cref="ValidationException">It is scored 4, and nobody has said that the public text does not tell the act as it was told.</exception>
    public Task SecondAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, HistoryAct.Seconded, actor, story =>
        {
            story.Second(actor, clock.UtcNow);
            if (story.Scored.Gravest == Criticality.SeriousHarm && !command.NotAsTold)
                throw Refused(
                    nameof(command.NotAsTold), "Say that the public text does not tell the act as it was told. If it does, take the story back into review");
        }, cancellation);

    /// <summary>The service that is named has been told; three working days later the story may be published. Publishers only.</summary>
    public Task GiveNoticeAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, HistoryAct.NoticeGiven, actor, story =>
        {
            actor.Must(AccessPolicy.Publish, "Only a publisher gives notice to a service.");
            story.GiveNotice(clock.UtcNow);
        }, cancellation);

    private async Task ActAsync(
        string reference, ReviewStory command, HistoryAct act, Actor actor, Action<Story> verb, CancellationToken cancellation)
    {
        actor.MustModerate();
        await rules.ValidateAndThrowAsync(command, cancellation);
        var story = (await db.Stories.FindAsync(story => story.Reference == reference, cancellation)).At(command.Revision);
        verb(story);
        if (Note.Of(story, command.Note, actor, clock.UtcNow) is { } note) db.Notes.Add(note);
        db.Touch(story);
        db.History.Add(HistoryEntry.Of(story.Reference, act, actor, clock.UtcNow, story.Criticality is { } score ? $"scored {(int)score}" : null));
        await db.SaveOrConflictAsync(cancellation);
    }

    internal static ValidationException Refused(string property, string sentence) => new([new ValidationFailure(property, sentence)]);
}
