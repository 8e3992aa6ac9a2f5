using InfoStory.CaseStudies;
using InfoStory.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages;

/// <summary>One kind page for every answer that is not what was asked for. It has no handlers, so that every method gets it.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    /// <summary>Why it is not allowed, in the sentence of whoever refused it; null where nobody gave one.</summary>
    public string? Why => (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as ForbiddenException)?.Message;

    /// <summary>Why the team took down what was asked for; null where it is not said.</summary>
    public TakenDown? TakenDown => (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as GoneException)?.Because as TakenDown;

    public string Reference => HttpContext.TraceIdentifier;

    // The name reads like a handler for a method PAGE, which anyone could send.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var asked = int.TryParse(RouteData.Values["status"]?.ToString(), out var status) && status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        Status = Response.StatusCode >= 400 ? Response.StatusCode : asked;
        Response.StatusCode = Status;
        context.Result = Page();
    }
}
