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
            entry.Property(nameof(IRevised.Revision)).CurrentValue = entry.Entity.Revision + 1;
        }

        return new(result);
    }
}
