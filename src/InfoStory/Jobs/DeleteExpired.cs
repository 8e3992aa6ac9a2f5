using InfoStory.Authors;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;

namespace InfoStory.Jobs;

/// <summary>
/// Deletes drafts after their seven days, contacts that nobody needs any more, sessions that have ended, and what the desk kept for a while.
/// </summary>
public sealed class DeleteExpired(
    Drafts drafts, ContactBook contacts, StaffSessions sessions, AuthorSessions authors, BulkActions bulk, EditDrafts edits) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await drafts.DeleteExpiredAsync(cancellation);
        await contacts.DeleteClosedAsync(cancellation);
        await sessions.DeleteExpiredAsync(cancellation);
        await authors.DeleteEndedAsync(cancellation);
        await bulk.ForgetAsync(cancellation);
        await edits.DeleteOldAsync(cancellation);
    }
}
