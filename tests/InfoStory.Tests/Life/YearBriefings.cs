using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Stories;
using InfoStory.Tests.Dissemination.Briefings;

namespace InfoStory.Tests.Life;

/// <summary>What publishers do with briefings in a year. What those see who have one is compared after each step.</summary>
internal sealed class YearBriefings(YearWorld world)
{
    private const int Holders = 3;

    private readonly Dictionary<Audience, Id<Briefing>> made = [];

    public IEnumerable<YearAct> Acts =>
    [
        new("give a briefing", 9, GiveAsync),
        new("take a briefing away", 3, TakeAsync),
        new("call a briefing back", 3, CallBackAsync),
    ];

    private async Task<string?> GiveAsync()
    {
        var (id, audience, to) = await NextAsync();
        var (copy, link) = await world.Database.GiveAsync(id, to);
        Assert.DoesNotContain(world.Model.Copies, one => one.Briefing == id && one.To == to.Email && one.IsOpen(world.Now));
        return Add(new(copy, id, audience, to.Email!, link, world.Now));
    }

    private async Task<string?> TakeAsync()
    {
        var (id, audience, to) = await NextAsync();
        var content = await world.Get<BriefingCopies>().TakeAsync(id, to, A.Publisher(), default);
        var done = Add(new(default, id, audience, to.Email!, null, world.Now));
        Assert.Equal(world.Model.Copies[^1].Stories.Count, content.Studies);
        return done;
    }

    private async Task<string?> CallBackAsync()
    {
        if (world.Pick(world.Model.Copies.Where(one => one.IsOpen(world.Now))) is not { } copy) return null;

        await world.Get<BriefingCopies>().CallBackAsync(copy.Briefing, copy.Id, A.Publisher(), default);
        copy.Ends = world.Now;
        // What nobody can have is not called back any more.
        if (!copy.HasLeft) copy.Stories.Clear();
        return $"from {copy.To}";
    }

    private async Task<(Id<Briefing> Id, Audience Audience, GiveBriefing To)> NextAsync()
    {
        var audience = world.One(Briefing.Audiences);
        if (!made.TryGetValue(audience, out var id))
            made[audience] = id = await world.Database.BriefingAsync(BriefingRoom.Form with { Audience = audience, FirstQuote = "A worker rang three times" });
        return (id, audience, new() { To = "Lee Ann", Email = $"holder-{world.Dice.Next(Holders)}@example.org" });
    }

    private string Add(YearCopy copy)
    {
        copy.Stories.UnionWith(world.Model.Stories.Where(story => story.IsPublic(world.Now) && story.Allows(copy.Audience, world.Now)));
        world.Model.Copies.Add(copy);
        return $"of {copy.Audience} with {copy.Stories.Count} to {copy.To}";
    }
}
