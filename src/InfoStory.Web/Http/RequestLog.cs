using System.Diagnostics;

namespace InfoStory.Web.Http;

/// <summary>One line for each request that a page or endpoint answered: method, path, status and time. No query, no body, no address.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var (method, path) = (context.Request.Method, context.Request.Path);
        try
        {
            await next(context);
        }
        finally
        {
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Answered(method, path, context.Response.StatusCode, milliseconds, context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} answered {Status} in {Milliseconds:0.0} ms ({Reference})")]
    private partial void Answered(string method, PathString path, int status, double milliseconds, string reference);
}
