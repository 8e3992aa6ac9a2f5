using InfoStory.Moderation.Safeguarding;

namespace InfoStory.Jobs;

/// <summary>Sees to it that every story on hold has a case.</summary>
public sealed class OpenCases(SafeguardingLane lane) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellation) => lane.OpenMissingAsync(cancellation);
}
