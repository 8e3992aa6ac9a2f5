using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;

namespace InfoStory.Jobs;

/// <summary>
/// Deletes drafts after their seven days, contacts that nobody needs any more, sessions of staff that have expired, and what the desk kept for a while.
/// </summary>
public sealed class DeleteExpired(Drafts drafts, ContactBook contacts, StaffSessions sessions, BulkActions bulk, EditDrafts edits, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) => batch.StepsAsync(
        nameof(DeleteExpired), cancellation,
        drafts.DeleteExpiredAsync, contacts.DeleteClosedAsync, sessions.DeleteExpiredAsync, bulk.ForgetAsync, edits.DeleteOldAsync);
}
