using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Stories;

/// <summary>Every state against every act: what docs/life-of-a-story.md allows happens, and everything else is refused and changes nothing.</summary>
public sealed class LifeOfAStoryTests
{
    /// <summary>What a story with its author waits for, each a place of its own.</summary>
    private const string Question = "with author, question", PublicText = "with author, public text", Study = "with author, case study";

    private static readonly Dictionary<string, StoryBuilder> Places = new(StringComparer.Ordinal)
    {
        ["received"] = A.Story(),
        ["in review"] = A.Story().InReview(),
        [Question] = A.Story().Asked(),
        [PublicText] = A.Story().WithAuthor(),
        [Study] = A.Story().SentToAuthor(),
        ["ready"] = A.Story().Ready(),
        ["published"] = A.Story().Published(),
        ["on hold"] = A.Story().OnHold(),
        ["declined"] = A.Story().Declined(),
        ["withdrawn"] = A.Story().Withdrawn(),
    };

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["claim"] = ["received", "in review", "ready", Question, PublicText, Study, "declined"],
        ["save"] = ["in review"],
        ["ask"] = ["in review"],
        ["answer"] = [Question],
        ["approve"] = ["in review"],
        ["decline"] = ["received", "in review", Question, PublicText, Study, "ready", "on hold"],
        ["hold"] = ["received", "in review", Question, PublicText, Study, "ready"],
        ["take off hold"] = ["on hold"],
        ["score"] = ["in review", PublicText, Study, "ready"],
        ["second"] = [PublicText, Study, "ready"],
        ["notice"] = [PublicText, Study, "ready"],
        ["sign off"] = [PublicText],
        ["sign off the case study"] = [Study],
        ["ask for a change"] = [PublicText, Study],
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var place in Places.Keys)
        {
            foreach (var act in Allowed.Keys) pairs.Add(place, act);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Only_what_the_state_allows_happens(string place, string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(Places[place]);
        var before = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);

        var refused = await Record.ExceptionAsync(() => ActAsync(database, story, before, act));

        var after = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        if (Allowed[act].Contains(place))
        {
            Assert.Null(refused);
            Assert.Equal(before.Revision + 1, after.Revision);
            Assert.Equal(before.History.Count + 1, after.History.Count);
            Assert.Equal(after.State == StoryState.WithAuthor, after.Turn is not null);
        }
        else
        {
            Assert.IsType<ConflictException>(refused);
            Assert.Equal(
                (before.Revision, before.State, before.Turn, before.History.Count, before.Messages.Count),
                (after.Revision, after.State, after.Turn, after.History.Count, after.Messages.Count));
        }
    }

    private static async Task ActAsync(TestDatabase database, GivenStory story, StoryOnDesk shown, string act)
    {
        var form = new ReviewStory
        {
            Revision = shown.Revision,
            PublicTitle = "A title",
            PublicText = "A text",
            Kind = StoryKind.Failed,
            Criticality = Criticality.Friction,
            Reason = "Because",
            Note = "A note",
            Question = "When?"
        };
        var (review, mine, signingOff) = (database.Get<Review>(), database.Get<MyStory>(), database.Get<SigningOff>());
        var scoring = database.Get<Scoring>();
        if (act is "second" or "notice")
            await database.Get<InfoStoryContext>().Stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.Criticality, Criticality.AvoidableHarm));
        var words = (await signingOff.ShowAsync(story.Id, default))?.Words ?? "none";
        await (act switch
        {
            "claim" => review.ClaimAsync(story.Reference, shown.Revision, A.Moderator(), default),
            "save" => review.SaveAsync(story.Reference, form, A.Moderator(), default),
            "ask" => review.AskAsync(story.Reference, form, A.Moderator(), default),
            "answer" => mine.AnswerAsync(story.Id, new() { Revision = shown.Revision, Text = "In May." }, default),
            "approve" => review.ApproveAsync(story.Reference, form, A.Moderator(), default),
            "decline" => review.DeclineAsync(story.Reference, form, A.SafeguardingLead(), default),
            "hold" => review.HoldAsync(story.Reference, form, A.Moderator(), default),
            "take off hold" => review.TakeOffHoldAsync(story.Reference, form, A.SafeguardingLead(), default),
            "score" => scoring.ScoreAsync(story.Reference, new() { Revision = shown.Revision, Criticality = Criticality.Wasted }, A.Moderator(), default),
            "second" => scoring.SecondAsync(story.Reference, new() { Revision = shown.Revision },
                A.Publisher() with { StaffId = 905, Name = "another@example.org" }, default),
            "notice" => scoring.GiveNoticeAsync(story.Reference, new() { Revision = shown.Revision }, A.Publisher(), default),
            "sign off" => mine.SignOffAsync(story.Id, shown.Revision, default),
            "sign off the case study" => signingOff.SignOffAsync(story.Id, shown.Revision, words, default),
            "ask for a change" => mine.AskForChangeAsync(story.Id, new() { Revision = shown.Revision, Text = "Leave out the ward." }, default),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        });
    }
}
