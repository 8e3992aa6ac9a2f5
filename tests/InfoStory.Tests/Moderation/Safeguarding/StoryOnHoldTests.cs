using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.People;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Safeguarding;

public sealed class StoryOnHoldTests
{
    private const string Told = "I rang the hospital on Monday to ask where my mother's letter was. They said the GP had it. The GP said the hospital had it. "
        + "I rang the hospital again and a different person asked me for everything from the start. In the end a porter found it in a tray.";

    private static readonly Actor LeadWhoPublishes = new(905, "both@example.org", Roles.SafeguardingLead | Roles.Publisher);

    [Fact]
    public async Task Whoever_is_no_lead_cannot_tell_danger_by_the_place_of_a_story_in_the_queue()
    {
        await using var database = await TestDatabase.NewAsync();
        var concern = (await database.Given(A.Story().OnHold())).Reference;
        database.Clock.Advance(TimeSpan.FromHours(3));
        var danger = (await database.Given(A.Story().Told("He is going to kill himself tonight."))).Reference;
        var (queue, moderator) = (database.Get<StoryQueue>(), A.Moderator());

        foreach (var lane in (QueueFilter[])[new() { Lane = Lane.Held }, new() { State = StoryState.OnHold }])
        {
            var rows = (await queue.ListAsync(lane, moderator, null, default)).Rows;

            Assert.Equal([concern, danger], rows.Select(row => row.Reference));
            Assert.DoesNotContain(rows, row => row.InDanger);
            Assert.Equal([danger], (await queue.ListAsync(lane, moderator, rows[0].Position, default)).Rows.Select(row => row.Reference));
            Assert.Equal([concern, danger], (await queue.ChooseAsync(lane, moderator, 10, default)).Select(one => one.Reference));
            Assert.Equal(2, (await queue.PlaceAsync(lane, moderator, danger, default)).Place);
        }
    }

    [Fact]
    public async Task A_case_study_begun_from_it_is_closed_to_a_publisher_who_is_no_lead()
    {
        await using var database = await TestDatabase.NewAsync();
        var (reference, key) = await HeldCaseStudyAsync(database);
        var form = new EditCaseStudy { Title = "Mine", Summary = "S", TheStory = "T" };

        Func<CaseStudyEditing, Task>[] ways =
        [
            editing => editing.SaveAsync(key, form, A.Publisher(), default),
            editing => editing.SendToAuthorAsync(key, form, A.Publisher(), default),
            editing => editing.PublishAsync(key, form, A.Publisher(), default),
            editing => editing.TakeDownAsync(key, form, A.Publisher(), default),
            editing => editing.DraftFromAsync(reference, A.Publisher(), default),
        ];
        foreach (var way in ways)
        {
            var refused = await Assert.ThrowsAsync<ForbiddenException>(() => way(database.Get<CaseStudyEditing>()));
            Assert.Equal(StoryOnHold.DrawnFrom, refused.Message);
        }

        var shown = await database.Get<CaseStudyEditing>().ShowAsync(key, A.Publisher(), default);
        Assert.Equal((true, "", "", "", ""), (shown.IsClosed, shown.Title, shown.Slug, shown.Summary, shown.TheStory));
        Assert.Empty(shown.Messages);
        Assert.Null(Assert.Single((await database.Get<CaseStudyList>().ShowAsync(A.Publisher(), null, default)).Rows).Title);
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
        Assert.Equal([key], (await database.Get<CaseStudyList>().ShowAsync(LeadWhoPublishes, null, default)).Rows.Select(row => row.Id));
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

    [Fact]
    public async Task No_count_of_the_rules_tells_that_a_story_on_hold_says_nearly_what_was_just_entered()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Told(Told).OnHold());
        var before = await DuplicatesAsync();

        await database.Given(A.Story().Told(Told).Received());
        await database.Get<Flagging>().FlagNewAsync(default);
        var heldOnly = await DuplicatesAsync();
        await database.Given(A.Story().Told(Told).Received());
        await database.Get<Flagging>().FlagNewAsync(default);

        Assert.Equal((before, before + 1), (heldOnly, await DuplicatesAsync()));
        async Task<int> DuplicatesAsync() => (await database.Get<RuleBook>().ListAsync(default))
            .Where(rule => rule.Rule.Kind == FlagKind.Duplicate).Sum(rule => rule.Flags);
    }

    [Fact]
    public async Task A_case_study_that_draws_on_it_too_is_not_read_by_the_author_of_another_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var mine = await database.Given(A.Story().SentToAuthor());
        var study = await database.Get<CaseStudyEditing>().ShowAsync(mine.CaseStudy, default);
        Assert.NotNull(await database.Get<SigningOff>().ShowAsync(mine.Id, default));

        var held = await database.Given(A.Story().OnHold());
        var db = database.Get<InfoStoryContext>();
        (await db.CaseStudies.Include(one => one.Stories).SingleAsync(one => one.Id == study.Id)).Stories.Add(new() { StoryId = held.Id });
        await db.SaveChangesAsync();

        Assert.Null(await database.Get<SigningOff>().ShowAsync(mine.Id, default));
        Assert.Empty((await database.Get<MyData>().ReadAsync(mine.Id, default)).CaseStudies);
    }

    [Fact]
    public async Task What_somebody_was_typing_about_it_waits_until_it_is_off_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var (db, staff) = (database.Get<InfoStoryContext>(), new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator });
        db.Add(staff);
        await db.SaveChangesAsync();
        var moderator = new Actor(staff.Id, "typist@example.org", Roles.Moderator);
        await database.Get<EditDrafts>().KeepAsync(story.Reference, new() { PublicText = "Half a sentence" }, moderator, default);

        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        await database.Get<Review>().HoldAsync(story.Reference, new() { Revision = shown.Revision, Note = "A lead must read this." }, A.Moderator(), default);
        var onHold = await database.Get<EditDrafts>().FindAsync(story.Reference, moderator, default);
        shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        await database.Get<Review>().TakeOffHoldAsync(story.Reference, new() { Revision = shown.Revision }, A.SafeguardingLead(), default);

        Assert.Null(onHold);
        Assert.Equal("Half a sentence", (await database.Get<EditDrafts>().FindAsync(story.Reference, moderator, default))?.Form.PublicText);
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
