using InfoStory.Data;

namespace InfoStory.Tags;

/// <summary>A way of looking at a story; every tag belongs to one.</summary>
public enum Facet
{
    PolicyArea,
    HandOffProblem,
    Barrier,
    Enabler,
    Service,
    Outcome,
}

/// <summary>Whether a tag can be chosen, and if not, what became of it.</summary>
public enum TagStanding
{
    Offered,
    Retired,
    Merged,
    Split,
}

/// <summary>
/// A word of the taxonomy. One that is retired, merged or split is kept, so that links to it still work, but is not offered. Every verb throws
/// <see cref="ConflictException"/> where what became of the tag does not allow it.
/// </summary>
public sealed class Tag : Entity<Tag>, IRevised, IPublic
{
    public const int MaxLength = 80, MostSynonyms = 30, MaxSynonymLines = 3000;

    public int Revision { get; private set; }

    public required Facet Facet { get; init; }

    /// <summary>The heading under which a large facet lists it, such as Culture; null where the facet has none.</summary>
    public string? Group { get; set; }

    public required string Name { get; set; }

    /// <summary>Its place in addresses. When it changes, the one before goes on leading here (<see cref="FormerSlugs"/>).</summary>
    public required string Slug { get; set; }

    public bool Retired { get; private set; }

    /// <summary>The tag that stands in its place; that one is never merged itself.</summary>
    public Id<Tag>? MergedIntoId { get; private set; }

    public Tag? MergedInto { get; private set; }

    /// <summary>Other words for it that an administrator saved, one a line, empty where that was none; null where nobody did.</summary>
    public string? SynonymLines { get; private set; }

    public List<FormerSlug> FormerSlugs { get; } = [];

    /// <summary>What it was split into; empty unless it was split.</summary>
    public List<TagPart> Parts { get; } = [];

    public TagStanding Standing =>
        !Retired ? TagStanding.Offered : MergedIntoId is not null ? TagStanding.Merged : Parts.Count > 0 ? TagStanding.Split : TagStanding.Retired;

    /// <summary>Other words for the tag of this key: those that an administrator saved, else those that the program ships with.</summary>
    public static IReadOnlyList<string> SynonymsOf(Id<Tag> id, string? lines) => lines switch
    {
        null => OrdinaryWords.Of(id),
        "" => [],
        _ => lines.Split('\n'),
    };

    /// <summary>All that it is called: its name first, then its other words.</summary>
    internal IReadOnlyList<string> Words => [Name, .. SynonymsOf(Id, SynonymLines)];

    /// <summary>Keeps these as the other words for it; those that the program ships with are left to it.</summary>
    public void SetSynonyms(IReadOnlyList<string> words) =>
        SynonymLines = words.SequenceEqual(OrdinaryWords.Of(Id)) ? null : string.Join('\n', words);

    public void Rename(string name, string slug)
    {
        if (slug != Slug)
        {
            FormerSlugs.RemoveAll(former => former.Slug == slug);
            FormerSlugs.Add(new() { Slug = Slug });
        }

        (Name, Slug) = (name, slug);
    }

    public void Retire()
    {
        MustBe("retired", TagStanding.Offered);
        Retired = true;
    }

    /// <summary>Offered again. What was decided after a split stays as it is.</summary>
    public void BringBack()
    {
        MustBe("brought back", TagStanding.Retired, TagStanding.Split);
        Retired = false;
        Parts.Clear();
    }

    /// <summary>Puts the other tag in its place.</summary>
    /// <param name="words">Those of its words that the other tag is called by from now on, as far as it has room for more.</param>
    public void MergeInto(Tag tag, IEnumerable<string> words)
    {
        MustBe("merged", TagStanding.Offered, TagStanding.Retired);
        (Retired, MergedIntoId) = (true, tag.Id);
        tag.SetSynonyms(
            [.. SynonymsOf(tag.Id, tag.SynonymLines).Concat(words).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostSynonyms)
                .Where(word => !string.Equals(word, tag.Name, StringComparison.OrdinalIgnoreCase))]);
    }

    public void Split(IEnumerable<Tag> into)
    {
        MustBe("split", TagStanding.Offered, TagStanding.Retired);
        Retired = true;
        Parts.AddRange(into.Select(part => new TagPart { Part = part }));
    }

    private void MustBe(string verb, params TagStanding[] allowed)
    {
        if (!allowed.Contains(Standing))
            throw new ConflictException($"This tag cannot be {verb}: it is "
                + $"{Standing switch { TagStanding.Offered => "offered", TagStanding.Merged => "merged", TagStanding.Split => "split", _ => "retired" }} "
                + "already.");
    }
}

/// <summary>A slug that a tag had once. It leads to the tag for ever.</summary>
public sealed class FormerSlug : IPublic
{
    public required string Slug { get; init; }

    public Id<Tag> TagId { get; private set; }
}

/// <summary>One of the tags that a tag was split into.</summary>
public sealed class TagPart : IPublic
{
    public Id<Tag> TagId { get; private set; }

    public Id<Tag> PartId { get; private set; }

    public required Tag? Part { get; init; }
}
