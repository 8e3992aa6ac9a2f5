using InfoStory.Dissemination.Recalls;

namespace InfoStory.Jobs;

/// <summary>Writes to everybody who was sent what is called back.</summary>
public sealed class CallBack(RecallRun recalls) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken cancellation) => recalls.RunAsync(cancellation);
}
