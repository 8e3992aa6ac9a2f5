using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Writes to safeguarding leads about new cases, and raises the alarm about those that nobody has opened in time.</summary>
public sealed class TellLeads(LeadNotices notices) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task RunAsync(CancellationToken cancellation) => notices.WriteDueAsync(cancellation);
}
