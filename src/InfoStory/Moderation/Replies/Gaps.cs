using System.Text.RegularExpressions;
using FluentValidation;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Replies;

/// <summary>The gaps of a reply: what stands in [brackets] and must be filled in before it goes.</summary>
public static partial class Gaps
{
    /// <summary>Every gap once, with its brackets, in the order in which they stand.</summary>
    public static IReadOnlyList<string> In(string? text) => [.. Gap().Matches(text ?? "").Select(gap => gap.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>False where a bracket is left open, stands alone or has nothing in it: nobody could tell whether such a gap was filled in.</summary>
    public static bool AreWhole(string? text) => Gap().Replace(text ?? "", "").IndexOfAny(['[', ']']) < 0;

    /// <summary>Refuses words in which a gap of any reply still stands. Other words in brackets are the writer's own.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> MustHaveNoGap<T>(this IRuleBuilder<T, string?> rule, InfoStoryContext db) =>
        rule.CustomAsync(async (text, context, cancellation) =>
        {
            var found = In(text);
            if (found.Count == 0) return;

            var replies = await db.Replies.AsNoTracking().Select(reply => reply.Text).ToListAsync(cancellation);
            var known = replies.SelectMany(In).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (found.FirstOrDefault(known.Contains) is { } gap) context.AddFailure($"Write something in place of “{gap}”, or take it out");
        });

    [GeneratedRegex(@"\[[^\[\]]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
