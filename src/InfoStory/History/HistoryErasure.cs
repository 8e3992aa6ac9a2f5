using System.Globalization;
using System.Text;
using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.History;

/// <summary>Blanks entries in place, so that the chain stays whole, and says in the chain which ones.</summary>
public sealed class HistoryErasure(InfoStoryContext db)
{
    /// <summary>What a blanked entry says.</summary>
    public const string Subject = "erased";

    /// <summary>The subject of the entries that say which numbers were blanked.</summary>
    public const string Note = "erasure";

    /// <summary>Blanks every entry on this subject and notes it; it is saved with whatever erases the rest.</summary>
    public async Task EraseAsync(string subject, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var entries = await db.History.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Number).ToListAsync(cancellation);
        foreach (var entry in entries)
        {
            var row = db.Entry(entry);
            row.CurrentValues
                .SetValues(new
                {
                    Subject,
                    Act = HistoryAct.Erased,
                    StaffId = (long?)null,
                    By = "",
                    At = MonthOf(entry.At),
                    Why = (string?)null,
                    Salt = (byte[]?)null
                });
        }

        var notes = InRanges([.. entries.Select(entry => entry.Number).OfType<long>()]);
        db.History.AddRange(notes.Select(numbers => HistoryEntry.Of(Note, HistoryAct.EntriesBlanked, actor, now, numbers)));
    }

    /// <summary>All that is kept of when it was.</summary>
    internal static DateTime MonthOf(DateTime at) => new(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Numbers as ranges, such as "3 7-9", in pieces that fit a reason.</summary>
    internal static IEnumerable<string> InRanges(IReadOnlyList<long> ordered)
    {
        var piece = new StringBuilder();
        for (var first = 0; first < ordered.Count;)
        {
            var last = first;
            while (last + 1 < ordered.Count && ordered[last + 1] == ordered[last] + 1) last++;
            var range = string.Create(CultureInfo.InvariantCulture, $"{ordered[first]}{(last > first ? $"-{ordered[last]}" : "")}");
            if (piece.Length + range.Length + 1 > HistoryEntry.MaxWhy)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            if (piece.Length > 0) piece.Append(' ');
            piece.Append(range);
            first = last + 1;
        }

        if (piece.Length > 0) yield return piece.ToString();
    }

    /// <summary>Reads what <see cref="InRanges"/> wrote.</summary>
    internal static IEnumerable<(long First, long Last)> ReadRanges(string? text)
    {
        foreach (var range in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            if (long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                    && long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                yield return (first, last);
        }
    }
}
