using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.People;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>Letters to publishers about case studies. They carry no word of one, and no reference of a story.</summary>
public sealed class PublisherNotices(InfoStoryContext db, SiteAddress site, TimeProvider clock)
{
    /// <summary>
    /// That a case study is not published by itself: to whoever scheduled it or, where that account is closed or no publisher's any more, to every publisher.
    /// Saved with what made it so; where no letter can leave, it waits.
    /// </summary>
    public Task NotPublishedAsync(long? staffId, long study, CancellationToken cancellation) => WriteAsync(
        staffId,
        $"""
        Something is missing, so this case study stays unpublished and its schedule has ended.

        {site.Url}/moderation/case-studies/{study}

        Sign in to read everything that is missing. Nothing of it is in this letter.
        """,
        cancellation);

    /// <summary>That a case study which was scheduled is gone, because the author of a story in it has taken that story back.</summary>
    public Task TakenBackAsync(long? staffId, CancellationToken cancellation) => WriteAsync(
        staffId,
        $"""
        An author has taken a story back. The case study that was scheduled was drawn from it, and is deleted.

        {site.Url}/moderation/case-studies

        Other stories that it was drawn from are ready for a new one.
        """,
        cancellation);

    private async Task WriteAsync(long? staffId, string body, CancellationToken cancellation)
    {
        var publishers = await db.Staff.Where(staff => staff.ClosedAt == null && staff.Email != null && (staff.Roles & Roles.Publisher) != Roles.None)
            .Select(staff => new { staff.Id, staff.Email }).ToListAsync(cancellation);
        var to = publishers.FindAll(person => person.Id == staffId) is { Count: > 0 } one ? one : publishers;
        db.AddRange(to.Select(person => new Letter
        {
            Subject = StaffHistory.Subject(person.Id),
            To = person.Email,
            Title = "A case study will not be published as it was scheduled",
            Body = body,
            WrittenAt = clock.UtcNow,
            NextTryAt = clock.UtcNow,
        }));
    }
}
