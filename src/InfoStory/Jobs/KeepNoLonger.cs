using InfoStory.Rights;

namespace InfoStory.Jobs;

/// <summary>Erases, once a day, the stories that the rules of retention say.</summary>
public sealed class KeepNoLonger(Retention retention) : IJob
{
    public TimeSpan Every => TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken cancellation) => retention.RunAsync(cancellation);
}
