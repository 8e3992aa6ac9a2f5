namespace InfoStory.Web.Staff;

/// <summary>Carries the sealed secret of a story that was just entered to the page that shows its slip, once.</summary>
public static class SlipCookie
{
    private const string Name = "__Host-infostory-slip";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, string sealedSecret) => response.Cookies.Append(Name, sealedSecret, Options(EntryKeys.ForSlip));

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}
