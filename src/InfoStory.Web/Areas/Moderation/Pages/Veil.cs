using InfoStory.Stories.Safety;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>
/// Who comes to hard words is told what they are about, and reads them when they ask to: with the address, or with a form of a page that shows them.
/// However the page was come to, by a link or by a form that was refused, only what was asked for is shown.
/// </summary>
/// <param name="Notes">What the words are about.</param>
/// <param name="Opened">The address that asks for them.</param>
internal sealed record Veil(IReadOnlyList<ContentNote> Notes, string Opened)
{
    /// <summary>The value and the field by which they are asked for.</summary>
    public const string Field = "open", Asked = "true";

    public static bool WasLifted(HttpRequest request) =>
        request.Query[Field] == Asked || (request.HasFormContentType && request.Form[Field] == Asked);

    /// <summary>The value that a next page is asked for with, where this one was; null where it was not.</summary>
    public static string? Onward(HttpRequest request) => WasLifted(request) ? Asked : null;
}
