using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>Words of the story that a rule pointed at, for the team to look at.</summary>
public sealed record HeldFlag(string Words, string Rule, DateTime FoundAt);

/// <summary>Flags quote the story, and shingles are made of its words.</summary>
internal sealed class FlagPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Flag), typeof(StoryShingle)];

    /// <summary>A flag for a duplicate names somebody else's story, so it is left out.</summary>
    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange(await db.Flags.AsNoTracking().Where(flag => flag.StoryId == story.Id && flag.Kind != FlagKind.Duplicate)
            .OrderBy(flag => flag.Id).Select(flag => new HeldFlag(flag.Words, flag.Rule, flag.FoundAt)).ToListAsync(cancellation));

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var id = forgetting.Keys.Id;
        db.Flags.RemoveRange(await db.Flags.Where(flag => flag.StoryId == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<StoryShingle>().Where(shingle => shingle.StoryId == id).ToListAsync(cancellation));
    }
}
