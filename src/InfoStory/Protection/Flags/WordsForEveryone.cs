using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;

namespace InfoStory.Protection.Flags;

/// <summary>The rules for public words, asked of what the team writes outside any story: campaigns and tags.</summary>
internal sealed class WordsForEveryone(InfoStoryContext db, Flagging flagging, TimeProvider clock) : IWordsOfTeam
{
    /// <summary>The field of the reason, in every form that has such words.</summary>
    private const string Reason = nameof(WhyPublic);

    private const int NamedOfReason = 10;

    public async Task PassAsync(
        string subject, IReadOnlyCollection<WordsOfTeam> words, WhyPublic? why, Actor actor, CancellationToken cancellation)
    {
        var found = await FindAsync(words, cancellation);
        if (found.Count == 0) return;

        if (why is { } reason)
        {
            db.History.Add(HistoryEntry.Of(
                subject, found.Count == 1 ? HistoryAct.FlagDismissed : HistoryAct.FlagsDismissed, actor, clock.UtcNow,
                reason == WhyPublic.Public ? "everyone may know it" : "not what the rule takes it for"));
            return;
        }

        throw new ValidationException(
        [
            .. Sentences(found).Select(one => new ValidationFailure(one.Field, one.Sentence)),
            new(Reason, Covers([.. found.Select(one => $"“{one.Flag.Words}”").Distinct(StringComparer.Ordinal)])),
        ]);
    }

    public async Task<IReadOnlyList<string>> LookAsync(IReadOnlyCollection<WordsOfTeam> words, CancellationToken cancellation) =>
        [.. Sentences(await FindAsync(words, cancellation)).Select(one => one.Sentence)];

    private async Task<IReadOnlyList<(PublicWords In, FoundFlag Flag)>> FindAsync(
        IReadOnlyCollection<WordsOfTeam> words, CancellationToken cancellation)
    {
        var contacts = words.Where(one => one.IsContact).Select(Public).ToHashSet();
        var found = await flagging.FindAsync(words.Select(Public), cancellation);
        return [.. found.Where(one => !(contacts.Contains(one.In) && WorkContact.Is(one.Flag)))];
    }

    private static PublicWords Public(WordsOfTeam words) => new(words.Field, words.What, FlagPlace.CaseStudy, PlainText.TidyOrNull(words.Text));

    /// <summary>One reason is given for all of them, so the question names them all.</summary>
    private static string Covers(IReadOnlyList<string> words) => words.Count == 1
        ? $"Change {words[0]}, or say why everyone may read it"
        : $"Change these words, or choose a reason that is true of each of them: {string.Join(", ", words.Take(NamedOfReason))}"
            + (words.Count > NamedOfReason ? $", and {words.Count - NamedOfReason} more that are named beside their fields" : "");

    private static IEnumerable<(string Field, string Sentence)> Sentences(IEnumerable<(PublicWords In, FoundFlag Flag)> found) =>
        found.Select(one => new OpenFlag(one.Flag.Key, one.Flag.Rule, one.In.What, one.In.Field, one.Flag.Words))
            .GroupBy(flag => (flag.What, flag.Field))
            .Select(text => (text.Key.Field, $"{text.Key.What}: {PublicFlags.Named([.. text])}. Everyone would read it"));
}
