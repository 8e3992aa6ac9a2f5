using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Testing;

/// <summary>Fails where something is saved that is longer than its column: SQL Server refuses it, SQLite does not ask.</summary>
public sealed class TooLong : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties.Where(one => one.Metadata.GetMaxLength() is not null))
            {
                var length = property.CurrentValue switch { string text => text.Length, byte[] bytes => bytes.Length, _ => 0 };
                if (length > property.Metadata.GetMaxLength())
                    throw new InvalidOperationException($"{entry.Metadata.ClrType.Name}.{property.Metadata.Name} has no room for {length}.");
            }
        }

        return new(result);
    }
}
