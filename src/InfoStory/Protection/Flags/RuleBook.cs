using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.People;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>A rule with what the team made of it: how often it raised a flag, and how often that flag was dismissed.</summary>
public sealed record RuleWithRates(FlagRule Rule, int Flags, int Dismissed, string? OffBy, DateTime? OffAt)
{
    /// <summary>What waits for a second administrator; null where nothing does.</summary>
    public ProposedSwitch? Proposed { get; init; }

    public bool IsOn => OffAt is null;

    /// <summary>The share that was dismissed, from 0 to 1; null while there is no flag.</summary>
    public double? Rate => Flags == 0 ? null : (double)Dismissed / Flags;
}

/// <summary>When a rule was switched on or off, and by whom.</summary>
public sealed record RuleSwitch(string Act, string By, DateTime At);

/// <summary>The rules that raise flags: how good they are, and whether they are on.</summary>
public sealed class RuleBook(InfoStoryContext db, IValidator<ProposeSwitch> rules, TimeProvider clock)
{
    /// <summary>Under this subject history keeps what was switched.</summary>
    private const string Subject = "Rules of flags";

    private const string OnlyAdministrators = "Only an administrator can switch a rule on or off.";

    /// <summary>
    /// Every rule. Four statements; the counts come from one pass over an index that holds nothing but rules and times, without the duplicates that
    /// name a story on hold.
    /// </summary>
    public async Task<IReadOnlyList<RuleWithRates>> ListAsync(CancellationToken cancellation)
    {
        // One of danger may have been switched off before that was refused: it counts as on.
        var off = (await db.SwitchedOffRules.AsNoTracking().ToListAsync(cancellation)).Where(rule => FlagRules.Find(rule.Rule) is { CanBeOff: true })
            .ToDictionary(rule => rule.Rule, StringComparer.Ordinal);
        var proposed = await db.ProposedSwitches.AsNoTracking().ToDictionaryAsync(rule => rule.Rule, cancellation);
        var counts = await db.Flags.GroupBy(flag => flag.Rule)
            .Select(rule => new { rule.Key, Flags = rule.Count(), Dismissed = rule.Count(flag => flag.DismissedAt != null) })
            .ToDictionaryAsync(rule => rule.Key, cancellation);
        // Nor does a count tell that a story on hold says nearly what somebody has just entered.
        var hidden = await db.FlagsNamingStoryOnHold.GroupBy(flag => flag.Rule)
            .Select(rule => new { rule.Key, Flags = rule.Count(), Dismissed = rule.Count(flag => flag.DismissedAt != null) })
            .ToDictionaryAsync(rule => rule.Key, cancellation);
        return
        [
            .. FlagRules.All.Select(rule => new RuleWithRates(
                rule, (counts.GetValueOrDefault(rule.Name)?.Flags ?? 0) - (hidden.GetValueOrDefault(rule.Name)?.Flags ?? 0),
                (counts.GetValueOrDefault(rule.Name)?.Dismissed ?? 0) - (hidden.GetValueOrDefault(rule.Name)?.Dismissed ?? 0),
                off.GetValueOrDefault(rule.Name)?.By, off.GetValueOrDefault(rule.Name)?.At) { Proposed = proposed.GetValueOrDefault(rule.Name) }),
        ];
    }

    /// <summary>The last 50 switches, newest first.</summary>
    public Task<List<RuleSwitch>> HistoryAsync(CancellationToken cancellation) =>
        db.History.AsNoTracking().Where(entry => entry.Subject == Subject).OrderByDescending(entry => entry.Number)
            .Take(50).Select(entry => new RuleSwitch(entry.Act.With(entry.Why), entry.By, entry.At)).ToListAsync(cancellation);

    /// <summary>True where another administrator can sign in, who could confirm what this one proposes.</summary>
    public Task<bool> HasSecondAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        return db.Staff.AnyAsync(
            staff => staff.Id != actor.StaffId && staff.ClosedAt == null && staff.PasswordHash != null && staff.Roles.HasFlag(Roles.Administrator),
            cancellation);
    }

    /// <summary>
    /// Says that a rule should be switched off, and why: it stays on until another administrator confirms that. Said again, it gives another reason.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such rule.</exception>
    /// <exception cref="ConflictException">It guards what is published, or sees danger; it is off, or somebody else proposes the same.</exception>
    public async Task ProposeOffAsync(ProposeSwitch command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        var name = Switchable(command.Rule).Name;
        await rules.ValidateAndThrowAsync(command, cancellation);
        if (await db.SwitchedOffRules.AnyAsync(one => one.Rule == name, cancellation)) throw new ConflictException("This rule is off already.");

        var before = await db.ProposedSwitches.FirstOrDefaultAsync(one => one.Rule == name, cancellation);
        if (before is not null && before.ById != actor.StaffId)
            throw new ConflictException("Somebody else has proposed to switch this rule off. Confirm that, or turn it down.");

        var why = PlainText.Tidy(command.Why);
        if (before?.Why == why) return;

        var proposed = new ProposedSwitch { Rule = name, Why = why, ById = actor.StaffId!.Value, By = actor.Name, At = clock.UtcNow };
        db.History.Add(HistoryEntry.Of(Subject, HistoryAct.SwitchProposed, actor, clock.UtcNow, $"{name}, because: {why}"));
        if (before is null) db.Add(proposed);
        else db.Entry(before).CurrentValues.SetValues(proposed);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Another administrator than the one who proposed it switches the rule off; flags that were raised before stay where they are.</summary>
    /// <param name="seen">When what is confirmed was proposed: another reason than the one that was read is not confirmed.</param>
    /// <exception cref="NotFoundException">There is no such rule.</exception>
    /// <exception cref="ForbiddenException">The same administrator proposed it.</exception>
    /// <exception cref="ConflictException">Nobody proposes it any more, or for another reason.</exception>
    public async Task ConfirmOffAsync(string name, long seen, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        Switchable(name);
        var proposed = await db.ProposedSwitches.FirstOrDefaultAsync(one => one.Rule == name, cancellation);
        if (proposed is null || proposed.At.Ticks != seen) throw new ConflictException("What you confirmed has changed. Look at the rule again.");
        if (proposed.ById == actor.StaffId) throw new ForbiddenException("You proposed this yourself. Another administrator confirms it.");

        db.Remove(proposed);
        db.Add(new SwitchedOffRule { Rule = name, By = actor.Name, At = clock.UtcNow });
        db.History.Add(HistoryEntry.Of(Subject, HistoryAct.SwitchedOff, actor, clock.UtcNow, name));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Takes back what one proposed oneself, or turns down what another did. Where nothing is proposed it changes nothing.</summary>
    /// <exception cref="NotFoundException">There is no such rule.</exception>
    public async Task LeaveOnAsync(string name, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        _ = FlagRules.Find(name) ?? throw new NotFoundException("The rule");
        if (await db.ProposedSwitches.FirstOrDefaultAsync(one => one.Rule == name, cancellation) is not { } proposed) return;

        db.Remove(proposed);
        db.History.Add(HistoryEntry.Of(Subject, HistoryAct.SwitchNotDone, actor, clock.UtcNow, name));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Switches a rule on again, which needs no second person. Doing it twice changes nothing.</summary>
    /// <exception cref="NotFoundException">There is no such rule.</exception>
    public async Task SwitchOnAsync(string name, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        _ = FlagRules.Find(name) ?? throw new NotFoundException("The rule");
        if (await db.SwitchedOffRules.FirstOrDefaultAsync(one => one.Rule == name, cancellation) is not { } off) return;

        db.Remove(off);
        db.History.Add(HistoryEntry.Of(Subject, HistoryAct.SwitchedOn, actor, clock.UtcNow, name));
        await db.SaveOrConflictAsync(cancellation);
    }

    private static FlagRule Switchable(string? name) => FlagRules.Find(name ?? "") switch
    {
        null => throw new NotFoundException("The rule"),
        { IsLocked: true } => throw new ConflictException("This rule guards what is published. It cannot be switched off."),
        { CanBeOff: false } => throw new ConflictException("This rule sees that somebody may be in danger. It cannot be switched off."),
        var rule => rule,
    };
}
