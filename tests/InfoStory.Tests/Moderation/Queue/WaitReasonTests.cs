using InfoStory.Authors;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Protection.Flags;
using InfoStory.Stories;

namespace InfoStory.Tests.Moderation.Queue;

/// <summary>What a line of the queue says of its story: why it waits, and how much there is to do.</summary>
public sealed class WaitReasonTests
{
    [Fact]
    public async Task Every_story_says_why_it_waits()
    {
        await using var database = await TestDatabase.NewAsync();
        foreach (var (story, reason) in new[]
        {
            (A.Story(), WaitReason.New), (A.Story().InReview(), WaitReason.InReview), (A.Story().Asked(), WaitReason.Question),
            (A.Story().WithAuthor(), WaitReason.Version), (A.Story().Ready(), WaitReason.Ready), (A.Story().OnHold(), WaitReason.OnHold),
            (A.Story().Declined(), WaitReason.Decided),
        })
        {
            var given = await database.Given(story);

            Assert.Equal([reason], await ReasonsAsync(database, given, A.Moderator()));
        }
    }

    [Fact]
    public async Task What_the_team_promised_and_did_not_keep_is_late_by_so_many_days()
    {
        await using var database = await TestDatabase.NewAsync();
        var (received, reviewed) = (await database.Given(A.Story()), await database.Given(A.Story().InReview()));

        database.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal([WaitReason.Late], await ReasonsAsync(database, received, A.Moderator()));
        Assert.Equal([WaitReason.InReview], await ReasonsAsync(database, reviewed, A.Moderator()));
        var row = await RowAsync(database, received, A.Moderator());
        Assert.Equal(1, Deadline.DaysLate(row.State, row.OwedSince, database.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task An_answer_of_the_author_shows_until_the_team_goes_on()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Asked());
        await database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = await RevisionAsync(database, story), Text = "In May." }, default);
        var answered = await ReasonsAsync(database, story, A.Moderator());
        database.Clock.Advance(TimeSpan.FromMinutes(5));

        await database.Get<Review>().ApproveAsync(
            story.Reference,
            new()
            {
                Revision = await RevisionAsync(database, story),
                PublicTitle = "T",
                PublicText = "A text.",
                Kind = StoryKind.Failed,
                Criticality = Criticality.Friction
            },
            A.Moderator(), default);

        Assert.Equal([WaitReason.Answered], answered);
        Assert.Equal([WaitReason.Ready], await ReasonsAsync(database, story, A.Moderator()));
    }

    [Fact]
    public async Task Only_a_lead_is_told_of_danger_and_of_what_was_flagged_and_scored_on_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var held = await database.Given(A.Story().Told("Ring me on 07700 900123.").Scored(Criticality.Wasted).InReview());
        await database.Get<Review>().HoldAsync(held.Reference, new() { Revision = await RevisionAsync(database, held), Note = "Why" }, A.Moderator(), default);
        await database.Get<Flagging>().FlagNewAsync(default);

        var (seen, hidden) = (await RowAsync(database, held, A.SafeguardingLead()), await RowAsync(database, held, A.Moderator()));

        Assert.Equal((Criticality.Wasted, null), (seen.Criticality, hidden.Criticality));
        Assert.Equal((true, 0), (seen.Words > 0, hidden.Words));
        Assert.Contains(FlagKind.Identity, seen.Flags!);
        Assert.Null(hidden.Flags);
        Assert.Contains(WaitReason.Danger, (seen with { InDanger = true }).Reasons(A.SafeguardingLead(), default));
        Assert.DoesNotContain(WaitReason.Danger, (seen with { InDanger = true }).Reasons(A.Moderator(), default));
    }

    [Fact]
    public async Task A_line_says_how_long_a_story_is_how_it_was_scored_and_what_was_flagged_and_not_dismissed()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(
            A.Story().Told(string.Join(' ', Enumerable.Repeat("words", 200)) + " Ring 07700 900123.").Scored(Criticality.Wasted).InReview());
        var fresh = await RowAsync(database, story, A.Moderator());
        await database.Get<Flagging>().FlagNewAsync(default);

        var row = await RowAsync(database, story, A.Moderator());

        Assert.Null(fresh.Flags);
        Assert.Contains(FlagKind.Identity, row.Flags!);
        Assert.InRange(row.Words, 180, 220);
        Assert.Equal(Criticality.Wasted, row.Criticality);
    }

    [Fact]
    public async Task Nobody_is_handed_what_somebody_else_goes_on_with_and_only_a_lead_what_is_on_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, theirs, last) = (await database.Given(A.Story()), await database.Given(A.Story()), await database.Given(A.Story()));
        await database.Get<Review>().ClaimAsync(theirs.Reference, await RevisionAsync(database, theirs), A.Publisher(), default);
        var held = await database.Given(A.Story().OnHold());
        var queue = database.Get<StoryQueue>();
        QueueFilter reviewed = new() { State = StoryState.InReview }, waits = new() { Lane = Lane.Someone };

        Assert.Equal(first.Reference, await queue.FirstAsync(waits, A.Moderator(), null, default));
        Assert.Equal(last.Reference, await queue.BesideAsync(waits, A.Moderator(), first.Reference, before: false, default));
        Assert.Equal(last.Reference, await queue.FirstAsync(waits, A.Moderator(), first.Reference, default));
        Assert.Null(await queue.FirstAsync(reviewed, A.Moderator(), null, default));
        Assert.Equal(theirs.Reference, await queue.FirstAsync(reviewed, A.Publisher(), null, default));
        Assert.Null(await queue.FirstAsync(new() { Lane = Lane.Held }, A.Moderator(), null, default));
        Assert.Equal(held.Reference, await queue.FirstAsync(new() { Lane = Lane.Held }, A.SafeguardingLead(), null, default));
    }

    [Fact]
    public async Task A_claim_that_nobody_touched_for_hours_is_handed_to_whoever_comes_next()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Review>().ClaimAsync(story.Reference, await RevisionAsync(database, story), A.Publisher(), default);
        database.Clock.Advance(Claims.Life + TimeSpan.FromMinutes(1));
        await database.Get<Claims>().LapseAsync(default);

        Assert.Equal(story.Reference, await database.Get<StoryQueue>().FirstAsync(new() { Lane = Lane.Someone }, A.Moderator(), null, default));
        Assert.Equal([WaitReason.Untouched], await ReasonsAsync(database, story, A.Moderator()));
    }

    private static async Task<int> RevisionAsync(TestDatabase database, GivenStory story) =>
        (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

    private static async Task<QueueRow> RowAsync(TestDatabase database, GivenStory story, Actor actor)
    {
        var state = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).State;
        return (await database.Get<StoryQueue>().ListAsync(new() { State = state }, actor, null, default)).Rows.Single(row => row.Reference == story.Reference);
    }

    private static async Task<IReadOnlyList<WaitReason>> ReasonsAsync(TestDatabase database, GivenStory story, Actor actor) =>
        (await RowAsync(database, story, actor)).Reasons(actor, database.Clock.GetUtcNow().UtcDateTime);
}
