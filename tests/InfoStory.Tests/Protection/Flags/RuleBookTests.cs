using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection.Flags;

namespace InfoStory.Tests.Protection.Flags;

public sealed class RuleBookTests
{
    [Fact]
    public async Task A_rule_says_how_many_flags_it_raised_and_how_many_were_dismissed()
    {
        await using var database = await TestDatabase.NewAsync();
        var first = await database.Given(A.Story().Told("Joan Whitfield rang me."));
        await database.Given(A.Story().Told("I asked Peter Ackroyd."));
        await database.Get<Flagging>().FlagNewAsync(default);
        var key = (await database.Get<FlagsOfStory>().ShowAsync(first.Reference, A.Moderator(), default)).Open.Single(flag => flag.Rule == "identity.name").Key;

        await database.Get<FlagsOfStory>().DismissAsync(first.Reference, new() { Flags = [key], Why = DismissReason.Agreed }, A.Moderator(), default);

        var rule = (await database.Get<RuleBook>().ListAsync(default)).Single(rule => rule.Rule.Name == "identity.name");
        Assert.Equal((2, 1, 0.5), (rule.Flags, rule.Dismissed, rule.Rate));
    }

    [Fact]
    public async Task A_rule_that_is_off_finds_nothing_until_it_is_on_again_and_history_says_so()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("Joan Whitfield rang me."));

        await database.Get<RuleBook>().SwitchAsync("identity.name", on: false, A.Administrator(), default);
        await database.Get<RuleBook>().SwitchAsync("identity.name", on: false, A.Administrator(), default);
        var off = await RulesOnAsync(database, story);
        await database.Get<RuleBook>().SwitchAsync("identity.name", on: true, A.Administrator(), default);

        Assert.DoesNotContain("identity.name", off);
        Assert.Contains("identity.name", await RulesOnAsync(database, story));
        Assert.Equal(
            ["Switched on: identity.name", "Switched off: identity.name"], (await database.Get<RuleBook>().HistoryAsync(default)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task What_guards_publication_cannot_be_switched_off_and_only_an_administrator_switches()
    {
        await using var database = await TestDatabase.NewAsync();

        foreach (var rule in FlagRules.All.Where(rule => rule.IsLocked))
            await Assert.ThrowsAsync<ConflictException>(() => database.Get<RuleBook>().SwitchAsync(rule.Name, on: false, A.Administrator(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<RuleBook>().SwitchAsync("identity.name", on: false, A.Publisher(), default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<RuleBook>().SwitchAsync("nothing", on: false, A.Administrator(), default));

        Assert.Equal(5, FlagRules.All.Count(rule => rule.IsLocked));
    }

    [Fact]
    public async Task No_rule_that_sees_danger_can_be_switched_off_and_one_that_was_counts_as_on()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, db) = (await database.Given(A.Story().Told("He is going to kill himself tonight.")), database.Get<InfoStoryContext>());
        var danger = FlagRules.All.Where(rule => rule.Kind == FlagKind.Safeguarding).ToList();

        foreach (var rule in danger)
        {
            await Assert.ThrowsAsync<ConflictException>(() => database.Get<RuleBook>().SwitchAsync(rule.Name, on: false, A.Administrator(), default));
            db.Add(new SwitchedOffRule { Rule = rule.Name, By = "administrator@example.org", At = database.Clock.UtcNow });
        }

        await db.SaveChangesAsync();
        Assert.NotEmpty(danger);
        Assert.All((await database.Get<RuleBook>().ListAsync(default)).Where(row => danger.Contains(row.Rule)), row => Assert.True(row.IsOn));
        Assert.Contains(
            (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.SafeguardingLead(), default)).Open, flag => flag.Kind == FlagKind.Safeguarding);
    }

    private static async Task<List<string>> RulesOnAsync(TestDatabase database, GivenStory story) =>
        [.. (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open.Select(flag => flag.Rule)];
}
