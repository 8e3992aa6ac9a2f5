using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tags;

/// <summary>
/// What stands in the place of a tag that a form, a draft or an invitation still names: it was open or kept while an administrator merged or split
/// the tag, and what its person chose must not be lost.
/// </summary>
public sealed class Successors
{
    private readonly Dictionary<Id<Tag>, Id<Tag>> merged;
    private readonly ILookup<Id<Tag>, Id<Tag>> parts;

    private Successors(Dictionary<Id<Tag>, Id<Tag>> merged, ILookup<Id<Tag>, Id<Tag>> parts) => (this.merged, this.parts) = (merged, parts);

    /// <summary>Every tag that was merged or split. One statement on a table of about a hundred rows.</summary>
    internal static async Task<Successors> LoadAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var gone = await db.Tags.AsNoTracking().Where(tag => tag.Retired)
            .Select(tag => new { tag.Id, tag.MergedIntoId, Parts = tag.Parts.Select(part => part.PartId).ToList() }).ToListAsync(cancellation);
        return new(
            gone.Where(tag => tag.MergedIntoId is not null).ToDictionary(tag => tag.Id, tag => tag.MergedIntoId!.Value),
            gone.SelectMany(tag => tag.Parts.Select(part => (tag.Id, part))).ToLookup(part => part.Id, part => part.part));
    }

    /// <summary>The tag itself, or the one it was merged into.</summary>
    public Id<Tag> Of(Id<Tag> tag) => merged.GetValueOrDefault(tag, tag);

    /// <inheritdoc cref="Of(Id{Tag})"/>
    public Id<Tag>? Of(Id<Tag>? tag) => tag is { } one ? Of(one) : null;

    /// <summary>
    /// What somebody chose, as it is called today. A tag that was split and decided for this story while they typed counts as the parts that
    /// the story got; a tag that was split and not decided yet stays what it is.
    /// </summary>
    /// <param name="carried">What the story carries now.</param>
    public IEnumerable<Id<Tag>> Of(IEnumerable<Id<Tag>> chosen, IReadOnlyCollection<Id<Tag>> carried) => chosen.Select(Of).Distinct().SelectMany(tag =>
    {
        var decided = carried.Contains(tag) ? [] : parts[tag].Intersect(carried).ToList();
        return decided.Count > 0 ? decided : [tag];
    }).Distinct();
}
