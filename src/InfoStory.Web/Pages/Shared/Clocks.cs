using InfoStory.Data.Time;

namespace InfoStory.Web.Pages.Shared;

/// <summary>Times as pages show them.</summary>
public static class Clocks
{
    /// <summary>The day on a London clock, such as 3 March 2027.</summary>
    public static string Day(DateTime utc) => utc.InLondon().ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
