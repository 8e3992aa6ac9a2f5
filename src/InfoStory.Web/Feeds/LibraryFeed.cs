using System.Xml;
using InfoStory.CaseStudies;
using InfoStory.Web.Api;

namespace InfoStory.Web.Feeds;

/// <summary>What the feeds of the library have in common, in whatever form they are written.</summary>
public sealed class LibraryFeed(GoneCaseStudies gone)
{
    public const string Address = "/case-studies/feed";

    /// <summary>So many of what is gone are named in a feed; all of them at /api/v1/gone.</summary>
    private const int MostGone = 100;

    /// <summary>Its name, with what was chosen and typed; what XML cannot hold is left out.</summary>
    public static string TitleOf(LibraryAsked asked)
    {
        var title = asked.Chosen.Values.Select(one => one.Name).Prepend($"InfoStory case studies{(asked.Words is { } words ? $" with {words.Typed}" : "")}");
        return string.Concat(string.Join(", ", title).Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
    }

    /// <summary>What was public and is not, whatever the filter: which filter it fitted would be said otherwise.</summary>
    public async Task<IReadOnlyList<GoneCaseStudy>> GoneAsync(CancellationToken cancellation) =>
        (await gone.ListAsync(after: null, MostGone, cancellation)).Rows;
}
