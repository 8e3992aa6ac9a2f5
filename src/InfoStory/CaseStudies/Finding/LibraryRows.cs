using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Finding;

/// <summary>One public case study as machines read it in a list: what its card says, and its tags.</summary>
public sealed record LibraryRow(LibraryEntry Entry, IReadOnlyList<TagToRead> Tags);

/// <summary>What was found, with its tags.</summary>
public sealed record LibraryRowsFound(IReadOnlyList<LibraryRow> Rows, LibraryFound Found);

/// <summary>The library as rows: a page, or all that a filter leaves.</summary>
public sealed class LibraryRows(InfoStoryContext db, LibraryFinder finder)
{
    /// <summary>A page. One statement more than it takes to find it.</summary>
    public async Task<LibraryRowsFound> FindAsync(LibrarySearch asked, CancellationToken cancellation)
    {
        var found = await finder.FindAsync(asked, cancellation);
        return new(await WithTagsAsync(found.Entries, cancellation), found);
    }

    /// <summary>All of them, newest first, some at a time. Two statements for each time, and one for the words.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LibraryRow>> AllAsync(
        LibraryFilter filter, SearchWords? words, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var some in finder.AllAsync(filter, words, cancellation)) yield return await WithTagsAsync(some, cancellation);
    }

    /// <summary>The entries have come through the gate.</summary>
    private async Task<IReadOnlyList<LibraryRow>> WithTagsAsync(IReadOnlyList<LibraryEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0) return [];

        var keys = entries.Select(entry => entry.Id).ToList();
        var tagged = await db.Set<CaseStudyTag>().AsNoTracking().Where(tagged => keys.Contains(tagged.CaseStudyId))
            .Select(tagged => new { tagged.CaseStudyId, tagged.TagId, Tag = new TagToRead(tagged.Tag!.Facet, tagged.Tag.Name, tagged.Tag.Slug) })
            .ToListAsync(cancellation);
        var tags = tagged.OrderBy(one => one.TagId.Value).ToLookup(one => one.CaseStudyId, one => one.Tag);
        return [.. entries.Select(entry => new LibraryRow(entry, [.. tags[entry.Id]]))];
    }
}
