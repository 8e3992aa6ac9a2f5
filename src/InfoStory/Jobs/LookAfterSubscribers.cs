using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Jobs;

/// <summary>
/// Forgets who did not say yes in seven days and who left a year ago, puts those on the list who were imported and did not say no, and takes those off it whose
/// address nobody has.
/// </summary>
public sealed class LookAfterSubscribers(SubscriberUpkeep upkeep, Bounces bounces, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) =>
        batch.StepsAsync(nameof(LookAfterSubscribers), cancellation, upkeep.RunAsync, bounces.SuppressAsync);
}
