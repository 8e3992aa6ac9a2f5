using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Search;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Finding;

/// <summary>Other words that may have been meant, and how many case studies they find; at most <see cref="SearchWords.MaxCandidates"/>.</summary>
public sealed record DidYouMean(string Words, int Found);

/// <summary>
/// The words of the newest public case studies, kept in memory by each process from when somebody first searches for a word that there is not, and brought
/// up to date by what each edition says that it changed (docs/decisions/0097). What is not public any more gives no word.
/// </summary>
public sealed class LibrarySpelling(IDbContextFactory<InfoStoryContext> contexts, Editions editions, TimeProvider clock) : IDisposable
{
    /// <summary>The words of older case studies are mostly those of newer ones too.</summary>
    private const int MostTexts = 5_000, MostLetters = 4_000, Batch = 500;

    private readonly SemaphoreSlim door = new(1, 1);
    private Vocabulary vocabulary = new();
    private long edition = -1;

    /// <summary>What was typed with words that are in the library; null where there are none near. No statement where nothing was changed.</summary>
    internal async Task<string?> RespellAsync(LibraryNow library, SearchWords words, CancellationToken cancellation)
    {
        await door.WaitAsync(cancellation);
        try
        {
            if (library.Edition != edition) await CatchUpAsync(cancellation);
            await ReadAsync(library.Sets, cancellation);
            return Respelling.Of(words, vocabulary, NamesIn(library));
        }
        finally
        {
            door.Release();
        }
    }

    public void Dispose() => door.Dispose();

    /// <summary>Forgets the texts that were changed. Whatever is saved after this has a later edition.</summary>
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var since = edition < 0 ? new(await editions.CurrentAsync(cancellation), null) : await editions.SinceAsync(edition, cancellation);
        if (since.Subjects is not { } changed || changed.Any(subject => subject.Number == 0)) vocabulary = new();
        else foreach (var subject in changed) vocabulary.Remove(subject.Number);
        edition = since.Newest;
    }

    /// <summary>Reads what is public and not read yet, and forgets what is not public.</summary>
    private async Task ReadAsync(LibrarySets sets, CancellationToken cancellation)
    {
        var shown = sets.Page(new(), matches: null, after: null, MostTexts, clock.UtcNow).Ids.ToHashSet();
        foreach (var key in vocabulary.Keys.Except(shown).ToList()) vocabulary.Remove(key);

        var unread = shown.Where(key => !vocabulary.Has(key)).ToList();
        if (unread.Count == 0) return;

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var keys in unread.Chunk(Batch))
        {
            var texts = db.Set<SearchText>().AsNoTracking().Where(text => keys.Contains(text.Id))
                .Select(text => new { text.Id, text.Title, Body = text.Body.Substring(0, MostLetters) });
            await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancellation)) vocabulary.Put(text.Id, $"{text.Title}\n{Whole(text.Body)}");
        }
    }

    /// <summary>Without the word at which it was cut.</summary>
    private static string Whole(string body) => body.Length < MostLetters ? body : body[..(body.LastIndexOfAny([' ', '\n']) + 1)];

    /// <summary>The names of the tags, services and places that public case studies have.</summary>
    private Vocabulary NamesIn(LibraryNow library)
    {
        var names = new Vocabulary();
        foreach (var (value, count) in library.Sets.Count(new(), matches: null, clock.UtcNow).Values)
        {
            if ((library.Terms.TagOf(value)?.Name ?? library.Terms.PlaceOf(value)?.Name) is { } name) names.Put(names.Keys.Count(), name, count);
        }

        return names;
    }
}
