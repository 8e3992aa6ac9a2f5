using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>A rule with what the team made of it: how often it raised a flag, and how often that flag was dismissed.</summary>
public sealed record RuleWithRates(FlagRule Rule, int Flags, int Dismissed, string? OffBy, DateTime? OffAt)
{
    public bool IsOn => OffAt is null;

    /// <summary>The share that was dismissed, from 0 to 1; null while there is no flag.</summary>
    public double? Rate => Flags == 0 ? null : (double)Dismissed / Flags;
}

/// <summary>When a rule was switched on or off, and by whom.</summary>
public sealed record RuleSwitch(string Act, string By, DateTime At);

/// <summary>The rules that raise flags: how good they are, and whether they are on.</summary>
public sealed class RuleBook(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>Under this subject history keeps what was switched.</summary>
    private const string Subject = "Rules of flags";

    /// <summary>
    /// Every rule. Three statements; the counts come from one pass over an index that holds nothing but rules and times, without the duplicates that
    /// name a story on hold.
    /// </summary>
    public async Task<IReadOnlyList<RuleWithRates>> ListAsync(CancellationToken cancellation)
    {
        // One of danger may have been switched off before that was refused: it counts as on.
        var off = (await db.SwitchedOffRules.AsNoTracking().ToListAsync(cancellation)).Where(rule => FlagRules.Find(rule.Rule) is { CanBeOff: true })
            .ToDictionary(rule => rule.Rule, StringComparer.Ordinal);
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
                off.GetValueOrDefault(rule.Name)?.By, off.GetValueOrDefault(rule.Name)?.At)),
        ];
    }

    /// <summary>The last 50 switches, newest first.</summary>
    public Task<List<RuleSwitch>> HistoryAsync(CancellationToken cancellation) =>
        db.History.AsNoTracking().Where(entry => entry.Subject == Subject).OrderByDescending(entry => entry.Number)
            .Take(50).Select(entry => new RuleSwitch(entry.Act.With(entry.Why), entry.By, entry.At)).ToListAsync(cancellation);

    /// <summary>Switches a rule on or off; flags that were raised before stay where they are. Administrators only. Doing it twice changes nothing.</summary>
    /// <exception cref="NotFoundException">There is no such rule.</exception>
    /// <exception cref="ConflictException">It guards what is published, or sees danger.</exception>
    public async Task SwitchAsync(string name, bool on, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, "Only an administrator can switch a rule on or off.");
        var rule = FlagRules.Find(name) ?? throw new NotFoundException("The rule");
        if (rule.IsLocked) throw new ConflictException("This rule guards what is published. It cannot be switched off.");
        if (!rule.CanBeOff) throw new ConflictException("This rule sees that somebody may be in danger. It cannot be switched off.");

        var off = await db.SwitchedOffRules.FirstOrDefaultAsync(one => one.Rule == name, cancellation);
        if (on == (off is null)) return;

        if (off is null) db.Add(new SwitchedOffRule { Rule = name, By = actor.Name, At = clock.UtcNow });
        else db.Remove(off);
        db.History.Add(HistoryEntry.Of(Subject, on ? HistoryAct.SwitchedOn : HistoryAct.SwitchedOff, actor, clock.UtcNow, name));
        await db.SaveOrConflictAsync(cancellation);
    }
}
