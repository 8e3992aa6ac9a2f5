namespace InfoStory.History;

/// <summary>The newest entry of the chain. One row: whoever adds to the history waits for it.</summary>
public sealed class HistoryHead
{
    public const int Only = 1;

    public required int Id { get; init; }

    /// <summary>The number of the newest entry; 0 before the first.</summary>
    public required long Number { get; init; }

    /// <summary>The hash of the newest entry; zeros before the first.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>Where the chain ends. Written out it is the number, a colon and the hash in hexadecimal.</summary>
public readonly record struct ChainHead(long Number, byte[] Hash)
{
    public override string ToString() => $"{Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}:{Convert.ToHexStringLower(Hash)}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is nothing of the kind.</summary>
    public static ChainHead? Parse(string text)
    {
        if (text.Split(':') is not [var number, { Length: HistoryEntry.HashBytes * 2 } hash]) return null;
        if (!long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
                || !hash.All(char.IsAsciiHexDigit))
            return null;
        return new(value, Convert.FromHexString(hash));
    }
}
