using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Rights;

public sealed class ErasureTests
{
    private const string Canary = "quinquereme";

    public static TheoryData<StoryState> States() => [.. Enum.GetValues<StoryState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Nothing_is_left_of_a_story_that_is_erased_but_a_count(StoryState state)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told($"Told {Canary}").Titled($"Title {Canary}").PublicText($"Public {Canary}").In(state));
        if (state is not (StoryState.Withdrawn or StoryState.Declined))
            await database.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = $"{Canary}@example.org" }, default);
        if (state is not (StoryState.Withdrawn or StoryState.Declined))
        {
            var db = database.Get<InfoStoryContext>();
            await new AuthorNotifier(db).NoteAsync(
                [await db.Stories.SingleAsync(one => one.Id == story.Id)], HistoryAct.AskedTheAuthor, A.Moderator(), database.Clock.UtcNow, default);
            await db.SaveChangesAsync();
            await database.Get<AuthorNotices>().WriteDueAsync(default);
        }

        var before = await database.DumpAsync();
        Assert.Contains(story.Reference, before, StringComparison.Ordinal);
        Assert.Contains(story.Secret.Hash, before, StringComparison.Ordinal);
        Assert.Equal(state != StoryState.Withdrawn, before.Contains(Canary, StringComparison.OrdinalIgnoreCase));

        await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);

        var left = await database.DumpAsync();
        Assert.DoesNotContain(Canary, left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(story.Reference, left, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Secret.Hash, left, StringComparison.Ordinal);
        Assert.Equal([new ErasedLine("2026-11", state, true, 1)], await database.Get<Retention>().ErasedAsync(default));
        Assert.Null(await database.Get<MyStory>().OpenAsync(story.Receipt, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Two_that_are_erased_at_once_are_both_counted(int before)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        if (before == 1) await database.Get<Erasure>().EraseAsync((await database.Given(A.Story())).Id, byAuthor: true, default);
        var (one, other) = (await database.Given(A.Story()), await database.Given(A.Story()));
        using var meanwhile = new Meanwhile(
            database.File, "FROM \"Stories\"", () => database.Get<Erasure>().EraseAsync(other.Id, byAuthor: true, default))
        { Waits = false };

        await database.Get<Erasure>().EraseAsync(one.Id, byAuthor: true, default);

        await meanwhile.Done;
        Assert.Equal([new ErasedLine("2026-11", StoryState.Received, true, before + 2)], await database.Get<Retention>().ErasedAsync(default));
    }

    [Fact]
    public async Task Another_story_in_the_same_case_study_stays_and_is_ready_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (erased, kept) = (await database.Given(A.Story().Published()), await database.Given(A.Story().Ready()));
        var db = database.Get<InfoStoryContext>();
        var study = await db.CaseStudies.Include(study => study.Stories).SingleAsync();
        study.Stories.Add(new() { StoryId = kept.Id });
        (await db.Stories.SingleAsync(story => story.Id == kept.Id)).Publish();
        await db.SaveChangesAsync();

        await database.Get<Erasure>().EraseAsync(erased.Id, byAuthor: true, default);

        Assert.Equal(StoryState.Ready, (await database.Get<MyStory>().ShowAsync(kept.Id, default)).State);
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Library>().ReadAsync(erased.Slug!, default));
    }

    [Fact]
    public async Task The_rules_of_retention_erase_what_their_report_counts_and_nothing_else()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Declined());
        await database.Given(A.Story().Withdrawn());
        await database.Given(A.Story().Published());
        await database.Given(A.Story().Ready().For());
        await database.Given(A.Story().Received());
        await database.Given(A.Story().OnHold());
        Assert.Equal([0, 0, 0, 0, 0], (await database.Get<Retention>().ReportAsync(default)).Select(line => line.Stories));

        await GoToMonthAsync(database, 6);
        Assert.Equal([1, 0, 0, 0, 2], (await database.Get<Retention>().ReportAsync(default)).Select(line => line.Stories));
        Assert.Equal(1, await database.Get<Retention>().RunAsync(default));
        await GoToMonthAsync(database, 6);
        Assert.Equal(1, await database.Get<Retention>().RunAsync(default));
        await GoToMonthAsync(database, 12);
        Assert.Equal(1, await database.Get<Retention>().RunAsync(default));
        await GoToMonthAsync(database, 6);
        Assert.Equal(1, await database.Get<Retention>().RunAsync(default));

        Assert.Equal(2, await database.Get<InfoStoryContext>().Stories.CountAsync());
        Assert.Equal([(StoryState.Declined, 1), (StoryState.Withdrawn, 1), (StoryState.Ready, 1), (StoryState.Published, 1)],
            (await database.Get<Retention>().ErasedAsync(default)).Select(line => (line.State, line.Stories)));
    }

    [Fact]
    public async Task A_copy_holds_what_the_author_gave_and_no_name_of_the_team_and_only_the_mask_of_a_contact()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story().Told("I rang three times."));
        await database.Get<Drafts>()
            .SaveAsync(secret, new DescribeHandOffs { Steps = [new() { Happened = "They rang off." }] }, database.Get<IValidator<DescribeHandOffs>>(), default);
        await database.Get<ContactBook>().LeaveAsync(secret, new() { Telephone = "07700 900982" }, default);
        var sent = await database.Get<StorySender>().SendAsync(secret, default);
        await database.Get<Review>().ClaimAsync(sent.Reference, 0, A.Moderator(), default);

        var held = await database.Get<MyData>().ReadAsync((await database.Get<MyStory>().OpenAsync(sent.Receipt, default))!.Value, default);

        Assert.Equal(("I rang three times.", "They rang off.", "…982"), (held.Answers.Told, held.Answers.HandOffs[0].Happened, held.Contact!.Telephone));
        Assert.Equal([Audience.Website, Audience.PolicyMakers], held.Permissions.Select(row => row.Audience));
        Assert.All(held.Permissions, row => Assert.NotNull(row.Question));
        Assert.DoesNotContain("moderator@", System.Text.Json.JsonSerializer.Serialize(held), StringComparison.Ordinal);
    }

    private static Task GoToMonthAsync(TestDatabase database, int months)
    {
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(months).AddDays(1) - database.Clock.UtcNow);
        return Task.CompletedTask;
    }
}
