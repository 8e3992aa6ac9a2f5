using InfoStory.Insight.Impact;

namespace InfoStory.Jobs;

/// <summary>Counts again what has changed, so that the figures are right within a minute.</summary>
public sealed class FoldImpact(ImpactCounting counting) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public Task RunAsync(CancellationToken cancellation) => counting.FoldAsync(cancellation);
}
