using InfoStory.CaseStudies.Finding;
using InfoStory.CaseStudies.HereToo;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>One case study in a list. <see cref="Passage"/> is set only in search results.</summary>
public sealed record LibraryEntry(
    Id<CaseStudy> Id, string Slug, string Title, string Summary, StoryKind Kind,
    WhoIsTelling? WhoIsTelling, string? Service, string? Place, DateTime PublishedAt, DateTime UpdatedAt)
{
    public string? ServiceSlug { get; init; }

    public string? PlaceSlug { get; init; }

    public IReadOnlyList<SnippetPart> Passage { get; init; } = [];

    /// <summary>Since when everyone may read it, this time; lists are in this order.</summary>
    public DateTime ShownAt { get; init; }

    /// <summary>The first number that is compared with one before; null where none is.</summary>
    public CaseStudyFigure? Figure => Figures.FirstOrDefault(figure => figure.Before is not null);

    /// <summary>What changed, in numbers.</summary>
    public IReadOnlyList<CaseStudyFigure> Figures { get; init; } = [];
}

public sealed record LibraryPage(IReadOnlyList<LibraryEntry> Entries, Cursor? Next);

/// <summary>One public case study, whole.</summary>
public sealed record CaseStudyToRead(
    Id<CaseStudy> Id, string Slug, string Title, string Summary, string TheStory,
    string? WhatWasNotShared, string? WhatTheyDid, string? WhatChanged, string? NotYetFixed,
    string? Learning, StoryKind Kind, WhoIsTelling? WhoIsTelling, string? Service, string? ServiceSlug, string? Place, string? PlaceSlug,
    DateTime PublishedAt, DateTime UpdatedAt) : ISections
{
    public string? PlaceAndNeed { get; init; }

    public string? Partners { get; init; }

    public string? Barrier { get; init; }

    /// <summary>What changed, in numbers.</summary>
    public IReadOnlyList<CaseStudyFigure> Figures { get; init; } = [];

    /// <summary>Words of the story that stand out.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>The pictures that everyone sees.</summary>
    public IReadOnlyList<ShownPicture> Pictures { get; init; } = [];

    /// <summary>The hand-offs of its stories, where everyone may see them.</summary>
    public IReadOnlyList<ShownChain> Chains { get; init; } = [];

    public bool NamesChanged { get; init; } = true;

    /// <summary>When the team last asked of these words whether somebody could find out who it is; null where it was never asked.</summary>
    public DateTime? ReviewedAt { get; init; }

    /// <summary>From when it is asked again.</summary>
    public DateTime? ReviewBy { get; init; }

    public IReadOnlyList<TagToRead> Tags { get; init; } = [];

    /// <summary>What has most in common with it; empty where that was not asked for.</summary>
    public IReadOnlyList<RelatedStudy> Related { get; init; } = [];

    /// <summary>At least so many times readers said that it happens where they are too; null where too few did.</summary>
    public int? HereToo => SmallNumbers.AtLeast(Taps);

    internal int Taps { get; init; }

    /// <summary>Something was put to an organisation because of it, or promised.</summary>
    internal bool IsAnswered { get; init; }

    /// <summary>These words with what stands beside the public ones.</summary>
    public CaseStudyToRead Beside(CaseStudyToRead shown) => this with { Related = shown.Related, Taps = shown.Taps, IsAnswered = shown.IsAnswered };
}

public sealed record TagToRead(Facet Facet, string Name, string Slug);

/// <summary>Where a public case study is.</summary>
public sealed record CaseStudyLink(string Slug, string Title, DateTime PublishedAt);

/// <summary>Where a related one is.</summary>
internal sealed record RelatedLink(Id<CaseStudy> Id, string Slug, string Title);

public sealed record SitemapEntry(string Slug, DateTime UpdatedAt);

/// <summary>What the public reads. Nothing here ever shows words as told, or a case study that is not public.</summary>
public sealed class Library(InfoStoryContext db, IFullText fullText, IEnumerable<ILibraryFact> facts, LibraryIndex index, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>
    /// Compiled once: it is the page that most readers come for. Its tags are a statement of their own, or the long text would come once for each.
    /// </summary>
    private static readonly CompiledQuery<Func<InfoStoryContext, string, DateTime, CancellationToken, Task<CaseStudyToRead?>>> Reading = new(() =>
        EF.CompileAsyncQuery(Gate.Through<Func<InfoStoryContext, string, DateTime, CancellationToken, CaseStudyToRead?>>((InfoStoryContext db,
            string slug, DateTime now, CancellationToken _) =>
            db.Set<CaseStudy>().Shown(now).AsNoTracking().Where(study => study.Slug == slug)
                .Select(study => new CaseStudyToRead(
                    study.Id, study.Slug, study.Title, study.Summary, study.TheStory,
                    study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed,
                    study.Learning, study.Kind, study.WhoIsTelling, study.Service!.Name, study.Service.Slug, study.Place!.Name, study.Place.Slug,
                    study.FirstPublishedAt!.Value, study.UpdatedAt)
                {
                    Taps = db.Set<Tap>().Count(tap => tap.CaseStudyId == study.Id),
                    IsAnswered = study.IsAnswered,
                    PlaceAndNeed = study.PlaceAndNeed,
                    Partners = study.Partners,
                    Barrier = study.Barrier,
                    Figures = study.Figures,
                    Quotes = study.Quotes,
                    Pictures = study.Pictures,
                    Chains = study.Chains,
                    NamesChanged = study.NamesChanged,
                    ReviewedAt = study.AskedAt,
                    ReviewBy = study.AskAgainAt,
                })
                .SingleOrDefault())));

    private static readonly CompiledQuery<Func<InfoStoryContext, Id<CaseStudy>, IAsyncEnumerable<TagToRead>>> TagsOf = new(() =>
        EF.CompileAsyncQuery((InfoStoryContext db, Id<CaseStudy> id) =>
            db.Set<CaseStudyTag>().AsNoTracking().Where(tagged => tagged.CaseStudyId == id).OrderBy(tagged => tagged.TagId)
                .Select(tagged => new TagToRead(tagged.Tag!.Facet, tagged.Tag.Name, tagged.Tag.Slug))));

    /// <summary>Of as many keys as are related at most (<see cref="Relating.Most"/>).</summary>
    private static readonly
        CompiledQuery<Func<InfoStoryContext, Id<CaseStudy>, Id<CaseStudy>, Id<CaseStudy>, DateTime, IAsyncEnumerable<RelatedLink>>> LinksOf = new(() =>
        EF.CompileAsyncQuery(Gate.Through<Func<InfoStoryContext, Id<CaseStudy>, Id<CaseStudy>, Id<CaseStudy>, DateTime, IQueryable<RelatedLink>>>((
            InfoStoryContext db, Id<CaseStudy> one, Id<CaseStudy> two, Id<CaseStudy> three, DateTime now) =>
            db.Set<CaseStudy>().Shown(now).AsNoTracking().Where(study => study.Id == one || study.Id == two || study.Id == three)
                .Select(study => new RelatedLink(study.Id, study.Slug, study.Title)))));

    /// <summary>As many addresses as one sitemap may hold (sitemaps.org).</summary>
    public const int SitemapSize = 50_000;

    /// <summary>Public case studies, newest first, from just after the cursor. One statement.</summary>
    public async Task<LibraryPage> ListAsync(Cursor? after, int size, CancellationToken cancellation)
    {
        var studies = Public();
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<CaseStudy>(id);
            studies = studies.Where(study => study.PublishedAt <= at && (study.PublishedAt < at || study.Id < key));
        }

        // Of a few, SQLite would rather sort all that is public than walk its index.
        var newest = studies.OrderByDescending(study => study.PublishedAt).ThenByDescending(study => study.Id).Take(Math.Max(size, PageSize) + 1);
        var entries = await Entries(newest).ToListAsync(cancellation);
        return new(entries.Count > size ? entries[..size] : entries, Cursor.After(entries, size, entry => new(entry.ShownAt, entry.Id.Value)));
    }

    /// <summary>Which of these are public, fit the filter and hold all the words, where there are any. One statement, and one for the words.</summary>
    public async Task<IReadOnlySet<Id<CaseStudy>>> AmongAsync(
        IReadOnlyCollection<Id<CaseStudy>> studies, LibraryFilter filter, SearchWords? words, CancellationToken cancellation)
    {
        var left = await Public().In(filter, db, facts).Where(study => studies.Contains(study.Id)).Select(study => study.Id).ToListAsync(cancellation);
        if (words is null || left.Count == 0) return left.ToHashSet();

        var found = await fullText.AmongAsync(db, words, left.ConvertAll(id => id.Value), cancellation);
        return found.Select(id => new Id<CaseStudy>(id)).ToHashSet();
    }

    /// <summary>
    /// The case study at this address, or at the one that this one leads on to: its slug is the address of today. Two statements where it is there.
    /// </summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    /// <exception cref="GoneException">It was public once.</exception>
    public async Task<CaseStudyToRead> ReadAsync(string slug, CancellationToken cancellation) =>
        await WithTagsAsync(await FindAsync(slug, cancellation), cancellation);

    /// <summary>As <see cref="ReadAsync"/>; null where it was public once.</summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    public async Task<CaseStudyToRead?> ReadUnlessGoneAsync(string slug, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(slug, cancellation);
        }
        catch (GoneException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, with what is related to it. Its tags come from the index, so these are two statements too.</summary>
    /// <param name="slug">Its address.</param>
    /// <param name="edition">The index knows this one, or a newer.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<CaseStudyToRead> ReadWithRelatedAsync(string slug, long edition, CancellationToken cancellation)
    {
        var study = await FindAsync(slug, cancellation);
        // It became public a moment ago, after that edition.
        if (await index.BesideAsync(study.Id, edition, cancellation) is not { } beside) return await WithTagsAsync(study, cancellation);
        if (beside.Related.Count == 0) return study with { Tags = beside.Tags };

        var there = await LinksOf.For(db)(db, KeyAt(0), KeyAt(1), KeyAt(2), clock.UtcNow)
            .ToDictionaryAsync(other => other.Id.Value, comparer: null, cancellation);
        return study with
        {
            Tags = beside.Tags,
            Related =
            [
                .. beside.Related.Where(one => there.ContainsKey(one.Id)).Select(one => new RelatedStudy(
                    new(one.Id), there[one.Id].Slug, there[one.Id].Title, [.. one.Shared.Select(beside.NamesOf).OfType<string>()], one.HasChange)),
            ],
        };

        // No key is 0.
        Id<CaseStudy> KeyAt(int number) => new(number < beside.Related.Count ? beside.Related[number].Id : 0);
    }

    private async Task<CaseStudyToRead> WithTagsAsync(CaseStudyToRead study, CancellationToken cancellation) =>
        study with { Tags = await TagsOf.For(db)(db, study.Id).ToListAsync(cancellation) };

    private async Task<CaseStudyToRead> FindAsync(string slug, CancellationToken cancellation) =>
        await Reading.For(db)(db, slug, clock.UtcNow, cancellation) ?? await LedOnAsync(slug, cancellation);

    /// <summary>The public case study that draws on this story, the newest where several do; null where none is public.</summary>
    public Task<CaseStudyLink?> FindByStoryAsync(Id<Story> id, CancellationToken cancellation) =>
        Public().Where(db.DrawsOn(id))
            .OrderByDescending(study => study.PublishedAt).ThenByDescending(study => study.Id)
            .Select(study => new CaseStudyLink(study.Slug, study.Title, study.PublishedAt!.Value)).FirstOrDefaultAsync(cancellation);

    /// <summary>How many case studies are public now.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) => Public().CountAsync(cancellation);

    /// <summary>
    /// Public case studies in the order in which they were begun, from just after this key, so that one that is new moves no other to another page of
    /// the sitemap. One statement, streamed.
    /// </summary>
    public IAsyncEnumerable<SitemapEntry> Sitemap(Id<CaseStudy> after = default, int most = SitemapSize) =>
        Public().Where(study => study.Id > after).OrderBy(study => study.Id).Take(most)
            .Select(study => new SitemapEntry(study.Slug, study.UpdatedAt)).AsAsyncEnumerable();

    /// <summary>The keys after which the pages of the sitemap begin, so many case studies to each. One statement a page.</summary>
    public async Task<IReadOnlyList<Id<CaseStudy>>> SitemapPagesAsync(int size, CancellationToken cancellation)
    {
        List<Id<CaseStudy>> begins = [];
        for (Id<CaseStudy>? next = default(Id<CaseStudy>); next is { } after;)
        {
            begins.Add(after);
            next = await Public().Where(study => study.Id > after).OrderBy(study => study.Id).Select(study => (Id<CaseStudy>?)study.Id)
                .Take(size).OrderByDescending(id => id).FirstOrDefaultAsync(cancellation);
        }

        // After the last one nothing comes.
        return begins[..^1];
    }

    private async Task<CaseStudyToRead> LedOnAsync(string slug, CancellationToken cancellation)
    {
        var key = FormerAddress.KeyOf(slug);
        var former = await db.FormerAddresses.AsNoTracking().FirstOrDefaultAsync(former => former.Key == key, cancellation);
        var today = former is not { LeadsOn: true } ? null : await db.CaseStudies.Shown(clock.UtcNow)
            .Where(study => study.Id == former.CaseStudyId).Select(study => study.Slug).FirstOrDefaultAsync(cancellation);
        if (today is not null && await Reading.For(db)(db, today, clock.UtcNow, cancellation) is { } study) return study;

        var why = await db.CaseStudies.WasShown().AsNoTracking().Where(study => study.Slug == slug)
            .Select(study => new { study.TakenDownWhy, study.TakenDownWords }).FirstOrDefaultAsync(cancellation);
        if (why?.TakenDownWhy is { } known) throw new GoneException("The case study", new TakenDown(known, why.TakenDownWords));

        throw former is not null || why is not null ? new GoneException("The case study") : new NotFoundException("The case study");
    }

    private IQueryable<CaseStudy> Public() => db.CaseStudies.Shown(clock.UtcNow).AsNoTracking();

    internal static IQueryable<LibraryEntry> Entries(IQueryable<CaseStudy> studies) =>
        studies.Select(study => new LibraryEntry(
            study.Id, study.Slug, study.Title, study.Summary, study.Kind, study.WhoIsTelling,
            study.Service!.Name, study.Place!.Name, study.FirstPublishedAt!.Value, study.UpdatedAt)
        {
            ShownAt = study.PublishedAt!.Value,
            ServiceSlug = study.Service.Slug,
            PlaceSlug = study.Place.Slug,
            Figures = study.Figures,
        });
}
