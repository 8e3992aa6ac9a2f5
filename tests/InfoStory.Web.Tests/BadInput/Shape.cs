using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>A page without its words: what a browser builds of it.</summary>
internal static class Shape
{
    public static string Of(IElement? element) =>
        element is null
            ? ""
            : $"<{element.LocalName}{string.Concat(element.Attributes.Select(attribute => ' ' + attribute.Name))}>{string.Concat(element.Children.Select(Of))}";

    public static string Of(IHtmlDocument page) => Of(page.DocumentElement);

    /// <summary>What stands in the field of that name.</summary>
    public static string? Field(this IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.TextContent,
        { } input => input.GetAttribute("value") ?? "",
        null => null,
    };
}
