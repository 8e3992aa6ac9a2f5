namespace InfoStory.Web.Staff;

/// <summary>Which browser somebody has, just closely enough that they know it again.</summary>
public static class Browsers
{
    // In this order: most browsers name others before themselves.
    private static readonly (string Part, string Name)[] Makes =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")
    ];

    private static readonly (string Part, string Name)[] Systems =
    [
        ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"),
        ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "a Mac"), ("Linux", "Linux")
    ];

    /// <summary>Such as "Chrome on Windows". Never more than 60 characters, and nothing that the browser sent.</summary>
    public static string Roughly(string? userAgent) =>
        $"{Find(Makes, userAgent) ?? "A browser"}{(Find(Systems, userAgent) is { } system ? " on " + system : "")}";

    private static string? Find((string Part, string Name)[] known, string? userAgent) =>
        known.Where(one => userAgent?.Contains(one.Part, StringComparison.Ordinal) == true).Select(one => one.Name).FirstOrDefault();
}
