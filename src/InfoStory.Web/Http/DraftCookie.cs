using InfoStory.Sharing;

namespace InfoStory.Web.Http;

/// <summary>
/// The secret of a draft, kept in the author's browser for as long as we keep the draft. Once the six words have been shown it is
/// kept for one more day, marked, so that an author who closed the page too soon sees them once more.
/// </summary>
public static class DraftCookie
{
    private const string Name = "__Host-infostory-draft", ShownOnce = ".shown", Fresh = ".new";
    private static readonly TimeSpan OnceMore = TimeSpan.FromDays(1);

    public static DraftSecret? Read(HttpRequest request) =>
        request.Cookies[Name] is { } value && value.EndsWith(Fresh, StringComparison.Ordinal)
            ? DraftSecret.Parse(value[..^Fresh.Length], isFresh: true)
            : DraftSecret.Parse(request.Cookies[Name]);

    /// <summary>
    /// Gives a device without a story the secret of its next one, for a day, with the first page that asks a question: two first answers at once, of two
    /// tabs, are then of one story. Nothing is kept under it before one comes.
    /// </summary>
    public static void Begin(HttpRequest request, HttpResponse response)
    {
        if (request.Cookies[Name] is null) response.Cookies.Append(Name, DraftSecret.New() + Fresh, Options(OnceMore));
    }

    /// <summary>The secret of a draft that was sent, whose six words have been shown once.</summary>
    public static DraftSecret? ReadShownOnce(HttpRequest request) =>
        request.Cookies[Name] is { } value && value.EndsWith(ShownOnce, StringComparison.Ordinal) ? DraftSecret.Parse(value[..^ShownOnce.Length]) : null;

    public static void Write(HttpResponse response, DraftSecret secret) => response.Cookies.Append(Name, secret.ToString(), Options(Draft.Life));

    public static void MarkShownOnce(HttpResponse response, DraftSecret secret) => response.Cookies.Append(Name, secret + ShownOnce, Options(OnceMore));

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
