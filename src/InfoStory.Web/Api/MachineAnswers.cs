using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Http;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Api;

/// <summary>
/// What is the same in every answer that machines read: any site may read it, never with a cookie; what is wrong is a problem (RFC 9457) and no page; a
/// network that asks for very many is asked to wait (docs/decisions/0092-what-machines-read.md).
/// </summary>
public sealed class MachineAnswers(RequestDelegate next, Limits limits, IEnumerable<IExceptionHandler> faults)
{
    private const string Reading = "GET, HEAD, OPTIONS";

    private static readonly PathString Api = new("/api/v1");

    /// <summary>Those that do not stand under the API.</summary>
    private static readonly string[] Beside = ["/case-studies/feed", "/case-studies/feed.json", "/case-studies.csv", "/case-studies.jsonl"];

    public async Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!IsForMachines(request.Path))
        {
            await next(context);
            return;
        }

        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Retry-After";
        if (HttpMethods.IsOptions(request.Method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            response.Headers.Allow = response.Headers.AccessControlAllowMethods = Reading;
            response.Headers.AccessControlAllowHeaders = "If-None-Match";
            response.Headers.AccessControlMaxAge = "86400";
            return;
        }

        try
        {
            if (limits.CountMachine(context) is { } many) throw many;

            await next(context);
            if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await WriteAsync(context, fault: null);
        }
        catch (Exception fault) when (!response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            response.StatusCode = ErrorHandler.Status(fault);
            foreach (var handler in faults) await handler.TryHandleAsync(context, fault, context.RequestAborted);
            await WriteAsync(context, fault);
        }
    }

    private static bool IsForMachines(PathString path) => path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase)
        || Beside.Contains(path.Value?.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);

    private static Task WriteAsync(HttpContext context, Exception? fault)
    {
        var status = context.Response.StatusCode;
        var problem = new ProblemDetails { Status = status, Title = TitleOf(status) };
        switch (fault)
        {
            case BadParameterException bad:
                (problem.Detail, problem.Extensions["parameter"]) = (bad.Message, bad.Parameter);
                break;
            case TooManyException many:
                problem.Detail = many.Message;
                break;
            case GoneException { Because: TakenDown taken }:
                problem.Detail = string.Join(' ', new[] { taken.Why.Says(), taken.Words }.OfType<string>());
                break;
        }

        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Something in the address means nothing",
        StatusCodes.Status404NotFound => "There is nothing at this address",
        StatusCodes.Status405MethodNotAllowed => "This address can only be read",
        StatusCodes.Status410Gone => "This was public and is gone. Please delete your copy",
        StatusCodes.Status429TooManyRequests => "There were very many requests from your network",
        < StatusCodes.Status500InternalServerError => "We cannot answer this",
        _ => "Something went wrong at our end",
    };
}
