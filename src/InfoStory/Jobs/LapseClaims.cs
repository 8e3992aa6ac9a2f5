using InfoStory.Moderation.Desk;

namespace InfoStory.Jobs;

/// <summary>Lets claims lapse that nobody touched for hours.</summary>
public sealed class LapseClaims(Claims claims) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellation) => await claims.LapseAsync(cancellation);
}
