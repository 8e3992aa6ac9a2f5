using System.Globalization;

namespace InfoStory.Data;

/// <summary>Counts of stories as they may be shown: one below five could point to a person.</summary>
public static class SmallNumbers
{
    public const int Least = 5;

    /// <summary>Nothing, "fewer than 5", or the number itself with commas.</summary>
    public static string InWords(int count) => count switch
    {
        0 => "none yet",
        < Least => $"fewer than {Least}",
        _ => count.ToString("N0", CultureInfo.GetCultureInfo("en-GB")),
    };
}
