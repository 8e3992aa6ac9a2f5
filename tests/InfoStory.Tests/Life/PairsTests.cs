using InfoStory.People;

namespace InfoStory.Tests.Life;

/// <summary>Two people who have the same story on the screen and act one after the other.</summary>
public sealed class PairsTests
{
    private static readonly Actor First = new(911, "first@example.org", EveryRole), Second = new(912, "second@example.org", EveryRole);

    /// <summary>What asks no revision of the story: the author's own rights, and what has a revision of its own.</summary>
    private static readonly string[] Apart =
    [
        "begin a case study", "close the case", "end permission", "give permission", "publish more than the public text", "publish the public text", "send the case study to the author", "take back", "take down",
    ];

    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        ["received"] = [],
        ["in review"] = ["claim"],
        ["with its author, to sign off"] = ["claim", "approve"],
        ["ready"] = ["claim", "approve", "sign off"],
        ["on hold"] = ["hold"],
    };

    private const Roles EveryRole = Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead;

    public static TheoryData<string> Places => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_second_of_two_changes_nothing_that_the_first_has_changed_unseen(string place)
    {
        await using var database = await TestDatabase.NewAsync();
        var anyone = await Hands.OfAsync(database, await database.Given(A.Story()));
        var pairs = 0;
        foreach (var (first, second) in Hands.Kinds.Except(["wait"]).SelectMany(one => Hands.Kinds.Except(["wait"]).Select(other => (one, other))))
        {
            var model = new Model(seeFirst: true);
            if (!Ways[place].Append(first).All(step => anyone.By(First, step, database.Clock.Now).Expected(model))) continue;

            await TryAsync(database, Ways[place], first, second, model);
            pairs++;
        }

        Assert.True(pairs >= 50, $"Only {pairs} pairs were possible.");
    }

    /// <param name="model">The story as it is after the first.</param>
    private static async Task TryAsync(TestDatabase database, string[] way, string first, string second, Model model)
    {
        var (hands, now) = (await Hands.OfAsync(database, await database.Given(A.Story().SeeFirst())), database.Clock.Now);
        foreach (var step in way) await Hands.TryAsync(hands.By(First, step, now));
        var seen = (await hands.StandAsync()).Revision;

        await Hands.TryAsync(hands.By(First, first, now));
        var between = await hands.StandAsync();
        var allowed = (Apart.Contains(second) || between.Revision == seen) && hands.By(Second, second, now).Expected(model);
        hands.Seen = seen;
        await Hands.TryAsync(hands.By(Second, second, now));

        var after = await hands.StandAsync();
        Assert.True(allowed ? after.History > between.History : after == between, $"{string.Join(", ", way)}, then {first}, then unseen {second}: {between} became {after}");
        Assert.Equal((model.State, model.Turn, model.ClaimedBy), (after.State, after.Turn, after.ClaimedBy));
    }
}
