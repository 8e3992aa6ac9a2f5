using InfoStory.Stories;

namespace InfoStory.Web.Authors;

/// <summary>The secret of a draft, kept in the author's browser for as long as we keep the draft.</summary>
public static class DraftCookie
{
    private const string Name = "__Host-infostory-draft";

    public static DraftSecret? Read(HttpRequest request) => DraftSecret.Parse(request.Cookies[Name]);

    public static void Write(HttpResponse response, DraftSecret secret) => response.Cookies.Append(Name, secret.ToString(), Options(Draft.Life));

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
