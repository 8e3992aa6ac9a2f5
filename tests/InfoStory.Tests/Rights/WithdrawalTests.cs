using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Stories;

namespace InfoStory.Tests.Rights;

public sealed class WithdrawalTests
{
    public static TheoryData<StoryState> States() => [.. Enum.GetValues<StoryState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_story_can_be_taken_back_at_any_moment_and_its_words_are_deleted(StoryState state)
    {
        const string Canary = "quinquereme";
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told($"Told {Canary}").Titled($"Title {Canary}").PublicText($"Public {Canary}").In(state));
        Assert.Equal(state != StoryState.Withdrawn, (await database.DumpAsync()).Contains($"Told {Canary}", StringComparison.Ordinal));

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Equal(StoryState.Withdrawn, (await database.Get<MyStory>().ShowAsync(story.Id, default)).State);
        // The address of a case study once public stays, to say that it is gone.
        var left = (await database.DumpAsync()).Replace($"title-{Canary}", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, left, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_published_story_taken_back_is_gone_from_pages_lists_search_and_sitemap_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var edition = await database.Get<Editions>().CurrentAsync(default);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
        Assert.Empty((await database.Get<Library>().ListAsync(new(), null, 20, default)).Entries);
        Assert.Empty((await database.Get<Library>().SearchAsync(SearchWords.Parse("worker")!, new(), 1, default)).Entries);
        Assert.Empty(await database.Get<Library>().Sitemap().ToListAsync());
        Assert.True(await database.Get<Editions>().CurrentAsync(default) > edition);
    }

    [Fact]
    public async Task The_ledger_keeps_that_consent_was_withdrawn_and_when()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        var now = database.Clock.UtcNow;
        Assert.Equal(
            [(Audience.Website, (DateTime?)now), (Audience.PolicyMakers, now)],
            (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Consents.Select(consent => (consent.Audience, consent.WithdrawnAt)));
    }

    [Fact]
    public async Task A_colleague_who_edits_meanwhile_cannot_bring_the_words_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var open = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        await Assert.ThrowsAsync<ConflictException>(() =>
            database.Get<Review>().SaveAsync(story.Reference, new() { Revision = open.Revision, PublicText = "Late" }, A.Moderator(), default));
    }

    [Fact]
    public async Task Taking_it_back_twice_changes_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        var once = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Equal(once.Revision, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision);
    }
}
