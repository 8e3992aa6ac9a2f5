using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Moderation.Queue;
using InfoStory.Search;
using InfoStory.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies.Finding;

/// <summary>Other words of a tag find texts that say its name, and its name finds texts that say one of them, whether or not they carry the tag.</summary>
public sealed class SynonymTests
{
    private const string Short = "We asked the MASH and nobody rang back.", Long = "We asked the multi-agency safeguarding hub twice.";

    [Theory]
    [InlineData("MASH", "Long, Short")]
    [InlineData("multi-agency safeguarding hub", "Long, Short")]
    [InlineData("\"Multi-Agency Safeguarding Hub\"", "Long, Short")]
    [InlineData("multiagency safeguarding hub", "Long, Short")]
    [InlineData("mash rang", "Short")]
    [InlineData("mash twice", "Long")]
    [InlineData("multi-agency safeguarding hub rang", "Short")]
    [InlineData("nobody mas", "Short")]
    [InlineData("safeguarding hub", "Long")]
    [InlineData("hub", "Long")]
    public async Task Both_ways_as_a_phrase_with_other_words_and_half_typed_in_the_library_and_in_the_queue(string typed, string titles)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Short").PublicText(Short).About("Housing", "Leeds").Published());
        await database.Given(A.Story().Titled("Long").PublicText(Long).About("Housing", "Leeds").Published());
        await database.Given(A.Story().Titled("Other").PublicText("We smashed the plates of the agency.").About("Housing", "Leeds").Published());
        foreach (var told in (string[])[Short, Long, "We smashed the plates of the agency."])
            await database.Given(A.Story().Told(told).Received());

        Assert.Equal(titles, await FindAsync(database, typed));
        var queue = await database.Get<StoryQueue>().ListAsync(new() { Lane = Lane.Someone, Words = typed }, A.Moderator(), null, default);
        Assert.Equal(titles.Split(", ").Length, queue.Rows.Count);
    }

    [Fact]
    public async Task What_an_administrator_changes_counts_from_the_next_search_on_every_process()
    {
        await using var database = await TestDatabase.NewAsync();
        LibraryIndex[] processes = [database.Get<LibraryIndex>(), new(
            database.Get<IDbContextFactory<InfoStoryContext>>(), database.Get<Editions>(), database.Get<IEnumerable<ILibraryFact>>(), database.Clock)];
        await database.Given(A.Story().Titled("Long").PublicText(Long).About("Housing", "Leeds").Published());
        foreach (var process in processes) Assert.Equal("", await FindAsync(database, "front desk", process));

        await SaveAsync(database, "multi-agency-safeguarding-hub", "front desk\nMASH");
        foreach (var process in processes) Assert.Equal("Long", await FindAsync(database, "front desk", process));

        await SaveAsync(database, "multi-agency-safeguarding-hub", "");
        foreach (var process in processes)
        {
            Assert.Equal("", await FindAsync(database, "front desk", process));
            Assert.Equal("", await FindAsync(database, "mash", process));
        }
    }

    [Fact]
    public async Task Words_made_to_do_harm_do_none()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Long").PublicText(Long).About("Housing", "Leeds").Published());
        var longest = string.Join(' ', Enumerable.Repeat("w", 40));
        await SaveAsync(database, "trust", string.Join('\n', "\" OR *", "NEAR(a b)", "Title : x", "staff^", "{Body}", "%_[a-z]%", longest, "' ; -- x", "hub"));
        // Each says the other.
        await SaveAsync(database, "lead-worker", "Training");
        await SaveAsync(database, "training", string.Join('\n', Enumerable.Range(0, 29).Select(number => $"made word {number}").Append("Lead worker")));

        foreach (var typed in (string[])["trust", "or", "near a b", "title x", "staff", "body", "a z", longest, "lead worker", "training", "\"made word 3\""])
        {
            Assert.DoesNotContain("Short", await FindAsync(database, typed), StringComparison.Ordinal);
            await database.Get<StoryQueue>().ListAsync(new() { Lane = Lane.Someone, Words = typed }, A.Moderator(), null, default);
        }

        Assert.Equal("Long", await FindAsync(database, "trust"));
        var terms = await database.Get<LibraryFinder>().TermsAsync(default);
        var words = SearchWords.Parse("training training training", LibraryNames.Of(terms.Offered, terms.Places, []))!;
        Assert.All(words.Terms, term => Assert.InRange(term.OrCalled.Count, 1, 30));
    }

    [Fact]
    public async Task What_belongs_to_a_service_is_not_the_same_thing()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Teeth").PublicText("The dentist was kind.").About("Housing", "Leeds").Published());

        Assert.Equal("Teeth", await FindAsync(database, "dentist"));
        Assert.Equal("", await FindAsync(database, "chemist"));
    }

    private static async Task<string> FindAsync(TestDatabase database, string typed, LibraryIndex? process = null)
    {
        var finder = new LibraryFinder(
            database.Get<InfoStoryContext>(), process ?? database.Get<LibraryIndex>(), database.Get<LibrarySpelling>(),
            database.Get<IFullText>(), database.Clock);
        var terms = await finder.TermsAsync(default);
        var found = await finder.FindAsync(new(new(), SearchWords.Parse(typed, LibraryNames.Of(terms.Offered, terms.Places, []))!), default);
        return string.Join(", ", found.Entries.Select(entry => entry.Title).Order(StringComparer.Ordinal));
    }

    private static async Task SaveAsync(TestDatabase database, string slug, string words)
    {
        var tag = (await database.Get<TagRegister>().OpenAsync(slug, default)).Tag;
        await database.Get<TagEditing>().ChangeAsync(
            slug, new() { Revision = tag.Revision, Name = tag.Name, Group = tag.Group, Synonyms = words }, A.Administrator(), default);
    }
}
