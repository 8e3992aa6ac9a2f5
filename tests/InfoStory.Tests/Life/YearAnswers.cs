using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Life;

/// <summary>What responders write themselves in a year, and what publishers do with it.</summary>
internal sealed class YearAnswers(YearWorld world)
{
    private int number;

    public IEnumerable<YearAct> Acts =>
    [
        new("begin an answer", 8, () => WriteAsync(isSent: false)),
        new("send an answer", 16, () => WriteAsync(isSent: true)),
        new("publish an answer", 30, PublishAsync),
        new("give an answer back", 20, ReturnAsync),
        new("need longer", 10, () => TellAsync(AskEventKind.HoldingReply)),
        new("ask the team", 5, () => TellAsync(AskEventKind.Question)),
    ];

    /// <summary>Whoever answers for it writes, also to change what was published.</summary>
    private async Task<string?> WriteAsync(bool isSent)
    {
        // Mostly what can be answered.
        var any = world.Chance(10);
        if (world.Pick(world.Model.Asks.Where(ask => (any || ask.MayBeAnswered(world.Now)) && WhoAnswers(ask).Count > 0)) is not { } ask) return null;

        var (me, answering) = (await IdAsync(world.One(WhoAnswers(ask))), world.Get<Answering>());
        var words = $"We understand what happened, and say so for the {++number}. time.";
        var form = (await answering.ShowAsync(me, ask.Id, default)).ToForm() with
        {
            Understood = words,
            WillDo = "One person keeps the whole story.",
            Role = "Head of housing",
        };
        if (isSent) await answering.SendAsync(me, ask.Id, form, default);
        else await answering.SaveAsync(me, ask.Id, form, default);
        Assert.True(ask.MayBeAnswered(world.Now) && ask.Sent is null, $"“{ask.Story.Title}” was answered by {ask.Organisation.Name}.");
        if (isSent) ask.Send(words, world.Now);
        return $"number {number} to “{ask.Story.Title}” at {ask.Organisation.Name}";
    }

    private async Task<string?> PublishAsync()
    {
        if (world.Pick(world.Model.Asks.Where(ask => ask.Sent is not null)) is not { } ask) return null;

        var shown = await ShownAsync(ask);
        await world.Get<ResponseDesk>().PublishAsync(shown.Id, new() { Revision = shown.Revision }, A.Publisher(), default);
        Assert.True(ask.MayBeAnswered(world.Now), $"An answer to “{ask.Story.Title}” was published.");
        ask.Publish(world.Now);
        return $"to “{ask.Story.Title}” at {ask.Organisation.Name}";
    }

    private async Task<string?> ReturnAsync()
    {
        if (world.Pick(world.Model.Asks.Where(ask => ask.Sent is not null)) is not { } ask) return null;

        var (shown, why) = (await ShownAsync(ask), $"Please say for the {++number}. time what changes.");
        var isTold = await world.Get<ResponseDesk>().ReturnAsync(shown.Id, new() { Revision = shown.Revision, Why = why }, A.Publisher(), default);
        var mayBe = ask.MayBeAnswered(world.Now) && !ask.Organisation.IsBarredFrom(ask.Story, world.Now);
        Assert.Equal(mayBe, isTold);
        ask.Return(mayBe ? await AddressAsync(shown.Id) : null, why, world.Now);
        return $"number {number} to “{ask.Story.Title}” at {ask.Organisation.Name}";
    }

    private async Task<string?> TellAsync(AskEventKind kind)
    {
        if (world.Pick(world.Model.Asks.Where(ask => !ask.HasEnded && WhoAnswers(ask).Count > 0)) is not { } ask) return null;

        var me = await IdAsync(world.One(WhoAnswers(ask)));
        var revision = (await world.Get<Answering>().ShowAsync(me, ask.Id, default)).Revision;
        var until = kind == AskEventKind.HoldingReply ? world.Today.AddDays(world.Dice.Next(1, 29)) : (DateOnly?)null;
        await world.Get<TellingTeam>().TellAsync(
            me, ask.Id, new() { Revision = revision, Kind = kind, Until = until, Words = "Which year do you mean?" }, default);
        ask.Hear(kind, world.Now, until: until);
        return $"about “{ask.Story.Title}” at {ask.Organisation.Name} {until:O}";
    }

    /// <summary>Those of the organisation, and of the one that does its work now.</summary>
    private List<string> WhoAnswers(YearAsk ask) =>
        [.. world.Model.Organisations.Where(one => one.HasResponder && one.Now == ask.Organisation.Now).Select(one => one.Person)];

    private Task<Id<Responder>> IdAsync(string email) =>
        world.Get<InfoStoryContext>().Responders.Where(one => one.Email == email).Select(one => one.Id).SingleAsync();

    /// <summary>Whoever wrote it last.</summary>
    private async Task<string> AddressAsync(Id<Response> id)
    {
        var db = world.Get<InfoStoryContext>();
        var key = await db.Responses.Where(one => one.Id == id).Select(one => one.ResponderId).SingleAsync();
        return await db.Responders.Where(one => one.Id == key).Select(one => one.Email).SingleAsync();
    }

    private async Task<ResponseOnDesk> ShownAsync(YearAsk ask)
    {
        var id = await world.Get<InfoStoryContext>().Responses.Where(one => one.AskId == ask.Id && one.State == ResponseState.Sent)
            .Select(one => one.Id).SingleAsync();
        return await world.Get<ResponsesToRead>().ShowAsync(id, A.Publisher(), default);
    }
}
