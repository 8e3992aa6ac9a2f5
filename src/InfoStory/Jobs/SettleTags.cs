using InfoStory.TagUpkeep;

namespace InfoStory.Jobs;

/// <summary>Moves what was saved under a tag while it was merged.</summary>
public sealed class SettleTags(TagMerging merging) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellation) => merging.SettleAsync(cancellation);
}
