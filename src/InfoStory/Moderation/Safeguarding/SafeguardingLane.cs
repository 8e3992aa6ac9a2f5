using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Safeguarding;

/// <summary>One line of the lane; it shows nothing that anybody wrote.</summary>
public sealed record CaseRow(
    Id<SafeguardingCase> Id, string Reference, SafeguardingLevel Level, DateTime RaisedAt, DateTime? OpenedAt, string? OpenedBy, DateTime? AlarmedAt)
{
    public DateTime DueAt => SafeguardingCase.DueFor(Level, RaisedAt);

    public bool IsInDanger => Level == SafeguardingLevel.ImmediateDanger;

    /// <summary>Whole minutes until it must be opened, begun ones counted; below zero where that time has passed; null where somebody opened it.</summary>
    public int? MinutesLeft(DateTime now) => OpenedAt is null ? (int)Math.Ceiling((DueAt - now).TotalMinutes) : null;

    public bool IsLate(DateTime now) => OpenedAt is null && DueAt <= now;
}

/// <summary>A page of the lane, immediate danger first and then oldest first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record LanePage(IReadOnlyList<CaseRow> Rows, Cursor? Next);

/// <summary>A case with its story, as a safeguarding lead reads it.</summary>
public sealed record CaseOnDesk(
    StoryOnDesk Story, int Revision, SafeguardingLevel Level, DateTime RaisedAt, string RaisedBy, DateTime DueAt, DateTime? AlarmedAt, string? OpenedBy,
    SafeguardingDecision? Decision, IReadOnlyList<GoldenRule> Rules, string? Why, string? SharedWith, string? HandOver);

/// <summary>
/// Safeguarding leads only: the cases that are open, each with its clock, and what is decided about them. Every opening is put into the history.
/// </summary>
public sealed class SafeguardingLane(
    InfoStoryContext db, Batch batch, StoryDesk desk, IValidator<RecordDecision> rules, SafeguardingCases cases, StoryLock storyLock,
    AuthorNotifier notifier, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int MissingAtOnce = 200;

    private const string LeadsOnly = "Only a safeguarding lead can do this.";

    /// <summary>The open cases, those of immediate danger first and each kind oldest first, from just after the cursor. Two statements.</summary>
    public async Task<LanePage> ListAsync(Cursor? after, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Safeguard, LeadsOnly);
        List<CaseRow> rows = [.. await StretchAsync(inDanger: true, after, PageSize + 1, cancellation)];
        if (rows.Count <= PageSize) rows.AddRange(await StretchAsync(inDanger: false, after, PageSize + 1 - rows.Count, cancellation));
        return new(
            rows.Count > PageSize ? rows[..PageSize] : rows,
            Cursor.After(rows, PageSize, row => DangerFirst.Place(row.IsInDanger, row.RaisedAt, row.Id.Value)));
    }

    /// <summary>Opens the case: who and when is in the history before anything is shown, and the first opening stops the alarm.</summary>
    /// <exception cref="NotFoundException">No case is open for this story.</exception>
    public async Task<CaseOnDesk> OpenAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Safeguard, LeadsOnly);
        SafeguardingCase found = null!;
        await db.InsistAsync(async () =>
        {
            found = await FindAsync(reference, cancellation);
            found.Open(actor.Name, clock.UtcNow);
            db.History.Add(HistoryEntry.Of(reference, HistoryAct.Opened, actor, clock.UtcNow, "safeguarding"));
            await db.SaveOrConflictAsync(cancellation);
        });

        return new(
            await desk.ShowAsync(reference, cancellation), found.Revision, found.Level,
            found.RaisedAt, found.RaisedBy, found.DueAt, found.AlarmedAt, found.OpenedBy,
            found.Decision, [.. Enum.GetValues<GoldenRule>().Where(rule => (found.Rules & Bit(rule)) != 0)], found.Why, found.SharedWith, found.HandOver);
    }

    /// <summary>Keeps what is written so far, for oneself or for whoever takes over.</summary>
    public Task SaveAsync(string reference, RecordDecision command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, [], HistoryAct.SafeguardingSaved, actor, found =>
        {
            Decide(found, command);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Closes the case; the story goes on in review, in the lead's hands.</summary>
    public Task CloseAsync(string reference, RecordDecision command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, [RecordDecisionRules.Closing], HistoryAct.SafeguardingClosed, actor, found =>
        {
            Decide(found, command);
            found.Close(actor.Name, clock.UtcNow);
            if (found.Story!.State != StoryState.OnHold) return Task.CompletedTask;

            found.Story.TakeOffHold(actor, clock.UtcNow);
            db.History.Add(HistoryEntry.Of(reference, HistoryAct.TakenOffHold, actor, clock.UtcNow));
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Closes the case and declines the story; the author reads the reason at My story.</summary>
    public Task DeclineAsync(string reference, RecordDecision command, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, command, [RecordDecisionRules.Closing, RecordDecisionRules.Declining], HistoryAct.SafeguardingClosed, actor, async found =>
        {
            // First, because the story may refuse it.
            found.Story!.Decline(PlainText.Tidy(command.Reason), clock.UtcNow);
            Decide(found, command);
            found.Close(actor.Name, clock.UtcNow);
            await notifier.NoteAsync([found.Story], HistoryAct.Declined, actor, clock.UtcNow, cancellation);
        }, cancellation);

    /// <summary>Opens a case for every story that is on hold without one: those from before there were cases. Returns how many.</summary>
    public async Task<int> OpenMissingAsync(CancellationToken cancellation)
    {
        var without = db.Stories
            .Where(story => story.State == StoryState.OnHold && !db.Set<SafeguardingCase>().Any(one => one.StoryId == story.Id && one.ClosedAt == null))
            .OrderByDescending(story => story.Safeguarding == SafeguardingLevel.ImmediateDanger).ThenBy(story => story.Id).Select(story => story.Id);
        return await batch.EachAsync(nameof(OpenMissingAsync), without, MissingAtOnce, id => id.Value, id => OpenMissingAsync(id, cancellation), cancellation);
    }

    /// <summary>Whoever else opens one holds the story too, or changes it: the later one finds the case that the first one opened.</summary>
    private async Task<int> OpenMissingAsync(Id<Story> id, CancellationToken cancellation)
    {
        var opened = 0;
        await db.TogetherAsync(
            async () =>
            {
                await storyLock.HoldAsync(id, cancellation);
                var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
                if (story.State == StoryState.OnHold) await cases.OpenAsync(story, Actor.System.Name, clock.UtcNow, cancellation);
                opened = await db.SaveChangesAsync(cancellation) > 0 ? 1 : 0;
            },
            cancellation);
        return opened;
    }

    private async Task<List<CaseRow>> StretchAsync(bool inDanger, Cursor? after, int most, CancellationToken cancellation)
    {
        if (!DangerFirst.GoesOn(after, inDanger, out var from)) return [];

        var open = db.SafeguardingCases.AsNoTracking()
            .Where(one => one.ClosedAt == null && (one.Level == SafeguardingLevel.ImmediateDanger) == inDanger);
        if (from is { At: var at, Id: var id })
        {
            var key = new Id<SafeguardingCase>(id);
            open = open.Where(one => one.RaisedAt >= at && (one.RaisedAt > at || one.Id > key));
        }

        return await open.OrderBy(one => one.RaisedAt).ThenBy(one => one.Id).Take(most)
            .Select(one => new CaseRow(one.Id, one.Story!.Reference, one.Level, one.RaisedAt, one.OpenedAt, one.OpenedBy, one.AlarmedAt))
            .ToListAsync(cancellation);
    }

    private async Task ActAsync(
        string reference, RecordDecision command, string[] ruleSets, HistoryAct act,
        Actor actor, Func<SafeguardingCase, Task> verb, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Safeguard, LeadsOnly);
        await rules.ValidateAsync(command, options => options.IncludeRuleSets(["default", .. ruleSets]).ThrowOnFailures(), cancellation);
        var found = (await FindAsync(reference, cancellation)).At(command.Revision);

        await verb(found);
        db.Touch(found);
        db.History.Add(HistoryEntry.Of(reference, act, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    private static void Decide(SafeguardingCase found, RecordDecision command) => found.Decide(
        command.Decision, command.Rules.Distinct().Sum(Bit), PlainText.TidyOrNull(command.Why),
        PlainText.TidyOrNull(command.SharedWith), PlainText.TidyOrNull(command.HandOver));

    private async Task<SafeguardingCase> FindAsync(string reference, CancellationToken cancellation) =>
        await db.SafeguardingCases.Include(one => one.Story).FirstOrDefaultAsync(one => one.Story!.Reference == reference && one.ClosedAt == null, cancellation)
        ?? throw new NotFoundException("The case");

    private static int Bit(GoldenRule rule) => 1 << (int)rule;
}
