using InfoStory.Protection;

namespace InfoStory.Jobs;

/// <summary>Asks for renewal before a permission ends.</summary>
public sealed class AskToRenew(Renewal renewal) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task RunAsync(CancellationToken cancellation) => renewal.AskDueAsync(cancellation);
}
