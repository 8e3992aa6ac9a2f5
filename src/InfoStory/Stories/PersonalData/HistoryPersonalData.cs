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

    /// <summary>The most acts that a copy lists; what is older stands in the history of the team.</summary>
    public const int Most = 1000;

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation)
    {
        var acts = await db.History.AsNoTracking().Where(entry => entry.Subject == story.Reference).OrderByDescending(entry => entry.Number).Take(Most)
            .Select(entry => new HeldAct(entry.Act.Name, entry.Why, entry.At)).ToListAsync(cancellation);
        acts.Reverse();
        export.AddRange(acts);
    }

    public Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation) => forgetting.Erases
        ? erasure.EraseAsync(forgetting.Keys.Reference, forgetting.By, forgetting.Now, cancellation)
        : Task.CompletedTask;
}
