using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.CaseStudies;

/// <summary>What a search of the library finds, and what it does not.</summary>
public sealed class FoundAtOnceTests
{
    private const string Hospital = "in-cornwall", School = "in-leeds";

    [Theory]
    [InlineData("Cornwall", Hospital)]
    [InlineData("cornish", "")]
    [InlineData("South West", Hospital)]
    [InlineData("south-west", Hospital)]
    [InlineData("\"South West\"", Hospital)]
    [InlineData("England", $"{School} {Hospital}")]
    [InlineData("Yorkshire and the Humber", School)]
    [InlineData("and the", "")]
    [InlineData("Acute hospital", Hospital)]
    [InlineData("acute hospitals", Hospital)]
    [InlineData("Acute hospital and A&E", Hospital)]
    [InlineData("co-location", Hospital)]
    [InlineData("Co location", Hospital)]
    [InlineData("colocation", Hospital)]
    [InlineData("same building", Hospital)]
    [InlineData("under one roof", Hospital)]
    [InlineData("culture", School)]
    [InlineData("nobody's job", School)]
    [InlineData("nobodys job", School)]
    [InlineData("Worked because information was shared", Hospital)]
    [InlineData("worked", "")]
    [InlineData("work", "")]
    [InlineData("information", "")]
    [InlineData("building", "")]
    [InlineData("Falmouth", Hospital)]
    [InlineData("falmout", Hospital)]
    [InlineData("St Ives", Hospital)]
    [InlineData("Saint Austell", Hospital)]
    [InlineData("Austell", "")]
    [InlineData("West Yorkshire", School)]
    [InlineData("Falmouth hospital telephone", Hospital)]
    [InlineData("Cornwall school", "")]
    [InlineData("cornw", Hospital)]
    [InlineData("engla", $"{School} {Hospital}")]
    [InlineData("scotl", "")]
    [InlineData("southwest", Hospital)]
    [InlineData("Kernow", Hospital)]
    [InlineData("Cornwall Council", Hospital)]
    [InlineData("Leeds City Council", School)]
    [InlineData("hospital council", "")]
    [InlineData("Scotland", "")]
    public async Task A_case_study_is_found_by_what_it_is_about(string typed, string found)
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenTwoAsync(database);

        Assert.Equal(found, string.Join(' ', (await SearchAsync(database, typed)).Entries.Select(entry => entry.Slug).Order().Reverse()));
    }

    [Theory]
    [InlineData("first", "")]
    [InlineData("work", "")]
    [InlineData("information", "")]
    [InlineData("responder", "")]
    [InlineData("coach", "")]
    [InlineData("settled", "")]
    [InlineData("read", "")]
    [InlineData("well", "")]
    [InlineData("worth", "")]
    [InlineData("first responder", "north")]
    [InlineData("first responde", "north")]
    [InlineData("work coach", "south")]
    [InlineData("Settle", "north")]
    [InlineData("Reading", "south")]
    [InlineData("Readin", "south")]
    [InlineData("Wells", "west")]
    [InlineData("Worthing", "east")]
    public async Task A_part_of_another_word_or_what_a_word_only_looks_like_is_not_its_name(string typed, string found)
    {
        await using var database = await TestDatabase.NewAsync();
        foreach (var (title, service, place) in new[]
        {
            ("north", "Ambulance", "North Yorkshire"), ("south", "Jobcentre Plus and DWP", "Reading"), ("west", "Housing", "Somerset"),
            ("east", "Housing", "West Sussex"),
        })
        {
            await database.Given(A.Story().Titled(title).PublicText("They answered the telephone.").About(service, place)
                .Tagged("Information arrived late").Kind(StoryKind.Worked).Published());
        }

        Assert.Equal(found, string.Join(' ', (await SearchAsync(database, typed)).Entries.Select(entry => entry.Title)));
    }

    [Fact]
    public async Task A_text_that_says_it_comes_before_one_that_is_only_about_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("It says so").PublicText("They sent her all the way to Cornwall.").About("Housing", "Leeds").Published());
        await database.Given(A.Story().Titled("It is about it").PublicText("They sent her all the way home.").About("Housing", "Cornwall").Published());

        var found = await SearchAsync(database, "Cornwall");

        Assert.Equal(["it-says-so", "it-is-about-it"], found.Entries.Select(entry => entry.Slug));
    }

    [Fact]
    public async Task What_holds_the_words_comes_before_what_is_only_about_something_like_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Cornwall in its title").About("Housing", "Leeds").Published());
        await database.Given(A.Story().Titled("Only about it").About("Housing", "Cornwall").Published());

        var found = await SearchAsync(database, "Cornwall");

        Assert.Equal(["cornwall-in-its-title", "only-about-it"], found.Entries.Select(entry => entry.Slug));
    }

    [Fact]
    public async Task Found_by_what_it_is_about_it_shows_how_it_begins_and_marks_what_was_found_in_its_words()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("The ward").About("Housing", "Cornwall")
            .PublicText("She waited for the letter. Nobody had sent it.").Published());

        var about = Assert.Single((await SearchAsync(database, "Falmouth")).Entries);
        var both = Assert.Single((await SearchAsync(database, "Falmouth letters")).Entries);

        Assert.DoesNotContain(about.Passage, part => part.Marked);
        Assert.Contains("She waited", string.Concat(about.Passage.Select(part => part.Text)), StringComparison.Ordinal);
        Assert.Equal("letter", Assert.Single(both.Passage, part => part.Marked).Text);
    }

    [Theory]
    [InlineData("They asked the carer's own doctor", "carers")]
    [InlineData("They asked the carer’s own doctor", "carer")]
    [InlineData("They asked the carers themselves", "carer's")]
    [InlineData("They asked the carers themselves", "carer’s")]
    [InlineData("They asked the carer", "carers'")]
    [InlineData("The carer's allowance stopped", "\"carer's allowance\"")]
    [InlineData("The carers allowance stopped", "\"carer's allowance\"")]
    [InlineData("She can't see them", "can't")]
    [InlineData("She sat in A&E for hours", "A&E")]
    [InlineData("She sat in A&E for hours", "a & e")]
    [InlineData("She sat in A&E for hours", "A and E")]
    [InlineData("She sat in A and E for hours", "A&E")]
    [InlineData("They sent him to a B&B", "B&B")]
    [InlineData("Open 24/7", "24/7")]
    [InlineData("The N.H.S. said no", "N.H.S.")]
    [InlineData("The NHS said no", "N.H.S.")]
    [InlineData("Told to wait for housing", "housin")]
    [InlineData("Told to wait for housing", "housing")]
    [InlineData("Told to wait for housing", "hou")]
    [InlineData("The discharge came late", "discharg")]
    [InlineData("The discharge came late", "dischargi")]
    [InlineData("In the hospital", "hospit")]
    [InlineData("In the hospital", "hospita")]
    [InlineData("He kept relapsing", "relapsin")]
    [InlineData("Nobody was planning it", "plann")]
    [InlineData("The referral was lost", "referra")]
    [InlineData("An assessment was made twice", "assessmen")]
    [InlineData("His homelessness", "homelessnes")]
    [InlineData("The organisation", "organisatio")]
    [InlineData("In the community", "communit")]
    [InlineData("An ambulance came", "ambulanc")]
    [InlineData("The policies differ", "policie")]
    [InlineData("Nobody in charge", "nobody in char")]
    [InlineData("She had aged", "ages")]
    [InlineData("They raised safeguarding", "safe")]
    [InlineData("The homelessness team", "home")]
    [InlineData("Her caseworker rang", "case")]
    [InlineData("The houses were cold", "hous")]
    [InlineData("The bus was late", "bus")]
    [InlineData("The housing/benefits desk", "housing/benefits")]
    [InlineData("Reoffending went down", "re-offending")]
    public async Task A_word_is_found_however_it_is_written(string told, string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("One").PublicText($"{told}. That was it.").Published());
        await database.Given(A.Story().Titled("Other").PublicText("A quite different thing, and everything else.").Published());

        Assert.Equal("one", Assert.Single((await SearchAsync(database, typed)).Entries).Slug);
    }

    [Theory]
    [InlineData("A plan for everyone, e for effort", "A&E")]
    [InlineData("A quick look and an early answer", "A&E")]
    [InlineData("The caring carer", "housin")]
    [InlineData("Again the agency was against it", "ages")]
    [InlineData("Again the agency was against it", "aged")]
    [InlineData("It was her own", "owed")]
    [InlineData("It had been bad", "bees")]
    [InlineData("The carer cares", "cars")]
    [InlineData("But business is business", "bus")]
    [InlineData("We met on the way to the office", "re-offending")]
    public async Task Words_that_only_look_alike_are_not_found(string told, string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("One").PublicText(told).About("Housing", "Leeds").Published());

        var found = await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse(typed)!), default);

        Assert.Empty(found.Entries);
    }

    [Theory]
    [InlineData("The carer's key was lost", "carers")]
    [InlineData("We waited in A&E", "A&E")]
    [InlineData("We waited for housing", "housin")]
    public async Task The_queue_reads_words_in_the_same_way(string told, string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told(told).Received());
        await database.Given(A.Story().Told("Something else altogether").Received());

        var page = await database.Get<InfoStory.Moderation.Queue.StoryQueue>()
            .ListAsync(new() { Lane = InfoStory.Moderation.Queue.Lane.Someone, Words = typed }, A.Moderator(), null, default);

        Assert.Equal(story.Reference, Assert.Single(page.Rows).Reference);
    }

    [Fact]
    public async Task A_place_knows_the_towns_in_it_and_every_other_name_belongs_to_a_place()
    {
        await using var database = await TestDatabase.NewAsync();

        var places = await database.Get<PlaceCatalogue>().AllAsync(default);

        Assert.Contains("Falmouth", OtherNames.Of("Cornwall"));
        Assert.Empty(OtherNames.Places.Except(places.Select(place => place.Name)));
        Assert.InRange(OtherNames.Places.Sum(place => OtherNames.Of(place).Count), 4000, 6000);
    }

    private static async Task GivenTwoAsync(TestDatabase database)
    {
        await database.Get<InfoStory.TagUpkeep.TagEditing>().ChangeAsync(
            "co-location", new() { Name = "Co-location", Synonyms = "same building\nunder one roof" }, A.Administrator(), default);
        await database.Given(A.Story().Titled("In Cornwall").PublicText("They answered the telephone.")
            .About("Acute hospital and A&E", "Cornwall").Tagged("Co-location").Kind(StoryKind.Worked).Published());
        await database.Given(A.Story().Titled("In Leeds").PublicText("They answered the telephone.")
            .About("School and education", "Leeds").Tagged("Nobody's job").Kind(StoryKind.Failed).Published());
    }

    private static async Task<LibraryFound> SearchAsync(TestDatabase database, string typed)
    {
        var (tags, places) = (await database.Get<TagCatalogue>().AllAsync(default), await database.Get<PlaceCatalogue>().AllAsync(default));
        (StoryKind, string)[] kinds =
        [
            (StoryKind.Worked, "Worked because information was shared"), (StoryKind.Failed, "Failed because information was not shared"),
            (StoryKind.Failed, "failed"),
        ];
        var named = LibraryNames.Of(tags, places, kinds);
        return await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse(typed, named)!), default);
    }
}
