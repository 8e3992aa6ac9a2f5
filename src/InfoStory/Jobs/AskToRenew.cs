using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Asks for renewal before a permission ends, and takes down what it no longer covers.</summary>
public sealed class AskToRenew(Renewal renewal, Permissions permissions, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    // What no permission covers any more comes down first.
    public Task RunAsync(CancellationToken cancellation) =>
        batch.StepsAsync(nameof(AskToRenew), cancellation, permissions.EndAsync, renewal.AskDueAsync);
}
