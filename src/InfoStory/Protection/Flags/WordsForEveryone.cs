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
            new(Reason, "Change these words, or say why everyone may read them"),
        ]);
    }

    public async Task<IReadOnlyList<string>> LookAsync(IReadOnlyCollection<WordsOfTeam> words, CancellationToken cancellation) =>
        [.. Sentences(await FindAsync(words, cancellation)).Select(one => one.Sentence)];

    private Task<IReadOnlyList<(PublicWords In, FoundFlag Flag)>> FindAsync(IReadOnlyCollection<WordsOfTeam> words, CancellationToken cancellation) =>
        flagging.FindAsync(
            words.Select(one => new PublicWords(one.Field, one.What, FlagPlace.CaseStudy, PlainText.TidyOrNull(one.Text))), cancellation);

    private static IEnumerable<(string Field, string Sentence)> Sentences(IEnumerable<(PublicWords In, FoundFlag Flag)> found) =>
        found.Select(one => new OpenFlag(one.Flag.Key, one.Flag.Rule, one.In.What, one.In.Field, one.Flag.Words))
            .GroupBy(flag => (flag.What, flag.Field))
            .Select(text => (text.Key.Field, $"{text.Key.What}: {PublicFlags.Named([.. text])}. Everyone would read it"));
}
