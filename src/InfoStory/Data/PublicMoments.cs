using Microsoft.EntityFrameworkCore;

namespace InfoStory.Data;

/// <summary>Moments at which what the public sees changes by itself, such as the end of a consent. A room that shows something by time has one.</summary>
public interface IPublicMoment
{
    /// <summary>The first of them after now; null where there is none. One statement.</summary>
    Task<DateTime?> NextAsync(InfoStoryContext db, DateTime now, CancellationToken cancellation);
}

/// <summary>When the public site changes next although nobody changes it: a cache that is emptied by events alone would miss that.</summary>
public sealed class PublicMoments(IDbContextFactory<InfoStoryContext> contexts, IEnumerable<IPublicMoment> moments)
{
    /// <summary>The first moment after now in UTC; <see cref="DateTime.MaxValue"/> where there is none. One statement for each room.</summary>
    public async Task<DateTime> NextAsync(DateTime now, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var next = DateTime.MaxValue;
        foreach (var moment in moments)
        {
            if (await moment.NextAsync(db, now, cancellation) is { } found && found < next) next = found;
        }

        return next;
    }
}
