using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Data;

/// <summary>What must happen in the transaction of a save, just before it. A folder to the right of Data supplies it with the options of the context.</summary>
public interface IBeforeSaving : IInterceptor
{
    /// <summary>True where this save needs it; every other save runs as it always does.</summary>
    bool Concerns(InfoStoryContext db);

    /// <summary>Runs once for each try of the save.</summary>
    Task RunAsync(InfoStoryContext db, CancellationToken cancellation);
}
