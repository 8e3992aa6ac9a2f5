using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Forms;

/// <summary>Pages read forms in UTF-8 and nothing else: another type is answered 415, before .NET throws on a charset that it refuses to read.</summary>
public sealed class ReadableForms : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.ActionDescriptor is not PageActionDescriptor { ViewEnginePath: not "/Error" }) return;
        if (!IsReadable(context.HttpContext.Request)) context.Result = new StatusCodeResult(StatusCodes.Status415UnsupportedMediaType);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    internal static bool IsReadable(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType)
        || (request.HasFormContentType && (request.GetTypedHeaders().ContentType!.Charset is not { HasValue: true } charset
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)));
}
