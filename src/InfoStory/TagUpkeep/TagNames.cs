using FluentValidation;
using InfoStory.Data;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.TagUpkeep;

/// <summary>
/// Which tag an address means, and whether a name or another word can be had: within a facet each means one tag, and an address means one tag for ever.
/// </summary>
public sealed class TagNames(InfoStoryContext db)
{
    /// <summary>The address of the form that adds a tag.</summary>
    private const string FormOfNew = "new";

    /// <summary>The tag that has this slug now or had it once, with its slugs and its parts, at the revision that was on the screen.</summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    /// <exception cref="ConflictException">It has been saved since.</exception>
    public async Task<Tag> FindAsync(string slug, int revision, CancellationToken cancellation) =>
        (await FindAsync(slug, cancellation)).At(revision);

    /// <summary>The same at any revision.</summary>
    public Task<Tag> FindAsync(string slug, CancellationToken cancellation) =>
        db.Tags.Include(tag => tag.FormerSlugs).Include(tag => tag.Parts).AsSplitQuery()
            .FindAsync(tag => tag.Slug == slug || tag.FormerSlugs.Any(former => former.Slug == slug), cancellation);

    /// <summary>The slug for this name. Reads every tag once, about a hundred rows.</summary>
    /// <param name="own">The tag that is renamed; null for a new one.</param>
    /// <param name="field">Where what is wrong is said.</param>
    /// <exception cref="ValidationException">The name or its slug is taken.</exception>
    public async Task<string> SlugForAsync(string name, Facet facet, Id<Tag>? own, string field, CancellationToken cancellation)
    {
        var others = await OthersAsync(own, cancellation);
        if (others.Find(tag => tag.Facet == facet && Same(tag.Name, name)) is { } named)
            throw Refused(
                field,
                named.Retired
                    ? $"“{named.Name}” is there already, but not offered. Bring it back, or choose another name"
                    : $"There is a tag “{named.Name}” in this facet already");
        if (others.Find(tag => tag.Facet == facet && !tag.Retired && Tag.SynonymsOf(tag.Id, tag.SynonymLines).Any(word => Same(word, name))) is { } meant)
            throw Refused(field, $"“{name}” is another word for “{meant.Name}”. Take it away there first, or choose another name");

        var slug = Slug.From(name);
        if (slug == FormOfNew || others.Exists(tag => tag.Slug == slug || tag.FormerSlugs.Exists(former => former.Slug == slug)))
            throw Refused(
                field,
                $"The address “{slug}”, which this name would have, belongs to another tag or did once, and links to it must go on working. "
                + "Choose another name");

        return slug;
    }

    /// <summary>
    /// Refuses other words that mean a tag of this facet already; only that of a service may lead to several. Reads every tag once, about a hundred rows.
    /// </summary>
    /// <param name="own">The tag that gets the words; null for a new one.</param>
    /// <param name="field">Where what is wrong is said.</param>
    /// <exception cref="ValidationException">One of the words is the name of a tag of the facet, or another word for one.</exception>
    public async Task MustBeFreeAsync(
        IReadOnlyCollection<string> words, string ownName, Facet facet, Id<Tag>? own, string field, CancellationToken cancellation)
    {
        if (words.FirstOrDefault(word => Same(word, ownName)) is { } itself) throw Refused(field, $"“{itself}” is the name of the tag itself");

        foreach (var tag in (await OthersAsync(own, cancellation)).Where(tag => tag.Facet == facet && !tag.Retired))
        {
            if (words.Select(word => TakenBy(tag, word)).FirstOrDefault(sentence => sentence is not null) is { } taken) throw Refused(field, taken);
        }
    }

    /// <summary>
    /// The name and the other words of a tag, by which readers know it, that can become other words of the one it is merged into: those that mean no
    /// third tag. Reads every tag once, about a hundred rows.
    /// </summary>
    public async Task<IReadOnlyList<string>> FreeOfAsync(Tag tag, Tag into, CancellationToken cancellation)
    {
        var others = (await OthersAsync(into.Id, cancellation)).Where(other => other.Id != tag.Id && other.Facet == tag.Facet && !other.Retired).ToList();
        return [.. tag.Words.Where(word => others.TrueForAll(other => TakenBy(other, word) is null))];
    }

    internal static ValidationException Refused(string field, string sentence) => new([new(field, sentence)]);

    private Task<List<Tag>> OthersAsync(Id<Tag>? own, CancellationToken cancellation) =>
        db.Tags.AsNoTracking().Include(tag => tag.FormerSlugs).Where(tag => tag.Id != own).ToListAsync(cancellation);

    /// <summary>What to say where the word means this tag already; null where it does not.</summary>
    private static string? TakenBy(Tag tag, string word) =>
        Same(word, tag.Name) ? $"“{word}” is the name of another tag in this facet"
        : tag.Facet != Facet.Service && Tag.SynonymsOf(tag.Id, tag.SynonymLines).Any(other => Same(word, other))
            ? $"“{word}” is another word for “{tag.Name}” already"
        : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
