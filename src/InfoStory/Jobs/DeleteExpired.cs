using InfoStory.Authors;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Organisations.Responders;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;

namespace InfoStory.Jobs;

/// <summary>
/// Deletes drafts after their seven days, contacts that nobody needs any more, sessions that have ended, what was used once, what the desk and ended
/// sessions kept for a while, editions and revisions that are past, and letters that were given up a month ago.
/// </summary>
public sealed class DeleteExpired(
    Drafts drafts, ContactBook contacts, StaffSessions sessions, AuthorSessions authors, BulkActions bulk, EditDrafts edits,
    KeptForms kept, RevisionKeeping revisions, OneTime once, Editions editions, LetterDesk letters, ResponderSessions responders, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) => batch.StepsAsync(
        nameof(DeleteExpired), cancellation,
        drafts.DeleteExpiredAsync, contacts.DeleteClosedAsync, sessions.DeleteExpiredAsync, authors.DeleteEndedAsync, bulk.ForgetAsync, edits.DeleteOldAsync,
        kept.DeleteOldAsync, revisions.DeleteOldAsync, once.DeleteOldAsync, editions.DeleteOldAsync, letters.DeleteOldAsync,
        responders.DeleteEndedAsync);
}
