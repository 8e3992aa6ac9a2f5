using InfoStory.Organisations.Asks;

namespace InfoStory.Jobs;

/// <summary>Reminds organisations of what they were asked, and tells them when the time is over.</summary>
public sealed class TellOrganisations(AskNotices notices) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellation) => notices.WriteDueAsync(cancellation);
}
