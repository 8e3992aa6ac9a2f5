using InfoStory.Data;
using InfoStory.Organisations.Responders;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Responders;

/// <summary>What colleagues do at the same moment.</summary>
public sealed class ColleaguesTests
{
    [Fact]
    public async Task Of_two_who_close_each_other_at_once_one_stays()
    {
        await using var database = await TestDatabase.NewAsync();
        var leeds = await database.OrganisationAsync("Leeds", "office@leeds.example");
        var (ann, cem) = (await database.SeatAsync("ann@leeds.example", leeds), await database.SeatAsync("cem@leeds.example", leeds));
        using var meanwhile = new Meanwhile(
            database.File, "FROM \"ResponderSeats\"", () => database.Get<Responding>().CloseAsync(cem, ann, leeds.Id, default));

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Responding>().CloseAsync(ann, cem, leeds.Id, default));

        Assert.True(meanwhile.IsDone);
        var open = database.Get<InfoStoryContext>().ResponderSeats.Where(seat => seat.ClosedAt == null);
        Assert.Equal([cem], await open.Select(seat => seat.ResponderId).ToListAsync());
    }
}
