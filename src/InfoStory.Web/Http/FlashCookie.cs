using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InfoStory.Web.Http;

/// <summary>What one page says to the next, which a HEAD shows to nobody and so does not use up.</summary>
public sealed class FlashCookie(CookieTempDataProvider cookie) : ITempDataProvider
{
    public IDictionary<string, object?> LoadTempData(HttpContext context) => cookie.LoadTempData(context)!;

    public void SaveTempData(HttpContext context, IDictionary<string, object?> values)
    {
        if (!HttpMethods.IsHead(context.Request.Method)) cookie.SaveTempData(context, values!);
    }
}
