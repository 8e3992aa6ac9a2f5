namespace InfoStory.Web.Http;

/// <summary>Has the browser forget what it kept of this site, so that Back shows nothing to whoever comes next. Cookies are deleted one by one.</summary>
public static class ClearSiteData
{
    public static void ForgetOnDevice(this HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
}
