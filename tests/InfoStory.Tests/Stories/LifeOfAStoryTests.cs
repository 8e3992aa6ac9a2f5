using InfoStory.Data;
using InfoStory.Moderation;
using InfoStory.Stories;

namespace InfoStory.Tests.Stories;

/// <summary>Every state against every act: what docs/life-of-a-story.md allows happens, and everything else is refused and changes nothing.</summary>
public sealed class LifeOfAStoryTests
{
    private static readonly Dictionary<string, StoryState[]> Allowed = new(StringComparer.Ordinal)
    {
        ["claim"] = [StoryState.Received, StoryState.InReview, StoryState.Ready, StoryState.WithAuthor, StoryState.Declined],
        ["save"] = [StoryState.InReview],
        ["approve"] = [StoryState.InReview],
        ["decline"] = [StoryState.Received, StoryState.InReview, StoryState.WithAuthor, StoryState.Ready, StoryState.OnHold],
        ["hold"] = [StoryState.Received, StoryState.InReview, StoryState.WithAuthor, StoryState.Ready],
        ["take off hold"] = [StoryState.OnHold],
        ["sign off"] = [StoryState.WithAuthor],
    };

    public static TheoryData<StoryState, string> Pairs()
    {
        var pairs = new TheoryData<StoryState, string>();
        foreach (var state in Enum.GetValues<StoryState>())
        {
            foreach (var act in Allowed.Keys) pairs.Add(state, act);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Only_what_the_state_allows_happens(StoryState state, string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().In(state));
        var before = await database.Get<Desk>().ShowAsync(story.Reference, default);

        var refused = await Record.ExceptionAsync(() => ActAsync(database, story, before, act));

        var after = await database.Get<Desk>().ShowAsync(story.Reference, default);
        if (Allowed[act].Contains(state))
        {
            Assert.Null(refused);
            Assert.Equal(before.Revision + 1, after.Revision);
            Assert.Equal(before.History.Count + 1, after.History.Count);
        }
        else
        {
            Assert.IsType<ConflictException>(refused);
            Assert.Equal((before.Revision, before.State, before.History.Count), (after.Revision, after.State, after.History.Count));
        }
    }

    private static Task ActAsync(TestDatabase database, GivenStory story, StoryOnDesk shown, string act)
    {
        var form = new ReviewStory { Revision = shown.Revision, PublicTitle = "A title", PublicText = "A text", Kind = StoryKind.Failed, Reason = "Because", Note = "A note" };
        var review = database.Get<Review>();
        return act switch
        {
            "claim" => review.ClaimAsync(story.Reference, shown.Revision, A.Moderator(), default),
            "save" => review.SaveAsync(story.Reference, form, A.Moderator(), default),
            "approve" => review.ApproveAsync(story.Reference, form, A.Moderator(), default),
            "decline" => review.DeclineAsync(story.Reference, form, A.SafeguardingLead(), default),
            "hold" => review.HoldAsync(story.Reference, form, A.Moderator(), default),
            "take off hold" => review.TakeOffHoldAsync(story.Reference, form, A.SafeguardingLead(), default),
            "sign off" => database.Get<MyStory>().SignOffAsync(story.Id, shown.Revision, default),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }
}
