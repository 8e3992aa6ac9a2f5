using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Protection.Flags;

namespace InfoStory.Tests.Protection.Flags;

public sealed class RuleBookTests
{
    private static readonly Actor Second = new(914, "second@example.org", Roles.Administrator);

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

        await ProposeAsync(database, A.Administrator());
        var proposed = await RulesOnAsync(database, story);
        await database.Get<RuleBook>().ConfirmOffAsync("identity.name", database.Clock.UtcNow.Ticks, Second, default);
        var off = await RulesOnAsync(database, story);
        await database.Get<RuleBook>().SwitchOnAsync("identity.name", A.Administrator(), default);
        await database.Get<RuleBook>().SwitchOnAsync("identity.name", A.Administrator(), default);

        Assert.Contains("identity.name", proposed);
        Assert.DoesNotContain("identity.name", off);
        Assert.Contains("identity.name", await RulesOnAsync(database, story));
        Assert.Equal(
            ["Switched on: identity.name", "Switched off: identity.name", "Proposed to switch off: identity.name, because: Too many."],
            (await database.Get<RuleBook>().HistoryAsync(default)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task Nobody_confirms_what_they_proposed_and_nobody_another_reason_than_they_read()
    {
        await using var database = await TestDatabase.NewAsync();
        var seen = database.Clock.UtcNow.Ticks;
        await ProposeAsync(database, A.Administrator());

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<RuleBook>().ConfirmOffAsync("identity.name", seen, A.Administrator(), default));
        await Assert.ThrowsAsync<ConflictException>(() => ProposeAsync(database, Second));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await ProposeAsync(database, A.Administrator(), "Another reason.");
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<RuleBook>().ConfirmOffAsync("identity.name", seen, Second, default));

        var row = (await database.Get<RuleBook>().ListAsync(default)).Single(rule => rule.Rule.Name == "identity.name");
        Assert.Equal((true, "Another reason."), (row.IsOn, row.Proposed?.Why));
    }

    [Fact]
    public async Task What_is_taken_back_cannot_be_confirmed()
    {
        await using var database = await TestDatabase.NewAsync();
        await ProposeAsync(database, A.Administrator());

        await database.Get<RuleBook>().LeaveOnAsync("identity.name", A.Administrator(), default);

        await Assert.ThrowsAsync<ConflictException>(
            () => database.Get<RuleBook>().ConfirmOffAsync("identity.name", database.Clock.UtcNow.Ticks, Second, default));
        Assert.Equal("Not switched off: identity.name", (await database.Get<RuleBook>().HistoryAsync(default))[0].Act);
    }

    [Fact]
    public async Task What_guards_publication_cannot_be_switched_off_and_only_an_administrator_proposes_it_with_a_reason()
    {
        await using var database = await TestDatabase.NewAsync();

        foreach (var rule in FlagRules.All.Where(rule => rule.IsLocked))
            await Assert.ThrowsAsync<ConflictException>(() => ProposeAsync(database, A.Administrator(), rule: rule.Name));
        await Assert.ThrowsAsync<ForbiddenException>(() => ProposeAsync(database, A.Publisher()));
        await Assert.ThrowsAsync<NotFoundException>(() => ProposeAsync(database, A.Administrator(), rule: "nothing"));
        await Assert.ThrowsAsync<ValidationException>(() => ProposeAsync(database, A.Administrator(), " "));

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
            await Assert.ThrowsAsync<ConflictException>(() => ProposeAsync(database, A.Administrator(), rule: rule.Name));
            db.Add(new SwitchedOffRule { Rule = rule.Name, By = "administrator@example.org", At = database.Clock.UtcNow });
        }

        await db.SaveChangesAsync();
        Assert.NotEmpty(danger);
        Assert.All((await database.Get<RuleBook>().ListAsync(default)).Where(row => danger.Contains(row.Rule)), row => Assert.True(row.IsOn));
        Assert.Contains(
            (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.SafeguardingLead(), default)).Open, flag => flag.Kind == FlagKind.Safeguarding);
    }

    private static Task ProposeAsync(TestDatabase database, Actor actor, string why = "Too many.", string rule = "identity.name") =>
        database.Get<RuleBook>().ProposeOffAsync(new() { Rule = rule, Why = why }, actor, default);

    private static async Task<List<string>> RulesOnAsync(TestDatabase database, GivenStory story) =>
        [.. (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open.Select(flag => flag.Rule)];
}
