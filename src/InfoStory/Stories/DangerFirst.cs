using InfoStory.Data;

namespace InfoStory.Stories;

/// <summary>
/// A list in which stories of immediate danger stand before all others, each in its own order of time: they count as a thousand years older, so that one
/// cursor goes through both.
/// </summary>
public static class DangerFirst
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(365_000);

    /// <summary>Where a row stands in the list.</summary>
    public static Cursor Place(bool inDanger, DateTime at, long id) => new(inDanger ? at - Ahead : at, id);

    /// <summary>Where the list goes on among the rows in danger, or among all others, in their own times.</summary>
    /// <returns>False where nothing is left of them; null in <paramref name="from"/> where they begin.</returns>
    public static bool GoesOn(Cursor? after, bool inDanger, out Cursor? from)
    {
        from = null;
        if (after is not { } cursor) return true;

        var isAmongDanger = cursor.At < DateTime.MinValue + Ahead + Ahead;
        if (isAmongDanger != inDanger) return !inDanger;

        from = inDanger ? cursor with { At = cursor.At + Ahead } : cursor;
        return true;
    }
}
