using InfoStory.Authors;
using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Asks for renewal before a permission ends, and takes down what it no longer covers.</summary>
public sealed class AskToRenew(Renewal renewal, Permissions permissions) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await renewal.AskDueAsync(cancellation);
        await permissions.EndAsync(cancellation);
    }
}
