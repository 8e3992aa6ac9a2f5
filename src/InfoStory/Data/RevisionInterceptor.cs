using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Data;

/// <summary>Gives every changed <see cref="IRevised"/> entity its next revision; SQLite has no row version of its own.</summary>
public sealed class RevisionInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<IRevised>().Where(entry => entry.State == EntityState.Modified))
        {
            // From what was read, so that a save that is tried again counts once.
            var revision = entry.Property<int>(nameof(IRevised.Revision));
            revision.CurrentValue = revision.OriginalValue + 1;
        }

        return new(result);
    }
}
