using InfoStory.Data;
using InfoStory.Dissemination.Digests;

namespace InfoStory.Jobs;

/// <summary>Makes the digests that are due, and goes on writing the letters of those that are approved.</summary>
public sealed class WriteDigests(DigestMaking making, DigestWriting writing, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellation) =>
        batch.StepsAsync(nameof(WriteDigests), cancellation, stopping => making.MakeDueAsync(stopping), stopping => writing.WriteAsync(stopping));
}
