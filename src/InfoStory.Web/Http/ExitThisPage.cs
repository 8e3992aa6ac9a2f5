namespace InfoStory.Web.Http;

/// <summary>
/// Where “Exit this page” leads: on to a page that means nothing, and on the way the browser forgets all that this site keeps in it. It is a link,
/// so that it works without scripts, and changes nothing on our side: what the browser held is the only way to it.
/// </summary>
public static class ExitThisPage
{
    /// <summary>As GOV.UK's own component has it.</summary>
    public const string Address = "https://www.bbc.co.uk/weather";

    public static void MapExit(this IEndpointRouteBuilder app) => app.MapMethods("/exit", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
    {
        if (IsMeant(context.Request))
        {
            DraftCookie.Delete(context.Response);
            AuthorCookie.Delete(context.Response);
            context.Response.ForgetOnDevice();
        }

        return Results.Redirect(Address);
    });

    /// <summary>Another site must not be able to take a story away by leading somebody here.</summary>
    private static bool IsMeant(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none");
}
