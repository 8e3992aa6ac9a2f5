using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responses;

/// <summary>What everyone reads of a response.</summary>
/// <param name="SentOn">The day on which the organisation first answered.</param>
/// <param name="ChangedOn">The day on which other words took the place of the first; null where none did.</param>
public sealed record PublicResponse(ResponseWords Words, DateOnly SentOn, DateOnly? ChangedOn);

internal static class PublicResponses
{
    /// <summary>What was answered to each of these asks, of those whose answer is public. One statement.</summary>
    public static async Task<IReadOnlyDictionary<Id<Ask>, PublicResponse>> OfAsync(
        InfoStoryContext db, IReadOnlyCollection<Id<Ask>> asks, CancellationToken cancellation)
    {
        if (asks.Count == 0) return new Dictionary<Id<Ask>, PublicResponse>();

        var found = await db.Responses.AsNoTracking().Where(one => asks.Contains(one.AskId) && one.State == ResponseState.Published)
            .OrderBy(one => one.Id).ToListAsync(cancellation);
        return found.GroupBy(one => one.AskId).ToDictionary(one => one.Key, one => Of([.. one]));
    }

    private static PublicResponse Of(IReadOnlyList<Response> inOrder) => new(
        inOrder[^1].Words, inOrder[0].SentOn!.Value,
        inOrder.Count == 1 ? null : DateOnly.FromDateTime(inOrder[^1].PublishedAt!.Value.InLondon()));
}
