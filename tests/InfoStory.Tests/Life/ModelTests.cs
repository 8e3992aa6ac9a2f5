using InfoStory.Data.Time;
using InfoStory.Stories;

namespace InfoStory.Tests.Life;

/// <summary>One story, and every act that there is, in orders that nobody wrote down, beside the <see cref="Model"/>.</summary>
public sealed class ModelTests
{
    private const int Least = 12, Most = 30, Acts = 60;

    /// <summary>What leads to publication.</summary>
    private static readonly string[] Forward =
    [
        "approve", "second", "sign off", "begin a case study", "save the case study", "send the case study to the author",
        "publish the public text", "publish more than the public text"
    ];

    private readonly HashSet<string> allowed = new(StringComparer.Ordinal), refused = new(StringComparer.Ordinal);

    [Fact]
    public async Task The_program_and_the_model_agree_after_every_act()
    {
        var rare = Hands.Kinds.Except(["wait"]);
        for (var seed = 1; seed <= Least || (seed <= Most && rare.Except(allowed).Any()); seed++) await WalkAsync(seed);

        // Everything was allowed at least once and refused at least once, but for what is never one of them.
        Assert.Empty(rare.Except(allowed));
        Assert.Empty(Hands.Kinds.Except(["give permission", "end permission", "take back"]).Except(refused));
    }

    private async Task WalkAsync(int seed)
    {
        await using var database = await TestDatabase.NewAsync();
        var dice = new Random(seed);
        var seeFirst = dice.Next(2) == 0;
        var story = await database.Given(seeFirst ? A.Story().SeeFirst() : A.Story());
        var hands = await Hands.OfAsync(database, story);
        var model = new Model(seeFirst);
        List<string> done = [];

        for (var number = 0; number < Acts; number++)
        {
            var act = Choose(dice, hands, model, database.Clock.UtcNow);
            var before = await hands.StandAsync();
            var expected = act.Expected(model);
            (expected ? allowed : refused).Add(act.Kind);
            done.Add($"{act.Name}{(expected ? "" : " (refused)")}");

            await Hands.TryAsync(act);

            var after = await hands.StandAsync();
            var path = $"Seed {seed}: {string.Join(", ", done)}";
            Assert.True(expected == after.History > before.History, path);
            if (!expected) Assert.True(before == after, path);
            await database.EndScopesAsync();
            Assert.True(Expected(model) == after with { Revision = 0, History = 0 }, $"{path}: expected {Expected(model)}, found {after}");
        }
    }

    /// <summary>Mostly something that is allowed, best something that never was: chance alone seldom gets as far as publication.</summary>
    private Act Choose(Random dice, Hands hands, Model model, DateTime now)
    {
        var acts = Enumerable.Range(0, 80).Select(_ => hands.Any(dice, now)).ToList();
        if (dice.Next(4) == 0) return acts[0];

        var possible = acts.FindAll(act => act.Expected(model.Copy()));
        if (dice.Next(2) == 0 && possible.Find(act => Forward.Contains(act.Kind)) is { } forward) return forward;
        return possible.Find(act => !allowed.Contains(act.Kind) && act.Kind != "take back") ?? possible.FirstOrDefault() ?? acts[0];
    }

    private static Stand Expected(Model model) => new(
        model.State, model.Turn, model.State == StoryState.Published, model.Score,
        model.ClaimedBy, model.Seconded, model.Notice, model.CaseOpen, WaitsFor(model), 0, 0);

    private static Waits WaitsFor(Model model) => model.State switch
    {
        StoryState.Received => Waits.ForSomeone,
        StoryState.InReview => model.ClaimedBy is null ? Waits.ForSomeone : Waits.ForHolder,
        StoryState.WithAuthor => Waits.ForAuthor,
        StoryState.Ready => Waits.ForPublisher,
        StoryState.OnHold => Waits.ForLead,
        _ => Waits.ForNobody,
    };
}
