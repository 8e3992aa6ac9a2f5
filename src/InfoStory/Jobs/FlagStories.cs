using InfoStory.Protection.Flags;

namespace InfoStory.Jobs;

/// <summary>Looks for what the team should know in stories that just came in.</summary>
public sealed class FlagStories(Flagging flagging) : IJob
{
    private const int MostLooks = 20;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var look = 0; look < MostLooks && await flagging.FlagNewAsync(cancellation) > 0;) look++;
    }
}
