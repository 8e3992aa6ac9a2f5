using System.Globalization;

namespace InfoStory.Data;

/// <summary>The identity key of one kind of entity: a positive number given by the database, 0 until it is saved.</summary>
public readonly record struct Id<T>(long Value) : IParsable<Id<T>>
{
    public static bool operator <(Id<T> left, Id<T> right) => left.Value < right.Value;

    public static bool operator >(Id<T> left, Id<T> right) => left.Value > right.Value;

    public static Id<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not an identity key.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Id<T> result)
    {
        var valid = long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        result = new(valid ? value : 0);
        return valid;
    }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
