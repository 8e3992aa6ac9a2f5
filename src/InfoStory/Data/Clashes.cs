using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Data;

/// <summary>
/// Two came at once to what may be there only once, and this is the later one; or what it belongs to went at that moment. Nothing is saved. Shown as 409.
/// </summary>
public sealed class ClashException(DbUpdateException fault) : DbUpdateException(fault.Message, fault.InnerException);

/// <summary>Tells a clash from every other fault of a save.</summary>
/// <param name="isClash">Whether the database says that a key is taken or missing.</param>
public sealed class Clashes(Func<Exception, bool> isClash) : SaveChangesInterceptor
{
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Exception is DbUpdateException { InnerException: { } refused } fault && isClash(refused)
            ? throw new ClashException(fault)
            : Task.CompletedTask;
}
