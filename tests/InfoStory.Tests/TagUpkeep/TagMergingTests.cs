using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Search;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.TagUpkeep;

public sealed class TagMergingTests
{
    [Fact]
    public async Task What_carried_the_one_carries_the_other_once_in_stories_case_studies_and_searches()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("One").Tagged("Trust").Published());
        await database.Given(A.Story().Titled("Two").Tagged("Trust", "Time", "Staff").Published());
        await database.Given(A.Story().Titled("Three").Tagged("Time").Published());
        await database.Given(A.Story().Titled("Four").Tagged("Trust").InReview());
        await database.RenameAsync("trust", "Confidence");

        await database.MergeAsync("confidence", "time");

        var (time, gone) = (await database.TagAsync("time"), await database.TagAsync("confidence"));
        Assert.Equal((4, 3), (time.Stories, time.CaseStudies));
        Assert.Equal((0, 0, TagStanding.Merged, "time"), (gone.Stories, gone.CaseStudies, gone.Standing, gone.Became.Single().Slug));
        foreach (var slug in (string[])["time", "trust", "confidence"]) Assert.Equal((3, 3), await database.FoundAsync(slug));
        Assert.Equal((1, 1), await database.FoundAsync("staff"));
        Assert.Equal("Took in confidence", (await database.Get<TagRegister>().OpenAsync("time", default)).History[0].Act);
    }

    [Fact]
    public async Task A_service_is_merged_on_stories_chains_what_was_missing_drafts_and_case_studies()
    {
        await using var database = await TestDatabase.NewAsync();
        var housing = (await database.TagAsync("housing")).Id;
        var draft = await database.DraftAsync(A.Story().About("Housing"));
        await database.Get<Drafts>()
            .SaveAsync(draft, new DescribeHandOffs { Steps = [new() { ServiceId = housing }] }, new InlineValidator<DescribeHandOffs>(), default);
        await database.Get<Drafts>().SaveAsync(draft, new SayWhatWasMissing { HeldBy = housing }, new InlineValidator<SayWhatWasMissing>(), default);
        var other = await database.DraftAsync(A.Story().About("Housing"));
        await database.Get<Drafts>()
            .SaveAsync(other, new DescribeHandOffs { Steps = [new() { ServiceId = housing }] }, new InlineValidator<DescribeHandOffs>(), default);
        var before = await database.Get<StorySender>().SendAsync(draft, default);
        await database.Given(A.Story().About("Housing").Published());

        await database.MergeAsync("housing", "police");
        var after = await database.Get<StorySender>().SendAsync(other, default);

        var police = (await database.TagAsync("police")).Id;
        foreach (var reference in (string[])[before.Reference, after.Reference])
        {
            var story = await database.Get<StoryDesk>().ShowAsync(reference, default);
            Assert.Equal((police, police), (story.Service!.Value, story.Answers.HandOffs.Single().ServiceId!.Value));
        }

        Assert.Equal(police, (await database.Get<StoryDesk>().ShowAsync(before.Reference, default)).Answers.Missing!.HeldById);
        Assert.Equal((1, 1), await database.FoundAsync("housing"));
        Assert.Equal(3, (await database.TagAsync("police")).Stories);
    }

    [Fact]
    public async Task A_form_that_was_open_loses_nothing_and_its_tag_is_saved_as_the_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Tagged("Trust").InReview());
        var open = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        var form = new ReviewStory
        {
            Revision = open.Revision,
            PublicTitle = "Mine",
            PublicText = "Typed meanwhile.",
            Tags = [.. open.Tags, (await database.TagAsync("staff")).Id]
        };

        await database.MergeAsync("trust", "time");
        await database.Get<Review>().SaveAsync(story.Reference, form, A.Moderator(), default);

        var saved = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        var names = await database.Get<TagCatalogue>().AllAsync(default);
        Assert.Equal("Typed meanwhile.", saved.PublicText);
        Assert.Equal(["Staff", "Time"], names.Where(tag => saved.Tags.Contains(tag.Id)).Select(tag => tag.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_stories_are_tagged_with_the_other_where_the_page_still_names_the_one()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var trust = (await database.TagAsync("trust")).Id;
        await database.MergeAsync("trust", "time");

        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        await database.Get<BulkActions>()
            .DoAsync(new() { Act = BulkKind.Tag, Tag = trust, Stories = [new(story.Reference, revision)] }, A.Moderator(), default);

        Assert.Equal((1, 0), ((await database.TagAsync("time")).Stories, (await database.TagAsync("trust")).Stories));
    }

    [Fact]
    public async Task A_chain_of_merges_leads_to_the_last_and_what_is_merged_stays_merged()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Tagged("Trust").Published());
        await database.MergeAsync("trust", "time");
        await database.MergeAsync("time", "staff");

        Assert.Equal((1, 1), await database.FoundAsync("trust"));
        Assert.Equal("staff", (await database.Get<TagCatalogue>().FindAsync("trust", default))!.Slug);
        await Assert.ThrowsAsync<ConflictException>(() => database.MergeAsync("trust", "training"));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<TagEditing>().BringBackAsync("trust", 1, A.Administrator(), default));
        await Assert.ThrowsAsync<ValidationException>(() => database.MergeAsync("staff", "time"));
        await Assert.ThrowsAsync<ValidationException>(() => database.MergeAsync("staff", "staff"));
        await Assert.ThrowsAsync<ValidationException>(() => database.MergeAsync("staff", "co-location"));
    }

    [Fact]
    public async Task Who_looks_for_a_merged_tag_by_its_name_or_another_word_finds_what_stands_in_its_place()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Tagged("Time").Published());
        var trust = await database.TagAsync("trust");
        await database.Get<TagEditing>().ChangeAsync(
            "trust", new() { Revision = trust.Revision, Name = trust.Name, Synonyms = "faith in each other\nhurry" }, A.Administrator(), default);
        await database.RetireAsync("trust");
        var staff = await database.TagAsync("staff");
        await database.Get<TagEditing>().ChangeAsync(
            "staff", new() { Revision = staff.Revision, Name = staff.Name, Synonyms = "hurry" }, A.Administrator(), default);

        await database.MergeAsync("trust", "time");
        await database.MergeAsync("time", "training");

        Assert.Equal(["Time", "Trust", "faith in each other"], (await database.TagAsync("training")).Synonyms);
        var named = LibraryNames.Of(await database.Get<TagCatalogue>().AllAsync(default), [], []);
        foreach (var typed in (string[])["trust", "faith in each other", "time"])
            Assert.Single((await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse(typed, named)!), default)).Entries);
        await database.RenameAsync("training", "Teaching");
    }

    [Fact]
    public async Task Where_the_rows_cannot_be_moved_nothing_is_merged()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.Given(A.Story().Tagged("Trust").Published());
        await database.Get<InfoStoryContext>()
            .Database.ExecuteSqlRawAsync("CREATE TRIGGER Refuse BEFORE UPDATE ON StoryTags BEGIN SELECT RAISE(ABORT, 'refused'); END");

        await Assert.ThrowsAnyAsync<Exception>(() => database.MergeAsync("trust", "time"));

        Assert.Equal(
            (TagStanding.Offered, 1, 1),
            ((await database.TagAsync("trust")).Standing, (await database.TagAsync("trust")).Stories, (await database.TagAsync("trust")).CaseStudies));
        Assert.Equal((1, 1), await database.FoundAsync("trust"));
        Assert.Empty((await database.Get<TagRegister>().OpenAsync("trust", default)).History);
    }

    [Fact]
    public async Task What_was_saved_under_the_tag_while_it_was_merged_follows_soon_after()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Tagged("Staff").Published());
        await database.MergeAsync("trust", "time");
        var db = database.Get<InfoStoryContext>();
        var trust = (await database.TagAsync("trust")).Id;
        (await db.Stories.Include(one => one.Tags).SingleAsync(one => one.Id == story.Id)).Tags.Add(new() { TagId = trust });
        (await db.CaseStudies.Include(one => one.Tags).SingleAsync()).Tags.Add(new() { TagId = trust });
        await db.SaveChangesAsync();

        var (first, second) = (await database.Get<TagMerging>().SettleAsync(default), await database.Get<TagMerging>().SettleAsync(default));

        Assert.Equal((1, 0), (first, second));
        Assert.Equal(
            (1, 1, 0), ((await database.TagAsync("time")).Stories, (await database.TagAsync("time")).CaseStudies, (await database.TagAsync("trust")).Stories));
    }

    /// <summary>Random acts; then every slug that ever was still answers, and nothing that was tagged is lost.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_renamed_merged_and_retired_every_slug_answers_and_nothing_tagged_is_lost(int seed)
    {
        await using var database = await TestDatabase.NewAsync();
        string[] start = ["Trust", "Time", "Staff", "Training", "Leadership", "No access"];
        var dice = new Random(seed);
        var carried = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var number = 0; number < 6; number++)
        {
            string[] names = [.. start.Where(_ => dice.Next(3) == 0)];
            carried[(await database.Given(A.Story().Titled($"Number {number}").Tagged(names).Published())).Reference] = names;
        }

        // What each tag of the start is now, by our own account.
        var now = start.ToDictionary(name => name, Slug.From, StringComparer.Ordinal);
        List<(string Slug, string Of)> ever = [.. start.Select(name => (Slug.From(name), name))];
        HashSet<string> retired = [];
        for (var step = 0; step < 25; step++)
        {
            var name = start[dice.Next(start.Length)];
            var (slug, act) = (now[name], dice.Next(4));
            if (act == 0 && !retired.Contains(slug))
            {
                var renamed = await database.RenameAsync(slug, $"Name {seed} {step}");
                foreach (var same in start.Where(one => now[one] == slug)) now[same] = renamed;
                ever.Add((renamed, name));
            }
            else if (act == 1 && now.Values.Distinct().Where(other => other != slug && !retired.Contains(other)).ToList() is { Count: > 0 } others)
            {
                var into = others[dice.Next(others.Count)];
                await database.MergeAsync(slug, into);
                foreach (var same in start.Where(one => now[one] == slug)) now[same] = into;
            }
            else if (act == 2 && retired.Add(slug)) await database.RetireAsync(slug);
            else if (act == 3 && retired.Remove(slug))
                await database.Get<TagEditing>().BringBackAsync(slug, (await database.TagAsync(slug)).Revision, A.Administrator(), default);
        }

        foreach (var (slug, of) in ever)
        {
            var expected = carried.Values.Count(names => names.Any(name => now[name] == now[of]));
            Assert.Equal(now[of], (await database.Get<TagCatalogue>().FindAsync(slug, default))!.Slug);
            Assert.Equal((expected, expected), await database.FoundAsync(slug));
        }
    }
}
