namespace InfoStory.Web.Forms;

/// <summary>The kept form that a page was asked to show again, and whether there is one that its reader may see.</summary>
/// <param name="WhileTyping">It was never sent.</param>
public sealed record AskedForm(string Key, bool IsFound, bool WhileTyping);

/// <summary>
/// Shows a kept form again: the page is answered as it answers a form that it refuses, so that everything typed is bound and shown as ever, and
/// <see cref="FormFilter"/> sees to it that nothing is done. Looking uses nothing up, and a HEAD asks for nothing.
/// </summary>
public static class KeptFormPages
{
    public static IApplicationBuilder UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !FormKeeper.Guards(context) || FormKeeper.KeyIn(request.QueryString.Value) is not { } key)
        {
            await next(context);
            return;
        }

        var typed = await context.RequestServices.GetRequiredService<FormKeeper>().FindAsync(context, key);
        context.Features.Set(new AskedForm(key, typed is not null, typed?.WhileTyping == true));
        if (typed is null)
        {
            await next(context);
            return;
        }

        (request.Method, request.ContentType) = (HttpMethods.Post, "application/x-www-form-urlencoded");
        request.Form =
            new FormCollection(typed.Fields.ToDictionary(field => field.Key, field => new Microsoft.Extensions.Primitives.StringValues(field.Value)));
        try
        {
            await next(context);
        }
        finally
        {
            // The log tells what was asked.
            request.Method = HttpMethods.Get;
        }
    });
}
