using InfoStory.Data.Access;
using InfoStory.Data.Time;

namespace InfoStory.Tests.Life;

/// <summary>Two people who have the same story on the screen and act one after the other.</summary>
public sealed class PairsTests
{
    private const Roles EveryRole = Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead;

    private static readonly Actor First = new(911, "first@example.org", EveryRole), Second = new(912, "second@example.org", EveryRole);

    /// <summary>What asks no revision of the story: the author's own rights, and what has a revision of its own.</summary>
    private static readonly string[] Apart =
    [
        "begin a case study", "close the case", "end permission", "give permission", "publish more than the public text",
        "publish the public text", "save the case study", "send the case study to the author", "take back", "take down",
    ];

    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        ["received"] = [],
        ["in review"] = ["claim"],
        ["with its author, to sign off"] = ["claim", "approve"],
        ["ready"] = ["claim", "approve", "sign off"],
        ["on hold"] = ["hold"],
    };

    private Hands? before;
    private int seen;

    public static TheoryData<string> Places => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_second_of_two_changes_nothing_that_the_first_has_changed_unseen(string place)
    {
        await using var database = await TestDatabase.NewAsync();
        var (anyone, pairs) = (await Hands.OfAsync(database, await database.Given(A.Story())), 0);
        foreach (var first in Hands.Kinds.Except(["wait"]))
        {
            var model = new Model(seeFirst: true);
            if (!Ways[place].Append(first).All(step => anyone.By(First, step, database.Clock.UtcNow).Expected(model))) continue;

            foreach (var second in Hands.Kinds.Except(["wait"])) await TryAsync(database, Ways[place], first, second, model.Copy());
            pairs += Hands.Kinds.Length - 1;
            (before, seen) = (null, 0);
            await database.EndScopesAsync();
        }

        Assert.True(pairs >= 50, $"Only {pairs} pairs were possible.");
    }

    /// <param name="model">The story as it is after the first.</param>
    private async Task TryAsync(TestDatabase database, string[] way, string first, string second, Model model)
    {
        var now = database.Clock.UtcNow;
        // Whatever is refused leaves the story as it was for the next.
        if (before is null) await BeginAsync(database, way, first);
        var (hands, between) = (before!, await before!.StandAsync());
        var allowed = (Apart.Contains(second) || between.Revision == seen) && hands.By(Second, second, now).Expected(model);

        hands.Seen = seen;
        await Hands.TryAsync(hands.By(Second, second, now));
        hands.Seen = null;

        var after = await hands.StandAsync();
        Assert.True(
            allowed ? after.History > between.History : after == between,
            $"{string.Join(", ", way)}, then {first}, then unseen {second}: {between} became {after}");
        Assert.Equal((model.State, model.Turn, model.ClaimedBy), (after.State, after.Turn, after.ClaimedBy));
        if (allowed) before = null;
    }

    private async Task BeginAsync(TestDatabase database, string[] way, string first)
    {
        var now = database.Clock.UtcNow;
        before = await Hands.OfAsync(database, await database.Given(A.Story().SeeFirst()));
        foreach (var step in way) await Hands.TryAsync(before.By(First, step, now));
        seen = (await before.StandAsync()).Revision;
        await Hands.TryAsync(before.By(First, first, now));
    }
}
