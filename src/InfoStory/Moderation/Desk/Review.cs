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
        var story = (await FindAsync(reference, cancellation)).At(revision);

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
        ActAsync(reference, command, ReviewStoryRules.Approving, HistoryAct.Approved, actor, story => story.Approve(actor, clock.UtcNow), cancellation);

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

        var wrong = (await rules.ValidateAsync(
            command, options => options.IncludeRuleSets([.. new[] { "default", ruleSet }.OfType<string>()]), cancellation)).Errors;
        if (wrong.Count > 0)
        {
            if (act == HistoryAct.Approved && await FindAsync(reference, cancellation) is { State: StoryState.InReview } written)
                wrong.AddRange(await UnfitAsync(written, command, flag => !Dismisses(command, flag), cancellation));
            throw Together(wrong);
        }

        var story = (await FindAsync(reference, cancellation)).At(command.Revision);

        var edits = story.State == StoryState.InReview || act == HistoryAct.Edited;
        if (edits) await EditAsync(story, command, actor, cancellation);
        story.KeepClaim(actor, clock.UtcNow);
        verb(story);
        if (act == HistoryAct.ClaimedAndEdited) await EditAsync(story, command, actor, cancellation);
        var kept = await flagging.FollowAsync(story, cancellation);
        if (edits) publicFlags.Dismiss(story, kept, command.Dismiss, actor);
        if (act == HistoryAct.Approved && await UnfitAsync(story, command, _ => true, cancellation) is { Count: > 0 } unfit) throw Together(unfit);
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

    /// <summary>What keeps these words from being approved, beside the rules of the form.</summary>
    private async Task<IReadOnlyList<ValidationFailure>> UnfitAsync(
        Story story, ReviewStory command, Func<OpenFlag, bool> counts, CancellationToken cancellation)
    {
        List<ValidationFailure> unfit = [];
        // Editing starts from a copy of the words as told, and those are never published, however they are spaced.
        if (PlainText.TidyOrNull(command.PublicText) is { } text && Shingles.AreSame(text, story.Told))
            unfit.Add(new(nameof(command.PublicText), "The public text is still the words as told. Edit it so that nobody can be recognised"));
        if ((command.Criticality ?? story.Criticality) is null)
            unfit.Add(new(nameof(command.Criticality), "Choose how critical the story is before you approve"));
        var open = (await publicFlags.OpenAsync([story.Id], command.Texts(), cancellation)).Where(counts);
        unfit.AddRange(PublicFlags.Refusals(open).Select(one => new ValidationFailure(one.Field, one.Sentence)));
        return unfit;
    }

    private static bool Dismisses(ReviewStory command, OpenFlag flag) => command.Dismiss.Why is not null && command.Dismiss.Flags.Contains(flag.Key);

    /// <summary>A field has one place for what is wrong with it.</summary>
    private static ValidationException Together(IEnumerable<ValidationFailure> wrong) =>
        new(wrong.GroupBy(one => one.PropertyName, one => one.ErrorMessage)
            .Select(field => new ValidationFailure(field.Key, string.Join(". ", field.Distinct()))));

    private Task<Story> FindAsync(string reference, CancellationToken cancellation) =>
        db.Stories.Include(story => story.Tags).FindAsync(story => story.Reference == reference, cancellation);

    private async Task SaveAsync(Story story, HistoryAct act, Actor actor, CancellationToken cancellation)
    {
        db.Touch(story);
        await notifier.NoteAsync([story], act, actor, clock.UtcNow, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }
}
