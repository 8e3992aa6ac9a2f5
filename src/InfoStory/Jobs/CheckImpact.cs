using InfoStory.Insight.Impact;

namespace InfoStory.Jobs;

/// <summary>Counts everything again, and puts right what differs from the figures that are kept.</summary>
public sealed class CheckImpact(ImpactCounting counting) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) => counting.CheckAsync(cancellation);
}
