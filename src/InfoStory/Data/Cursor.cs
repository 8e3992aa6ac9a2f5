using System.Globalization;

namespace InfoStory.Data;

/// <summary>Where a page of a list ended: the time and the key of its last row. In an address it reads as ticks, a hyphen and the key.</summary>
public readonly record struct Cursor(DateTime At, long Id) : IParsable<Cursor>
{
    public static Cursor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("Not a cursor.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Cursor result)
    {
        result = default;
        if (s?.Split('-') is not [var ticks, var key]) return false;
        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks) return false;
        if (!long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;

        result = new(new(at, DateTimeKind.Utc), id);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id}");

    /// <summary>The cursor for the next page, where one row more than a page was found.</summary>
    public static Cursor? After<T>(IReadOnlyList<T> rows, int pageSize, Func<T, Cursor> of) => rows.Count > pageSize ? of(rows[pageSize - 1]) : null;
}
