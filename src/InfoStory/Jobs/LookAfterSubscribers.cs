using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Jobs;

/// <summary>Forgets who did not say yes in seven days and who left a year ago, and puts those on the list who were imported and did not say no.</summary>
public sealed class LookAfterSubscribers(SubscriberUpkeep upkeep) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) => upkeep.RunAsync(cancellation);
}
