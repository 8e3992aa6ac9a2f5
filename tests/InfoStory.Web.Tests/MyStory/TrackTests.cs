using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Stories;
using InfoStory.Web.Pages.MyStory.Open;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>"Where has my story been": every step that an author may know of, with its day, and what comes next.</summary>
public sealed class TrackTests
{
    [Theory]
    [InlineData(StoryState.Received, "A person reads it (By 25 November 2026)", "It is published as part of a case study")]
    [InlineData(StoryState.InReview, "We finish our version (By 27 November 2026)", "It is published as part of a case study")]
    [InlineData(StoryState.WithAuthor, "You read our version, and say yes or ask for a change", "It is published as part of a case study")]
    [InlineData(StoryState.Ready, "It is published as part of a case study (By 8 December 2026)")]
    [InlineData(StoryState.Published)]
    [InlineData(StoryState.OnHold)]
    [InlineData(StoryState.Declined)]
    [InlineData(StoryState.Withdrawn)]
    public async Task What_comes_next_follows_what_has_been(StoryState state, params string[] next)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().In(state));

        var steps = Track.Of(await database.Get<InfoStory.Authors.MyStory>().ShowAsync(story.Id, default));

        Assert.Equal(next, steps.Where(step => !step.Reached).Select(Said));
        Assert.All(steps.Where(step => step.Reached), step => Assert.Equal("24 November 2026", step.When));
        Assert.Equal(steps.OrderBy(step => !step.Reached), steps);
    }

    [Fact]
    public async Task Every_step_of_a_long_way_has_its_day_and_no_name()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SeeFirst().InReview());
        var mine = database.Get<InfoStory.Authors.MyStory>;
        var review = database.Get<Review>;
        var editing = database.Get<CaseStudyEditing>;
        var form = new ReviewStory { PublicTitle = "T", PublicText = "P", Kind = StoryKind.Failed, Criticality = Criticality.Friction, Question = "When?" };
        var study = new EditCaseStudy { Title = "T", Summary = "S", TheStory = "P", Learning = "L" }.Answered();
        async Task<int> revisionAsync()
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            return (await mine().ShowAsync(story.Id, default)).Revision;
        }

        await review().ClaimAsync(story.Reference, await revisionAsync(), A.Publisher(), default);
        await review().AskAsync(story.Reference, form with { Revision = await revisionAsync() }, A.Moderator(), default);
        await mine().AnswerAsync(story.Id, new() { Revision = await revisionAsync(), Text = "In May." }, default);
        await review().ApproveAsync(story.Reference, form with { Revision = await revisionAsync() }, A.Moderator(), default);
        await mine().AskForChangeAsync(story.Id, new() { Revision = await revisionAsync(), Text = "No ward." }, default);
        await review().HoldAsync(story.Reference, form with { Revision = await revisionAsync(), Note = "Look." }, A.Moderator(), default);
        await revisionAsync();
        var opened = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        var decided = new RecordDecision
        {
            Revision = opened.Revision,
            Rules = [.. Enum.GetValues<GoldenRule>()],
            Decision = SafeguardingDecision.NothingToShare,
            Why = "W"
        };
        await database.Get<SafeguardingLane>().CloseAsync(story.Reference, decided, A.SafeguardingLead(), default);
        await review().ApproveAsync(story.Reference, form with { Revision = await revisionAsync() }, A.Moderator(), default);
        await mine().SignOffAsync(story.Id, await revisionAsync(), default);
        await revisionAsync();
        var key = await editing().DraftFromAsync(story.Reference, A.Publisher(), default);
        await editing().SendToAuthorAsync(key, study, A.Publisher(), default);
        await database.Get<SigningOff>()
            .SignOffAsync(story.Id, await revisionAsync(), (await database.Get<SigningOff>().ShowAsync(story.Id, default))!.Words, default);
        await revisionAsync();
        await editing().PublishAsync(key, study with { Revision = 1 }, A.Publisher(), default);
        await revisionAsync();
        await editing().TakeDownAsync(key, study with { Revision = 2 }, A.Publisher(), default);

        Assert.Equal(
            [
                "You sent it (24 November 2026)", "A person in our team began to read it (24 November 2026)",
                "We asked you a question (26 November 2026)", "You answered (27 November 2026)",
                "We finished our version and asked you to read it (28 November 2026)",
                "You asked for a change (29 November 2026)", "We are taking extra care (30 November 2026)",
                "We went on with it (1 December 2026)", "We finished our version and asked you to read it (2 December 2026)", "You said yes (3 December 2026)",
                "We asked you to read the case study (4 December 2026)", "You said yes (5 December 2026)",
                "It was published as part of a case study (6 December 2026)",
                "The case study was taken down (7 December 2026)", "It is published as part of a case study",
            ],
            Track.Of(await mine().ShowAsync(story.Id, default)).Select(Said));
    }

    [Fact]
    public async Task A_question_that_waits_comes_before_all_that_follows_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SeeFirst().Asked());

        var steps = Track.Of(await database.Get<InfoStory.Authors.MyStory>().ShowAsync(story.Id, default));

        Assert.Equal(
            [
                "You answer our question", "We finish our version",
                "You read our version, and say yes or ask for a change", "It is published as part of a case study"
            ],
            steps.Where(step => !step.Reached).Select(Said));
    }

    private static string Said(Step step) => step.When is null ? step.What : $"{step.What} ({step.When})";
}
