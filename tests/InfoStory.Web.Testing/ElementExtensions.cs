using AngleSharp.Dom;

namespace InfoStory.Web.Testing;

public static class ElementExtensions
{
    /// <summary>What an element says, with every run of white space as the one space that a browser shows.</summary>
    public static string Words(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
