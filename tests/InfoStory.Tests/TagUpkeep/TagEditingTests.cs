using FluentValidation;
using InfoStory.Data;
using InfoStory.Tags;
using InfoStory.TagUpkeep;

namespace InfoStory.Tests.TagUpkeep;

public sealed class TagEditingTests
{
    [Fact]
    public async Task A_renamed_tag_is_found_by_every_slug_it_ever_had()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.RenameAsync("trust", "Trust between services");
        await database.RenameAsync("trust-between-services", "Confidence");
        await database.RenameAsync("confidence", "Trust");

        var found = new List<string>();
        foreach (var slug in (string[])["trust", "Trust-Between-Services", "confidence"])
            found.Add((await database.Get<TagCatalogue>().FindAsync(slug, default))!.Slug);
        var shown = await database.Get<TagRegister>().OpenAsync("confidence", default);
        Assert.Equal(["trust", "trust", "trust"], found);
        Assert.Equal(["Renamed, now trust", "Renamed, now confidence", "Renamed, now trust-between-services"], shown.History.Select(act => act.Act));
        Assert.Equal(["confidence", "trust-between-services"], shown.FormerSlugs.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Time", "There is a tag “Time” in this facet already")]
    [InlineData("time", "There is a tag “Time” in this facet already")]
    [InlineData(
        "Housing",
        "The address “housing”, which this name would have, belongs to another tag or did once, and links to it must go on working. Choose another name")]
    [InlineData(
        "Old name!",
        "The address “old-name”, which this name would have, belongs to another tag or did once, and links to it must go on working. Choose another name")]
    [InlineData(
        "New", "The address “new”, which this name would have, belongs to another tag or did once, and links to it must go on working. Choose another name")]
    [InlineData("Slowness", "“Slowness” is another word for “Staff”. Take it away there first, or choose another name")]
    [InlineData(" ", "Give the tag a name")]
    public async Task A_name_or_address_that_is_taken_is_refused_in_a_sentence(string name, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.RenameAsync(await database.AddAsync("Old name"), "Another name");
        await database.Get<TagEditing>().ChangeAsync("staff", new() { Name = "Staff", Group = "Resource", Synonyms = "slowness" }, A.Administrator(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.RenameAsync("trust", name));

        Assert.Equal((nameof(EditTag.Name), sentence), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));
    }

    [Theory]
    [InlineData("?!", false)]
    [InlineData("blame\n—", false)]
    [InlineData("24/7\n護理", true)]
    public void Other_words_hold_a_letter_or_a_number(string lines, bool mayBe)
    {
        var wrong = new EditTagRules().Validate(new EditTag { Name = "Trust", Synonyms = lines }).Errors;

        Assert.Equal(
            mayBe ? [] : ["Each line must hold a letter or a number: nobody searches for signs alone"], wrong.Select(one => one.ErrorMessage));
    }

    [Theory]
    [InlineData("Time", "“Time” is the name of another tag in this facet")]
    [InlineData("shortage", "“shortage” is another word for “Staff” already")]
    [InlineData("TRUST", "“TRUST” is the name of the tag itself")]
    public async Task A_word_that_means_another_tag_is_refused_in_a_sentence(string word, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<TagEditing>()
            .ChangeAsync("staff", new() { Name = "Staff", Synonyms = "Shortage\n\n too few people \nshortage" }, A.Administrator(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<TagEditing>()
            .ChangeAsync("trust", new() { Name = "Trust", Synonyms = word }, A.Administrator(), default));

        Assert.Equal((nameof(EditTag.Synonyms), sentence), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));
        Assert.Equal(["Shortage", "too few people"], (await database.Get<TagCatalogue>().FindAsync("staff", default))!.Synonyms);
    }

    [Fact]
    public async Task A_retired_tag_is_not_offered_and_what_carries_it_keeps_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Tagged("Trust").Published());

        await database.RetireAsync("trust");

        var offered = await database.Get<TagCatalogue>().AllAsync(default);
        Assert.DoesNotContain(offered, tag => tag.Slug == "trust");
        Assert.Equal((1, 1), await database.FoundAsync("trust"));
        await database.Get<TagEditing>().BringBackAsync("trust", 1, A.Administrator(), default);
        Assert.Contains(await database.Get<TagCatalogue>().AllAsync(default), tag => tag.Slug == "trust");
    }

    [Fact]
    public async Task Nobody_but_an_administrator_and_nobody_who_was_overtaken_changes_a_tag()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.RenameAsync("trust", "Confidence");

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<TagEditing>()
            .ChangeAsync("confidence", new() { Revision = 0, Name = "Mine" }, A.Administrator(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<TagEditing>()
            .ChangeAsync("confidence", new() { Revision = 1, Name = "Mine" }, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<TagEditing>()
            .AddAsync(new() { Facet = Facet.Barrier, Name = "Mine" }, A.Moderator(), default));

        Assert.Equal("Confidence", (await database.TagAsync("trust")).Name);
    }
}
