using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.Extensions.Logging;

namespace InfoStory.Jobs;

/// <summary>
/// Writes once a day where the history ends, to the log and to a file outside the database, so that a chain made anew can be told from the old one.
/// </summary>
public sealed partial class ExportHistoryHead(HistoryCheck history, HistoryHeads heads, TimeProvider clock, ILogger<ExportHistoryHead> logger) : IJob
{
    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await history.HeadAsync(cancellation) is not { Number: > 0 } head) return;

        Ends(head);
        await heads.AppendAsync(head, clock.UtcNow, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The history ends at {Head}")]
    private partial void Ends(ChainHead head);
}
