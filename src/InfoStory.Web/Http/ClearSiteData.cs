namespace InfoStory.Web.Http;

/// <summary>Has the browser forget what it kept of this site, so that Back shows nothing to whoever comes next. Cookies are deleted one by one.</summary>
public static class ClearSiteData
{
    private const string Left = "__Host-infostory-left";

    /// <summary>
    /// Clears, and leaves a cookie that says nothing but that this was asked for: browsers fill in again what was typed and never sent, and only the page
    /// that they then ask for can forbid it (<see cref="Forms.LeftFormTagHelper"/>). It goes when the browser closes, as what was typed does.
    /// </summary>
    public static void ForgetOnDevice(this HttpResponse response)
    {
        response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        response.Cookies.Append(Left, "1", new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });
    }

    /// <summary>Whether this browser was asked to forget since it was opened.</summary>
    public static bool WasAskedToForget(this HttpRequest request) => request.Cookies.ContainsKey(Left);
}
