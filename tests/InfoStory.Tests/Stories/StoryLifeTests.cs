using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Stories;

/// <summary>What <see cref="Story.Can"/> says is what the story's verbs do.</summary>
public sealed class StoryLifeTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<StoryAct, Action<Story>> Verbs = new()
    {
        [StoryAct.Raise] = story => story.Raise(SafeguardingLevel.Concern),
        [StoryAct.Claim] = story => story.Claim(A.Moderator(), Now),
        [StoryAct.Pass] = story => story.Pass(A.Publisher(), Now),
        [StoryAct.Release] = story => story.Release(),
        [StoryAct.Edit] = story => story.Edit(new("Title", "Text", StoryKind.Failed, null, null, []), A.Moderator()),
        [StoryAct.Tag] = story => story.AddTag(new(1), A.Moderator()),
        [StoryAct.Ask] = story => story.Ask(),
        [StoryAct.Answer] = story => story.Answer(Now),
        [StoryAct.Approve] = story => story.Approve(A.Moderator(), Now),
        [StoryAct.SignOff] = story => story.SignOff("words", Now),
        [StoryAct.AskForChange] = story => story.AskForChange(Now),
        [StoryAct.SendToAuthor] = story => story.SendToAuthor(),
        [StoryAct.Decline] = story => story.Decline("Reason", Now),
        [StoryAct.Hold] = story => story.Hold(),
        [StoryAct.TakeOffHold] = story => story.TakeOffHold(A.SafeguardingLead(), Now),
        [StoryAct.Score] = story => story.Score(Criticality.Wasted, A.Moderator()),
        [StoryAct.Second] = story => story.Second(new(905, "another@example.org", Roles.Publisher), Now),
        [StoryAct.GiveNotice] = story => story.GiveNotice(Now),
        [StoryAct.Publish] = story => story.Publish(),
        [StoryAct.Unpublish] = story => story.Unpublish(),
        [StoryAct.Permit] = story => story.Permit([Audience.Website], 12, Now),
        [StoryAct.TellMore] = story => story.TellMore(StoryAnswers.Of(story)),
        [StoryAct.Withdraw] = story => story.Withdraw(Now),
    };

    private static readonly StoryBuilder[] Places =
    [
        .. new[]
        {
            A.Story(), A.Story().InReview(), A.Story().Asked(), A.Story().WithAuthor(), A.Story().SentToAuthor(), A.Story().Ready(), A.Story().OnHold(),
            A.Story().Declined(), A.Story().Withdrawn(),
        }.Select(story => story.Scored(Criticality.AvoidableHarm)),
        A.Story().Published(),
    ];

    public static TheoryData<int> EachPlace => [.. Enumerable.Range(0, Places.Length)];

    [Theory, MemberData(nameof(EachPlace))]
    public async Task Every_act_that_a_story_can_take_it_takes_and_no_other(int place)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var given = await database.Given(Places[place]);
        var shown = await database.Get<StoryDesk>().ShowAsync(given.Reference, default);

        foreach (var (act, verb) in Verbs)
        {
            var story = await database.Get<InfoStoryContext>().Stories.AsNoTracking().Include(one => one.Tags).Include(one => one.Consents)
                .SingleAsync(one => one.Id == given.Id);
            var can = story.Can(act);

            Assert.Equal((act, can), (act, shown.Can(act)));
            if (can) verb(story);
            else Assert.Throws<ConflictException>(() => verb(story));
        }
    }

    [Fact]
    public void No_act_is_left_out() => Assert.Equal(Enum.GetValues<StoryAct>(), Verbs.Keys.Order());

    [Fact]
    public void Every_role_may_do_something_and_every_policy_needs_one()
    {
        var policies = Enum.GetValues<AccessPolicy>();

        Assert.All(policies, policy => Assert.NotEqual(Roles.None, AccessPolicies.RolesFor(policy)));
        Assert.All(
            Enum.GetValues<Roles>().Where(role => role != Roles.None),
            role => Assert.Contains(policies, policy => AccessPolicies.RolesFor(policy).HasFlag(role)));
        Assert.Throws<ForbiddenException>(() => A.Administrator().Must(AccessPolicy.Moderate, "No."));
    }
}
