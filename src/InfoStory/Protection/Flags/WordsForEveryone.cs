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
        var found = await flagging.FindAsync(
            words.Select(one => new PublicWords(one.Field, one.What, FlagPlace.CaseStudy, PlainText.TidyOrNull(one.Text))), cancellation);
        if (found.Count == 0) return;

        if (why is { } reason)
        {
            db.History.Add(HistoryEntry.Of(
                subject, found.Count == 1 ? HistoryAct.FlagDismissed : HistoryAct.FlagsDismissed, actor, clock.UtcNow,
                reason == WhyPublic.Public ? "everyone may know it" : "not what the rule takes it for"));
            return;
        }

        var open = found.Select(one => new OpenFlag(one.Flag.Key, one.Flag.Rule, one.In.What, one.In.Field, one.Flag.Words));
        throw new ValidationException(
        [
            .. open.GroupBy(flag => (flag.What, flag.Field)).Select(text => new ValidationFailure(
                text.Key.Field, $"{text.Key.What}: {PublicFlags.Named([.. text])}. Everyone would read it")),
            new(Reason, "Change these words, or say why everyone may read them"),
        ]);
    }
}
