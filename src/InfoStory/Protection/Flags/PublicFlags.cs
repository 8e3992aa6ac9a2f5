using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>A text that the public would read: the field that it is typed into, what people call it, and the place of its flags.</summary>
public sealed record PublicWords(string Field, string What, FlagPlace In, string? Text);

/// <summary>A flag on words that are to be public, which nobody of the team has dismissed for a story that they draw on.</summary>
/// <param name="Key">The key of the flag where it is kept.</param>
/// <param name="Rule">What saw it.</param>
/// <param name="What">The text that holds the words, as people call it.</param>
/// <param name="Field">The field of that text.</param>
/// <param name="Words">What was seen.</param>
public sealed record OpenFlag(string Key, FlagRule Rule, string What, string Field, string Words);

/// <summary>
/// No words go public with an open flag on them: each is mended, or dismissed with a reason (docs/decisions/0023). It looks at the words as they are
/// given, whatever is saved and whatever flags are kept.
/// </summary>
public sealed class PublicFlags(InfoStoryContext db, Flagging flagging, TimeProvider clock)
{
    private const int NamedInOneSentence = 3;

    private static readonly FlagPlace[] Places = [FlagPlace.PublicTitle, FlagPlace.PublicText, FlagPlace.CaseStudy];

    /// <summary>True for a flag on words that the public reads or would read.</summary>
    public static bool Guards(FlagPlace place) => Places.Contains(place);

    /// <summary>Every flag on these words that is open, in the order of the texts and of the words in each.</summary>
    /// <param name="stories">The stories that the words draw on; a dismissal for one of them is enough, in whichever public text it was.</param>
    public async Task<IReadOnlyList<OpenFlag>> OpenAsync(
        IReadOnlyCollection<Id<Story>> stories, IReadOnlyCollection<PublicWords> texts, CancellationToken cancellation)
    {
        var found = await flagging.FindAsync(texts, cancellation);
        if (found.Count == 0) return [];

        // A dismissal that is given with the words themselves is not saved yet.
        await db.Flags.Where(flag => stories.Contains(flag.StoryId) && Places.Contains(flag.In)).LoadAsync(cancellation);
        var dismissed = Dismissed(db.Flags.Local.Where(flag => stories.Contains(flag.StoryId)));
        return
        [
            .. from one in found
               where !dismissed.Contains(Seen(one.Flag.Rule.Name, one.Flag.Words))
               select new OpenFlag(one.Flag.Key, one.Flag.Rule, one.In.What, one.In.Field, one.Flag.Words),
        ];
    }

    /// <inheritdoc cref="Settled"/>
    /// <param name="stories">The stories that the words draw on.</param>
    public async Task<IReadOnlyList<string>> SettledAsync(IReadOnlyCollection<Id<Story>> stories, CancellationToken cancellation) => Settled(
        await db.Flags.AsNoTracking().Where(flag => stories.Contains(flag.StoryId) && flag.DismissedAt != null).ToListAsync(cancellation),
        await flagging.OffAsync(cancellation));

    /// <summary>
    /// What nobody has to be shown in public words while they type: the name of a rule that is off, or the name, a space and the words as
    /// <see cref="Identifiers.Normal"/> writes them, where they were dismissed.
    /// </summary>
    internal static IReadOnlyList<string> Settled(IEnumerable<Flag> flags, IEnumerable<string> off) =>
        [.. off.Concat(Dismissed(flags).Select(seen => $"{seen.Rule} {seen.Words}")).Order(StringComparer.Ordinal)];

    /// <summary>A sentence for each text that holds open flags, with its field.</summary>
    public static IEnumerable<Refusal> Refusals(IEnumerable<OpenFlag> open) =>
        open.GroupBy(flag => (flag.What, flag.Field)).Select(text => new Refusal($"{text.Key.What}: {Listed([.. text])}", text.Key.Field));

    /// <summary>Dismisses those of the ticked flags that are kept for the story; they are saved with it.</summary>
    public void Dismiss(Story story, IEnumerable<Flag> kept, DismissFlags ticked, Actor actor)
    {
        actor.MustModerate();
        var flags = kept.Where(flag => Guards(flag.In) && flag.DismissedAt is null && ticked.Flags.Contains(flag.Key)).ToList();
        if (flags.Count == 0) return;

        flags.ForEach(flag => flag.Dismiss(ticked.Why!.Value, PlainText.TidyOrNull(ticked.Remark), actor, clock.UtcNow));
        db.History.Add(HistoryEntry.Of(
            story.Reference, flags.Count == 1 ? HistoryAct.FlagDismissed : HistoryAct.FlagsDismissed, actor, clock.UtcNow));
    }

    /// <summary>What was dismissed in a public text of these flags, as rule and words.</summary>
    internal static HashSet<(string Rule, string Words)> Dismissed(IEnumerable<Flag> flags) =>
        [.. flags.Where(flag => flag.DismissedAt is not null && Guards(flag.In)).Select(flag => Seen(flag.Rule, flag.Words))];

    /// <summary>The same words to the same rule, however they are written.</summary>
    internal static (string Rule, string Words) Seen(string rule, string words) => (rule, Identifiers.Normal(words));

    /// <summary>The words of these flags and what each looks like, the first three of them.</summary>
    internal static string Named(IReadOnlyList<OpenFlag> open)
    {
        var more = open.Count - NamedInOneSentence;
        var named = string.Join("; ", open.Take(NamedInOneSentence).Select(flag => $"“{flag.Words}” {flag.Rule.Looks}"));
        return $"{named}{(more > 0 ? $"; and {more} more" : "")}";
    }

    private static string Listed(IReadOnlyList<OpenFlag> open) =>
        $"{Named(open)}. " + (open.Count == 1 ? "Change it, or dismiss its flag with a reason" : "Change them, or dismiss their flags with a reason");
}
