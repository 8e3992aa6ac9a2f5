using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Where no letter can leave, stands in for <see cref="TellLeads"/>: marks the cases that nobody has opened in time.</summary>
public sealed class MarkLateCases(LeadNotices notices) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task RunAsync(CancellationToken cancellation) => notices.MarkLateAsync(cancellation);
}
