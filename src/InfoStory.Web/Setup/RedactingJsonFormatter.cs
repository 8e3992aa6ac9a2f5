using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace InfoStory.Web.Setup;

/// <summary>
/// Compact JSON lines that name an exception's type and place, but never its message, which may quote what a person typed, and that leave out the path which
/// ASP.NET Core puts beside each.
/// </summary>
public sealed class RedactingJsonFormatter : ITextFormatter
{
    private readonly CompactJsonFormatter json = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
        json.Format(logEvent.Exception is { } fault ? Without(fault, logEvent) : logEvent, output);
    }

    private static LogEvent Without(Exception fault, LogEvent line) => new(
        line.Timestamp, line.Level, exception: null, line.MessageTemplate,
        [
            .. line.Properties.Select(property => new LogEventProperty(property.Key, property.Value)),
            new("ExceptionType", new ScalarValue(fault.GetType().FullName)),
            new("ExceptionStack", new ScalarValue(fault.StackTrace)),
        ],
        line.TraceId ?? default, line.SpanId ?? default);
}
