using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

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
    public async Task What_somebody_else_typed_of_a_case_study_goes_whichever_of_its_authors_takes_back_and_what_another_author_typed_stays()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second) = (await database.Given(A.Story().Published()), await database.Given(A.Story().Published()));
        var db = database.Get<InfoStoryContext>();
        (await db.CaseStudies.SingleAsync(study => study.Id == first.CaseStudy)).Stories.Add(new() { StoryId = second.Id });
        var staff = new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator };
        db.Add(staff);
        await db.SaveChangesAsync();
        await database.Get<KeptForms>().KeepAsync("of staff", new(staff.Id, null), new(null, first.CaseStudy), [1], null, default);
        await database.Get<KeptForms>().KeepAsync("of the author", new(null, first.Id), new(null, null), [1], null, default);

        await database.Get<Withdrawal>().WithdrawAsync(second.Id, default);

        Assert.Equal(["of the author"], await db.Set<KeptForm>().Select(form => form.Key).ToListAsync());
    }

    [Fact]
    public async Task A_published_story_taken_back_is_gone_from_pages_lists_search_and_sitemap_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var edition = await database.Get<Editions>().CurrentAsync(default);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
        Assert.Empty((await database.Get<Library>().ListAsync(null, 20, default)).Entries);
        Assert.Empty((await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse("worker")!), default)).Entries);
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
