using InfoStory.Data;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories.PersonalData;

/// <summary>What was done and when; who of the team did it is not the author's data.</summary>
public sealed record HeldAct(string Act, string? Why, DateTime At);

/// <summary>The history of a story. It holds none of its words, so withdrawing leaves it; erasing blanks it.</summary>
internal sealed class HistoryPersonalData(InfoStoryContext db, HistoryErasure erasure) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(HistoryEntry)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange(await db.History.AsNoTracking().Where(entry => entry.Subject == story.Reference).OrderBy(entry => entry.Number)
            .Select(entry => new HeldAct(entry.Act.Name, entry.Why, entry.At)).ToListAsync(cancellation));

    public Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation) => forgetting.Erases
        ? erasure.EraseAsync(forgetting.Keys.Reference, forgetting.By, forgetting.Now, cancellation)
        : Task.CompletedTask;
}
