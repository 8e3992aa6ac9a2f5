using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using InfoStory.Protection.Flags;
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

    [Theory]
    [InlineData("Flags")]
    [InlineData("EditDrafts")]
    public async Task Nothing_that_is_written_beside_a_story_while_it_is_taken_back_stays(string table)
    {
        const string Canary = "quinquereme";
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().Told($"Joan {Canary} rang me on 0161 496 0000.").InReview());
        await database.Get<Flagging>().FlagNewAsync(default);
        var typist = await TypistAsync(database);
        var flag = (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open[0].Key;
        // As where a rule is newer than the story: what it sees is not kept yet.
        await database.Get<InfoStoryContext>().Flags.ExecuteDeleteAsync();
        using var meanwhile = new Meanwhile(database.File, $"FROM \"{table}\"", () => database.Get<Withdrawal>().WithdrawAsync(story.Id, default));

        var refused = await Record.ExceptionAsync(() => table == "Flags"
            ? database.Get<FlagsOfStory>()
                .DismissAsync(story.Reference, new() { Flags = [flag], Why = DismissReason.Public, Remark = $"She is {Canary}." }, A.Moderator(), default)
            : database.Get<EditDrafts>().KeepAsync(story.Reference, new() { PublicText = $"Joan {Canary}" }, typist, default));

        Assert.True(meanwhile.IsDone);
        Assert.NotNull(refused);
        Assert.DoesNotContain(Canary, await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_edit_that_is_kept_between_reading_and_forgetting_goes_too()
    {
        const string Canary = "quinquereme";
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().InReview());
        var typist = await TypistAsync(database);
        using var meanwhile = new Meanwhile(
            database.File, "FROM \"EditDrafts\"",
            () => database.Get<EditDrafts>().KeepAsync(story.Reference, new() { PublicText = Canary }, typist, default));

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.True(meanwhile.IsDone);
        Assert.DoesNotContain(Canary, await database.DumpAsync(), StringComparison.Ordinal);
    }

    /// <summary>A moderator with an account, which a kept edit belongs to.</summary>
    private static async Task<Actor> TypistAsync(TestDatabase database)
    {
        var (db, staff) = (database.Get<InfoStoryContext>(), new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator });
        db.Add(staff);
        await db.SaveChangesAsync();
        return new(staff.Id, staff.UserName, staff.Roles);
    }
}
