using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Tags;
using InfoStory.TagUpkeep;

namespace InfoStory.Tests.TagUpkeep;

/// <summary>What tests of tags ask again and again.</summary>
internal static class TagBench
{
    public static async Task<TagRow> TagAsync(this TestDatabase database, string slug) => (await database.Get<TagRegister>().OpenAsync(slug, default)).Tag;

    public static async Task<string> AddAsync(this TestDatabase database, string name, Facet facet = Facet.Barrier) =>
        await database.Get<TagEditing>().AddAsync(new() { Facet = facet, Name = name }, A.Administrator(), default);

    public static async Task<string> RenameAsync(this TestDatabase database, string slug, string name)
    {
        var tag = await database.TagAsync(slug);
        return await database.Get<TagEditing>().ChangeAsync(
            slug, new() { Revision = tag.Revision, Name = name, Group = tag.Group, Synonyms = string.Join('\n', tag.Synonyms) }, A.Administrator(), default);
    }

    public static async Task MergeAsync(this TestDatabase database, string slug, string into) =>
        await database.Get<TagMerging>().MergeAsync(
            slug, new() { Revision = (await database.TagAsync(slug)).Revision, Into = (await database.TagAsync(into)).Id }, A.Administrator(), default);

    public static async Task RetireAsync(this TestDatabase database, string slug) =>
        await database.Get<TagEditing>().RetireAsync(slug, (await database.TagAsync(slug)).Revision, A.Administrator(), default);

    public static async Task SplitAsync(this TestDatabase database, string slug, string names, params string[] parts)
    {
        List<Id<Tag>> keys = [];
        foreach (var part in parts) keys.Add((await database.TagAsync(part)).Id);
        await database.Get<TagSplitting>()
            .SplitAsync(slug, new() { Revision = (await database.TagAsync(slug)).Revision, Names = names, Parts = keys }, A.Administrator(), default);
    }

    /// <summary>What the public finds under a slug, in the list and by a search.</summary>
    public static async Task<(int Listed, int Searched)> FoundAsync(this TestDatabase database, string slug)
    {
        var tag = (await database.Get<TagCatalogue>().FindAsync(slug, default))!;
        var filter = new LibraryFilter(LibraryValue.Of(tag.Facet, tag.Id));
        return ((await database.Get<LibraryFinder>().FindAsync(new(filter), default)).Found,
            (await database.Get<LibraryFinder>().FindAsync(new(filter, SearchWords.Parse("worker")!), default)).Found);
    }
}
