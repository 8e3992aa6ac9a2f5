using InfoStory.Authors;

namespace InfoStory.Jobs;

/// <summary>Asks authors four weeks after publication whether anything changed.</summary>
public sealed class AskWhatChanged(AskingWhatChanged asking) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) => asking.AskDueAsync(cancellation);
}
