using System.Globalization;

namespace InfoStory.Web.Words;

internal static class VersionWords
{
    /// <summary>The day after which a version of a rule or of a wording is called, as people write it; the version itself where it is no day.</summary>
    public static string AsDay(this string version) =>
        DateOnly.TryParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))
            : version;
}
