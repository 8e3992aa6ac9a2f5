using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Authors;

/// <summary>What an author answers after the story was sent stands as if it had come before, until the team has the story in hand.</summary>
public sealed class LaterAnswersTests
{
    private const string Danger = "He has gone for the coal shovel and I am going to kill myself tonight.";

    [Fact]
    public async Task A_chain_that_comes_later_takes_the_place_of_the_one_before_and_is_in_the_history_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await AnswerAsync(database, story, Chain("They rang off.", "They wrote back."));

        await AnswerAsync(database, story, Chain("They never rang."));

        var desk = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal([(1, "They never rang.")], desk.Answers.HandOffs.Select(step => (step.Step, step.Happened)));
        Assert.Single(desk.History, entry => entry.Act == HistoryAct.ToldMore);
        Assert.Equal(StoryState.Received, desk.State);
    }

    [Fact]
    public async Task Every_question_is_answered_and_the_consents_and_the_words_stay_as_they_were()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        var before = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);

        await AnswerAsync(database, story, new() { Question = AnswerLater.OfMissing, Missing = new() { Needed = "The new address" } });
        await AnswerAsync(database, story, new() { Question = AnswerLater.OfKind, Kind = new() { Kind = StoryKind.Failed } });
        await AnswerAsync(database, story, new() { Question = AnswerLater.OfTeller, Teller = new() { WhoIsTelling = WhoIsTelling.Observer } });
        await AnswerAsync(database, story, new() { Question = AnswerLater.OfWhere });
        await AnswerAsync(database, story, new() { Question = AnswerLater.OfWhen, When = new() { When = WhenItHappened.LastMonth } });
        await AnswerAsync(database, story, new() { Question = AnswerLater.OfHears, Hears = new() { WhoNeedsToHear = WhoNeedsToHear.Councillors } });

        var after = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        var said = after.Answers;
        Assert.Equal(
            ("The new address", StoryKind.Failed, WhoIsTelling.Observer, null, WhenItHappened.LastMonth, WhoNeedsToHear.Councillors),
            (said.Missing!.Needed, said.Kind, said.WhoIsTelling, said.PlaceId, said.When, said.WhoNeedsToHear));
        Assert.Equal(before.Answers.Told, said.Told);
        Assert.Equal(before.Consents, after.Consents);
    }

    [Fact]
    public async Task The_same_answer_again_changes_nothing_and_an_older_page_is_told_so()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        var older = await SeenAsync(database, story, AnswerLater.OfMissing);
        var command = new AnswerLater { Question = AnswerLater.OfMissing, Missing = new() { Needed = "The new address" } };
        await AnswerAsync(database, story, command);
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

        await database.Get<LaterAnswers>().AnswerAsync(story.Id, command, older, default);
        var refused = await Assert.ThrowsAsync<ConflictException>(
            () => database.Get<LaterAnswers>().AnswerAsync(story.Id, command with { Missing = new() { Needed = "The old one" } }, older, default));

        var kept = await Assert.ThrowsAsync<ConflictException>(
            () => database.Get<LaterAnswers>().AnswerAsync(story.Id, new() { Question = AnswerLater.OfMissing }, older + "x", default));

        Assert.Contains("in another tab. Both are here", refused.Message, StringComparison.Ordinal);
        Assert.Equal(LaterAnswers.ChangedBeforeRemove, kept.Message);
        Assert.Equal(revision, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision);
    }

    public static TheoryData<string> InHand => new("claimed", "claimed and let go", "declined", "taken back", "on hold and opened");

    [Theory]
    [MemberData(nameof(InHand))]
    public async Task Nothing_is_added_once_the_team_has_the_story_in_hand(string how)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(how switch
        {
            "claimed" => A.Story().InReview(),
            "claimed and let go" => A.Story(),
            "declined" => A.Story().Declined(),
            "taken back" => A.Story().Withdrawn(),
            _ => A.Story().Told(Danger),
        });
        if (how == "on hold and opened") await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        if (how == "claimed and let go")
        {
            await database.Get<Review>().ClaimAsync(story.Reference, 0, A.Moderator(), default);
            var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
            await database.Get<Claims>().ReleaseAsync(story.Reference, revision, A.Moderator(), default);
        }

        var refused = await Assert.ThrowsAsync<ConflictException>(() => AnswerAsync(database, story, Chain("They rang off.")));

        Assert.Equal(LaterAnswers.TooLate, refused.Message);
        Assert.False((await database.Get<MyStory>().ShowAsync(story.Id, default)).TellsMore);
        Assert.Empty((await database.Get<LaterAnswers>().ShowAsync(story.Id, default)).Answers.HandOffs);
    }

    [Fact]
    public async Task Whoever_claims_a_story_that_was_added_to_meanwhile_is_told_that_it_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        var seen = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

        await AnswerAsync(database, story, Chain("They rang off."));

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Review>().ClaimAsync(story.Reference, seen, A.Moderator(), default));
    }

    [Fact]
    public async Task A_story_on_hold_that_no_lead_has_opened_can_be_added_to_and_danger_heightens_its_case()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());
        await database.Get<Drafts>().SaveAsync(
            secret, new TellStory { Told = "I rang three times.", SomeoneAtRisk = true }, new TellStoryRules(), default);
        var sent = await database.Get<StorySender>().SendAsync(secret, default);
        var id = await database.Get<InfoStoryContext>().Stories.Where(one => one.Reference == sent.Reference).Select(one => one.Id).SingleAsync();

        await AnswerAsync(database, new(id, sent.Reference, secret, sent.Receipt, Slug: null), Chain(Danger));

        var row = Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
        Assert.True(row.IsInDanger);
    }

    [Fact]
    public async Task Flags_follow_an_answer_and_go_with_the_words_that_they_pointed_at()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Flagging>().FlagNewAsync(default);
        await AnswerAsync(database, story, Chain("Ring 07700 900123."));
        var flags = database.Get<InfoStoryContext>().Flags.AsNoTracking().Where(flag => flag.Words == "07700 900123");
        Assert.Equal(1, await flags.CountAsync());

        await AnswerAsync(database, story, Chain("They rang off."));

        Assert.Equal(0, await flags.CountAsync());
    }

    [Fact]
    public async Task Links_that_come_later_mark_the_story_for_the_team()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        await AnswerAsync(database, story, new()
        {
            Question = AnswerLater.OfMissing,
            Missing = new() { Needed = "https://one.example", ReasonGiven = "https://two.example https://three.example https://four.example" },
        });

        Assert.Equal(
            "It has 4 links and little else.",
            await database.Get<InfoStoryContext>().Stories.Where(one => one.Id == story.Id).Select(one => one.Suspicion).SingleAsync());
    }

    [Fact]
    public async Task A_hundred_changes_leave_one_line_of_the_history_and_one_chain()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        for (var time = 0; time < 100; time++)
        {
            await AnswerAsync(database, story, Chain($"Call {time}."));
            if (time % 10 == 9) await database.EndScopesAsync();
        }

        var db = database.Get<InfoStoryContext>();
        Assert.Equal(1, await db.History.CountAsync(entry => entry.Subject == story.Reference && entry.Act == HistoryAct.ToldMore));
        Assert.Equal(1, await db.Stories.Where(one => one.Id == story.Id).SelectMany(one => one.HandOffs).CountAsync());
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_and_what_was_added_goes_when_the_story_is_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await Assert.ThrowsAsync<ValidationException>(() => AnswerAsync(database, story, Chain(new string('x', HandOff.MaxHappened + 1))));
        await AnswerAsync(database, story, Chain("They rang off."));

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Empty((await database.Get<LaterAnswers>().ShowAsync(story.Id, default)).Answers.HandOffs);
    }

    private static AnswerLater Chain(params string[] happened) =>
        new() { Question = AnswerLater.OfHandOffs, HandOffs = new() { Steps = [.. happened.Select(what => new HandOff { Happened = what })] } };

    private static async Task AnswerAsync(TestDatabase database, GivenStory story, AnswerLater command)
    {
        var seen = await SeenAsync(database, story, command.Question!);
        await database.Get<LaterAnswers>().AnswerAsync(story.Id, command, seen, default);
    }

    private static async Task<string> SeenAsync(TestDatabase database, GivenStory story, string question) =>
        LaterAnswers.SeenOf(AnswerLater.Of(question, (await database.Get<LaterAnswers>().ShowAsync(story.Id, default)).Answers));
}
