using InfoStory.People;
using InfoStory.Stories;

namespace InfoStory.Jobs;

/// <summary>Deletes drafts after their seven days and sessions of staff that have expired.</summary>
public sealed class DeleteExpired(Drafts drafts, StaffSessions sessions) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await drafts.DeleteExpiredAsync(cancellation);
        await sessions.DeleteExpiredAsync(cancellation);
    }
}
