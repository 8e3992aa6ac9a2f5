using System.Globalization;
using InfoStory.Data;

namespace InfoStory.Dissemination.Recalls;

internal static class RecipientKeys
{
    /// <summary>The keys that stand behind the prefix, with which all of them begin.</summary>
    public static List<Id<T>> In<T>(IEnumerable<string> holders, string prefix) =>
        [.. holders.Select(holder => KeyIn(holder[prefix.Length..])).OfType<long>().Select(key => new Id<T>(key))];

    private static long? KeyIn(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;
}
