using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Finding;

/// <summary>One case study in a brief.</summary>
/// <param name="Entry">What its card says.</param>
/// <param name="WhatChanged">In Markdown; null where it does not say.</param>
public sealed record LibraryBriefEntry(LibraryEntry Entry, string? WhatChanged);

/// <summary>The first of what was found, to be printed.</summary>
/// <param name="Found">How many there are in all; at most <see cref="Search.SearchWords.MaxCandidates"/> are ever counted where words are searched for.</param>
public sealed record LibraryBrief(IReadOnlyList<LibraryBriefEntry> Entries, int Found);

/// <summary>Puts the first case studies that a search finds on a few sheets of paper.</summary>
public sealed class LibraryBriefs(InfoStoryContext db, LibraryFinder finder, TimeProvider clock)
{
    /// <summary>So many it holds at most.</summary>
    public const int Most = Library.PageSize;

    /// <summary>One statement more than it takes to find them, and none for passages.</summary>
    public async Task<LibraryBrief> FindAsync(LibrarySearch asked, CancellationToken cancellation)
    {
        var found = await finder.FindAsync(asked with { HasPassages = false }, cancellation);
        if (found.Entries.Count == 0) return new([], found.Found);

        var keys = found.Entries.Select(entry => entry.Id).ToList();
        var changed = await db.CaseStudies.Shown(clock.UtcNow).AsNoTracking().Where(study => keys.Contains(study.Id))
            .Select(study => new { study.Id, study.WhatChanged }).ToDictionaryAsync(study => study.Id, study => study.WhatChanged, cancellation);
        return new(
            [.. found.Entries.Where(entry => changed.ContainsKey(entry.Id)).Select(entry => new LibraryBriefEntry(entry, changed[entry.Id]))], found.Found);
    }
}
