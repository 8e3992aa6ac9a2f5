using System.Reflection;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Flags;
using InfoStory.Protection.Hints;
using InfoStory.Protection.Redaction;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Protection;

/// <summary>Work over texts stops when whoever asked for it has gone. It asks in its loops and nowhere else, so that what stops has done one step.</summary>
public sealed class WorkStopsTests
{
    private const string Text = "Ann Lee rang 07700 900123 and told Dr Khan of the move. Nobody rang back for weeks, and Ann had to tell it again.";

    private static readonly CancellationToken Gone = new(canceled: true);

    private static readonly Dictionary<string, Action<CancellationToken>> Works = new(StringComparer.Ordinal)
    {
        ["IdentityHints.Find"] = gone => IdentityHints.Find(Text, gone),
        ["IdentityHints.FindIdentifiers"] = gone => IdentityHints.FindIdentifiers(Text, gone),
        ["HintAdvice.On"] = gone => HintAdvice.On(Text, gone),
        ["Identifiers.Find"] = gone => Identifiers.Find(Text, gone),
        ["FlagFinder.InMessage"] = gone => FlagFinder.InMessage(Text, gone),
        ["FlagFinder.Seen"] = gone => FlagFinder.Seen(Text, gone),
        ["FlagFinder.InPublic"] = gone => FlagFinder.InPublic(Text, FlagPlace.PublicText, gone),
        ["Shingles.Of"] = gone => Shingles.Of(Text, gone),
        ["Redact.In"] = gone => Redact.In(Text, "Ann", "[a neighbour]", gone),
        ["Merging.Between"] = gone => Merging.Between(Text, $"{Text}\n\nMore.", gone),
        ["Differences.Between"] = gone => Differences.Between(Text, $"{Text} More.", gone),
    };

    public static TheoryData<string> Names => [.. Works.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_over_a_text_ends_at_its_first_step(string work)
    {
        Works[work](CancellationToken.None);

        Assert.Throws<OperationCanceledException>(() => Works[work](Gone));
    }

    [Fact]
    public void Nothing_that_works_on_a_text_is_missing_here()
    {
        Type[] workers =
        [
            typeof(IdentityHints), typeof(HintAdvice), typeof(Identifiers), typeof(FlagFinder), typeof(Shingles), typeof(Redact), typeof(Merging),
            typeof(Differences),
        ];

        var found = workers.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Equal(Works.Keys.Append("FlagFinder.InTold").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Flagging_a_story_looking_for_others_like_it_and_taking_my_data_away_end_with_whoever_asked()
    {
        await using var database = await TestDatabase.NewAsync();
        var given = await database.Given(A.Story().Received());
        var story = await database.Get<InfoStoryContext>().Stories.SingleAsync(one => one.Reference == given.Reference);

        var looking = database.Get<IEnumerable<IFlagSource>>().Select(source => source.FindAsync(story, Gone));

        Assert.Throws<OperationCanceledException>(() => FlagFinder.InTold(story, [], Gone));
        foreach (var look in looking) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Get<MyData>().ReadAsync(story.Id, Gone));
    }
}
