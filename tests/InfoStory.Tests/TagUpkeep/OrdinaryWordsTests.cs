using InfoStory.Tags;
using InfoStory.TagUpkeep;

namespace InfoStory.Tests.TagUpkeep;

/// <summary>The words by which people look for a service.</summary>
public sealed class OrdinaryWordsTests
{
    [Theory]
    [InlineData("social worker", "Children's social care, Adult social care")]
    [InlineData("nurse", "GP and primary care, Acute hospital and A&E, Community health, Mental health")]
    [InlineData("111", "GP and primary care, Ambulance")]
    [InlineData("dentist", "GP and primary care")]
    [InlineData("ward", "Acute hospital and A&E, Mental health")]
    [InlineData("carers", "Children's social care, Adult social care, Voluntary and community")]
    public async Task An_ordinary_word_leads_to_every_service_that_it_may_mean(string word, string services)
    {
        await using var database = await TestDatabase.NewAsync();

        var found = (await database.Get<TagCatalogue>().InAsync(Facet.Service, default)).Where(tag => tag.Synonyms.Contains(word));

        Assert.Equal(services, string.Join(", ", found.Select(tag => tag.Name)));
    }

    [Fact]
    public async Task Every_service_but_other_has_some_and_an_administrator_may_save_each_list_as_it_stands()
    {
        await using var database = await TestDatabase.NewAsync();
        var services = await database.Get<TagCatalogue>().InAsync(Facet.Service, default);

        foreach (var service in services) await SaveAsync(database, service, service.Synonyms);

        Assert.Equal(["Other"], services.Where(service => service.Synonyms.Count == 0).Select(service => service.Name));
        var after = await database.Get<TagCatalogue>().InAsync(Facet.Service, default);
        Assert.All(services.Zip(after), pair => Assert.Equal(pair.First.Synonyms, pair.Second.Synonyms));
    }

    [Fact]
    public async Task What_an_administrator_saves_stands_also_where_it_is_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var (housing, police) = (await FindAsync(database, "housing"), await FindAsync(database, "police"));

        await SaveAsync(database, housing, ["bricks", .. housing.Synonyms]);
        await SaveAsync(database, police, []);

        Assert.Equal(["bricks", .. housing.Synonyms], (await FindAsync(database, "housing")).Synonyms);
        Assert.Empty((await FindAsync(database, "police")).Synonyms);
        await SaveAsync(database, police, police.Synonyms, revision: 1);
        Assert.Equal(police.Synonyms, (await FindAsync(database, "police")).Synonyms);
    }

    private static async Task<TagChoice> FindAsync(TestDatabase database, string slug) => (await database.Get<TagCatalogue>().FindAsync(slug, default))!;

    private static Task<string> SaveAsync(TestDatabase database, TagChoice tag, IReadOnlyList<string> words, int revision = 0) =>
        database.Get<TagEditing>().ChangeAsync(
            tag.Slug, new() { Revision = revision, Name = tag.Name, Group = tag.Group, Synonyms = string.Join('\n', words) }, A.Administrator(), default);
}
