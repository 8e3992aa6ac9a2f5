using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;

namespace InfoStory.Jobs;

/// <summary>Deletes drafts after their seven days, contacts that nobody needs any more and sessions of staff that have expired.</summary>
public sealed class DeleteExpired(Drafts drafts, ContactBook contacts, StaffSessions sessions) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await drafts.DeleteExpiredAsync(cancellation);
        await contacts.DeleteClosedAsync(cancellation);
        await sessions.DeleteExpiredAsync(cancellation);
    }
}
