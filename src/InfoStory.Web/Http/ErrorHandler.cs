using System.Data.Common;
using System.Globalization;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfoStory.Web.Http;

/// <summary>Says which status an exception means, and logs our own faults without anyone's words: a message may quote what a person typed.</summary>
public sealed partial class ErrorHandler(ILogger<ErrorHandler> logger) : IExceptionHandler
{
    public static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        InvalidDataException => StatusCodes.Status400BadRequest,
        ValidationException or BadParameterException => StatusCodes.Status400BadRequest,
        NotFoundException => StatusCodes.Status404NotFound,
        GoneException => StatusCodes.Status410Gone,
        ForbiddenException => StatusCodes.Status403Forbidden,
        ConflictException or ClashException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        TooManyException => StatusCodes.Status429TooManyRequests,
        DbException or DbUpdateException or RetryLimitExceededException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = Status(exception);
        if (status == StatusCodes.Status503ServiceUnavailable) httpContext.Response.Headers.RetryAfter = "30";
        if (exception is TooManyException many) SetRetryAfter(httpContext.Response, many);
        if (status >= 500)
            Failed(httpContext.TraceIdentifier, exception.GetType().FullName!, exception.InnerException?.GetType().FullName, exception.StackTrace);
        return new(false);
    }

    /// <summary>Says when it is worth trying again, in whole seconds.</summary>
    internal static void SetRetryAfter(HttpResponse response, TooManyException many) =>
        response.Headers.RetryAfter = Math.Ceiling(many.RetryAfter.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference}: {Type} {Inner}\n{Stack}")]
    private partial void Failed(string reference, string type, string? inner, string? stack);
}
