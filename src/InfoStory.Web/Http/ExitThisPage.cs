namespace InfoStory.Web.Http;

/// <summary>
/// Where “Exit this page” leads: on to a page that means nothing, and on the way the browser forgets all that this site keeps in it. It is a link,
/// so that it works without scripts. The draft is out of reach without its cookie; the author's session ends, so that no copy of its cookie opens the
/// story (docs/decisions/0043).
/// </summary>
public static partial class ExitThisPage
{
    /// <summary>As GOV.UK's own component has it.</summary>
    public const string Address = "https://www.bbc.co.uk/weather";

    public static void MapExit(this IEndpointRouteBuilder app) => app.MapMethods("/exit", [HttpMethods.Get, HttpMethods.Head],
        async (HttpContext context, ILoggerFactory loggers) =>
    {
        if (IsMeant(context.Request))
        {
            DraftCookie.Delete(context.Response);
            AuthorCookie.Delete(context.Response);
            context.Response.ForgetOnDevice();
            await EndSessionAsync(context, loggers);
        }

        return Results.Redirect(Address);
    });

    /// <summary>Another site must not be able to take a story away by leading somebody here.</summary>
    private static bool IsMeant(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none");

    private static async Task EndSessionAsync(HttpContext context, ILoggerFactory loggers)
    {
        try
        {
            await context.EndAuthorSessionAsync();
        }
        catch (Exception fault)
        {
            // Whoever leaves in a hurry is led on whatever happens here. The session ends by itself.
            SessionStands(loggers.CreateLogger(typeof(ExitThisPage)), fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "The session of an author who left by “Exit this page” could not be ended.")]
    private static partial void SessionStands(ILogger log, Exception fault);
}
