using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Protection.Flags;
using InfoStory.Stories;

namespace InfoStory.Tests.Moderation.Safeguarding;

public sealed class StoryOnHoldTests
{
    private const string Told = "I rang the hospital on Monday to ask where my mother's letter was. They said the GP had it. The GP said the hospital had it. "
        + "I rang the hospital again and a different person asked me for everything from the start. In the end a porter found it in a tray.";

    private static readonly Actor LeadWhoPublishes = new(905, "both@example.org", Roles.SafeguardingLead | Roles.Publisher);

    [Fact]
    public async Task A_case_study_begun_from_it_is_closed_to_a_publisher_who_is_no_lead()
    {
        await using var database = await TestDatabase.NewAsync();
        var (reference, key) = await HeldCaseStudyAsync(database);
        var form = new EditCaseStudy { Title = "Mine", Summary = "S", TheStory = "T" };

        Func<CaseStudyEditing, Task>[] ways =
        [
            editing => editing.ShowAsync(key, A.Publisher(), default),
            editing => editing.SaveAsync(key, form, A.Publisher(), default),
            editing => editing.SendToAuthorAsync(key, form, A.Publisher(), default),
            editing => editing.PublishAsync(key, form, A.Publisher(), default),
            editing => editing.UnpublishAsync(key, form, A.Publisher(), default),
            editing => editing.DraftFromAsync(reference, A.Publisher(), default),
        ];
        foreach (var way in ways)
        {
            var refused = await Assert.ThrowsAsync<ForbiddenException>(() => way(database.Get<CaseStudyEditing>()));
            Assert.Equal(StoryOnHold.DrawnFrom, refused.Message);
        }

        Assert.Empty(await database.Get<CaseStudyEditing>().ListAsync(A.Publisher(), default));
    }

    [Fact]
    public async Task A_lead_who_reads_that_case_study_leaves_the_trace_that_the_desk_leaves()
    {
        await using var database = await TestDatabase.NewAsync();
        var (reference, key) = await HeldCaseStudyAsync(database);

        await database.Get<CaseStudyEditing>().ShowAsync(key, LeadWhoPublishes, default);
        await database.Get<StoryDesk>().ShowAsync(reference, LeadWhoPublishes, default);
        await database.Get<FlagsOfStory>().OpenAsync(reference, LeadWhoPublishes, default);

        var last = (await database.Get<StoryDesk>().ShowAsync(reference, default)).History.TakeLast(3).Select(entry => (entry.Act, entry.By, entry.Why));
        Assert.Equal(Enumerable.Repeat((HistoryAct.Opened, "both@example.org", (string?)"it is on hold"), 3), last);
        Assert.Equal([key], (await database.Get<CaseStudyEditing>().ListAsync(LeadWhoPublishes, default)).Select(row => row.Id));
    }

    [Fact]
    public async Task No_flag_tells_whoever_is_no_lead_that_a_story_on_hold_says_nearly_the_same()
    {
        await using var database = await TestDatabase.NewAsync();
        var held = await database.Given(A.Story().Told(Told).OnHold());
        var other = await database.Given(A.Story().Told(Told).Received());
        await database.Get<Flagging>().FlagNewAsync(default);
        QueueFilter duplicates = new() { State = StoryState.Received, Flag = FlagKind.Duplicate };

        Assert.Equal([held.Reference], await NamedAsync(database, other.Reference, A.SafeguardingLead()));
        Assert.Equal(1, await database.Get<StoryQueue>().CountAsync(duplicates, A.SafeguardingLead(), default));
        Assert.Empty(await NamedAsync(database, other.Reference, A.Moderator()));
        Assert.Equal(0, await database.Get<StoryQueue>().CountAsync(duplicates, A.Moderator(), default));
        var flag = (await database.Get<FlagsOfStory>().ShowAsync(other.Reference, A.SafeguardingLead(), default)).Open
            .Single(flag => flag.Kind == FlagKind.Duplicate);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<FlagsOfStory>().DismissAsync(
            other.Reference, new() { Flags = [flag.Key], Why = DismissReason.Dealt }, A.Moderator(), default));
    }

    [Fact]
    public async Task Many_on_hold_push_no_other_duplicate_out()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var held = 0; held < 7; held++) await database.Given(A.Story().Told(Told).OnHold());
        var open = await database.Given(A.Story().Told(Told).Received());
        var other = await database.Given(A.Story().Told(Told).Received());
        await database.Get<Flagging>().FlagNewAsync(default);

        Assert.Equal([open.Reference], await NamedAsync(database, other.Reference, A.Moderator()));
    }

    private static async Task<IReadOnlyList<string>> NamedAsync(TestDatabase database, string reference, Actor actor) =>
        [.. (await database.Get<FlagsOfStory>().ShowAsync(reference, actor, default)).Open
            .Where(flag => flag.Kind == FlagKind.Duplicate).Select(flag => flag.Words)];

    private static async Task<(string Reference, Id<CaseStudy> Key)> HeldCaseStudyAsync(TestDatabase database)
    {
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        await database.Get<Review>().HoldAsync(story.Reference, new() { Revision = shown.Revision, Note = "A lead must read this." }, A.Moderator(), default);
        return (story.Reference, key);
    }
}
