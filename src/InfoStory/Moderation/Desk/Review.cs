using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Desk;

/// <summary>
/// What the team does to one story. Every act names the revision that was on the screen; where somebody saved first it throws
/// <see cref="ConflictException"/> and changes nothing, so that the page can show both texts.
/// </summary>
public sealed class Review(
    InfoStoryContext db, IValidator<ReviewStory> rules, Flagging flagging,
    PublicFlags publicFlags, SafeguardingCases cases, AuthorNotifier notifier, TimeProvider clock)
{
    /// <summary>Takes the story in hand; also takes it over from a colleague, or opens a decided story again.</summary>
    public async Task ClaimAsync(string reference, int revision, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = await FindAsync(reference, revision, cancellation);

        story.Claim(actor, clock.UtcNow);
        await SaveAsync(story, HistoryAct.Claimed, actor, cancellation);
    }

    /// <summary>Claims and keeps the note; where the story is in review already, keeps what was edited too.</summary>
    public Task ClaimAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, null, HistoryAct.Claimed, actor, story => story.Claim(actor, clock.UtcNow), cancellation);

    /// <summary>Claims a story that a colleague has decided meanwhile, and keeps what was edited.</summary>
    public Task ClaimAndSaveAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, null, HistoryAct.ClaimedAndEdited, actor, story => story.Claim(actor, clock.UtcNow), cancellation);

    /// <summary>Keeps the public text, kind, service, place, tags and note.</summary>
    public Task SaveAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, null, HistoryAct.Edited, actor, _ => { }, cancellation);

    /// <summary>Saves and asks the author a question, who answers it at My story.</summary>
    public Task AskAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, ReviewStoryRules.Asking, HistoryAct.AskedTheAuthor, actor, story =>
        {
            story.Ask();
            db.Messages.Add(new() { StoryId = story.Id, FromAuthor = false, Text = PlainText.Tidy(command.Question), By = actor.Name, At = clock.UtcNow });
        }, cancellation);

    /// <summary>Saves and approves: the story is ready, or goes to its author first where the author wants to see it.</summary>
    public Task ApproveAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, ReviewStoryRules.Approving, HistoryAct.Approved, actor, story =>
        {
            MustNotBeAsTold(story);
            story.Approve(actor, clock.UtcNow);
            if (story.Criticality is null) throw Scoring.Refused(nameof(ReviewStory.Criticality), "Choose how critical the story is before you approve");
        }, cancellation);

    /// <summary>Saves and declines; the author reads the reason at My story. On hold, only a safeguarding lead can.</summary>
    public Task DeclineAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, ReviewStoryRules.Declining, HistoryAct.Declined, actor, story =>
        {
            if (story.State == StoryState.OnHold) actor.Must(AccessPolicy.Safeguard, "Only a safeguarding lead can decline a story that is on hold.");
            story.Decline(PlainText.Tidy(command.Reason), clock.UtcNow);
        }, cancellation);

    /// <summary>Saves and puts the story on hold for safeguarding; only a safeguarding lead can take it off hold.</summary>
    public Task HoldAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, ReviewStoryRules.Holding, HistoryAct.PutOnHold, actor, story => story.Hold(), cancellation);

    /// <summary>Keeps the note and puts the story back into review. Safeguarding leads only.</summary>
    public Task TakeOffHoldAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, null, HistoryAct.TakenOffHold, actor, story =>
        {
            actor.Must(AccessPolicy.Safeguard, "Only a safeguarding lead can take a story off hold.");
            story.TakeOffHold(actor, clock.UtcNow);
        }, cancellation);

    private async Task ActAsync(
        string reference, ReviewStory command, string? ruleSet, HistoryAct act, Actor actor, Action<Story> verb, CancellationToken cancellation)
    {
        actor.MustModerate();
        // Nobody mends a sentence for words that are gone.
        if (await db.Stories.AnyAsync(story => story.Reference == reference && story.State == StoryState.Withdrawn, cancellation))
            throw new ConflictException("The author took this story back.");

        await rules.ValidateAsync(
            command, options => options.IncludeRuleSets([.. new[] { "default", ruleSet }.OfType<string>()]).ThrowOnFailures(), cancellation);
        var story = await FindAsync(reference, command.Revision, cancellation);

        var edits = story.State == StoryState.InReview || act == HistoryAct.Edited;
        if (edits) await EditAsync(story, command, actor, cancellation);
        story.KeepClaim(actor, clock.UtcNow);
        verb(story);
        if (act == HistoryAct.ClaimedAndEdited) await EditAsync(story, command, actor, cancellation);
        var kept = await flagging.FollowAsync(story, cancellation);
        if (edits) publicFlags.Dismiss(story, kept, command.Dismiss, actor);
        if (act == HistoryAct.Approved) await MustHaveNoOpenFlagAsync(story, command, cancellation);
        if (Note.Of(story, command.Note, actor, clock.UtcNow) is { } note) db.Notes.Add(note);
        if (story.State == StoryState.OnHold) await cases.OpenAsync(story, actor.Name, clock.UtcNow, cancellation);

        // What was typed is saved now, or is shown again by the page that could not save it.
        var page = command.Window;
        db.RemoveRange(await db.Set<EditDraft>().Where(draft => draft.StoryId == story.Id && draft.StaffId == actor.StaffId && draft.Page == page)
            .ToListAsync(cancellation));
        await SaveAsync(story, act, actor, cancellation);
    }

    private async Task EditAsync(Story story, ReviewStory command, Actor actor, CancellationToken cancellation)
    {
        // A tag may have been merged or split while the page was open.
        var today = await Successors.LoadAsync(db, cancellation);
        var tags = today.Of(command.Tags, story.Tags.ConvertAll(tagged => tagged.TagId));
        story.Edit(
            new(PlainText.TidyOrNull(command.PublicTitle), PlainText.TidyOrNull(command.PublicText), command.Kind, today.Of(command.Service), command.Place,
                [.. tags]), actor);
        if (command.Criticality is { } criticality) story.Score(criticality, actor);
    }

    /// <summary>Editing starts from a copy of the words as told, and those are never published, however they are spaced.</summary>
    private static void MustNotBeAsTold(Story story)
    {
        if (story.PublicText is null || Shingles.Of(story.PublicText).Exact != Shingles.Of(story.Told).Exact) return;
        throw new ValidationException(
            [new(nameof(ReviewStory.PublicText), "The public text is still the words as told. Edit it so that nobody can be recognised")]);
    }

    private async Task MustHaveNoOpenFlagAsync(Story story, ReviewStory command, CancellationToken cancellation)
    {
        var open = await publicFlags.OpenAsync([story.Id], command.Texts(), cancellation);
        if (open.Count > 0) throw new ValidationException(PublicFlags.Refusals(open).Select(one => new ValidationFailure(one.Field, one.Sentence)));
    }

    private async Task<Story> FindAsync(string reference, int revision, CancellationToken cancellation)
    {
        var story = await db.Stories.Include(story => story.Tags).FindAsync(story => story.Reference == reference, cancellation);
        return story.At(revision);
    }

    private async Task SaveAsync(Story story, HistoryAct act, Actor actor, CancellationToken cancellation)
    {
        db.Touch(story);
        await notifier.NoteAsync([story], act, actor, clock.UtcNow, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }
}
