using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>Organisations, and what is put to them.</summary>
internal static class Putting
{
    public static async Task<Organisation> OrganisationAsync(
        this TestDatabase database, string name = "Kent County Council", string? mailbox = "office@kent.example", string? service = null, string? place = null)
    {
        var db = database.Get<InfoStoryContext>();
        var tag = service is null ? null : await db.Tags.SingleAsync(one => one.Name == service && one.Facet == Facet.Service);
        var organisation = new Organisation { Name = name, Slug = Slug.From(name), Mailbox = mailbox, ServiceId = tag?.Id };
        if (place is not null) organisation.Places.Add(new() { PlaceId = await db.Places.Where(one => one.Name == place).Select(one => one.Id).SingleAsync() });
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    }

    /// <summary>Somebody who answers for it.</summary>
    public static async Task<Id<Responder>> SeatAsync(this TestDatabase database, string email, Organisation organisation)
    {
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        var seat = new ResponderSeat { OrganisationId = organisation.Id };
        seat.Open(now);
        var responder = new Responder { Email = email, Name = "Ann", Role = "Head of housing", AddedAt = now };
        responder.Seats.Add(seat);
        db.Add(responder);
        await db.SaveChangesAsync();
        return responder.Id;
    }

    /// <returns>The ask.</returns>
    public static async Task<Id<Ask>> PutAsync(this TestDatabase database, GivenStory story, Organisation to, Actor? by = null)
    {
        await database.Get<Asking>().PutAsync(story.CaseStudy, new() { Organisations = [to.Id] }, by ?? A.Publisher(), default);
        return await database.Get<InfoStoryContext>().Asks.OrderByDescending(ask => ask.Id).Select(ask => ask.Id).FirstAsync();
    }

    /// <summary>A story whose author allows everything, and the ask of its case study.</summary>
    public static async Task<(GivenStory Story, Id<Ask> Ask)> AskedAsync(this TestDatabase database, string title = "Three calls for one answer")
    {
        var story = await database.Given(A.Story().Titled(title).For(Audience.Website, Audience.NamedService).Published());
        return (story, await database.PutAsync(story, await database.OrganisationAsync()));
    }

    public static async Task RecordAsync(this TestDatabase database, Id<Ask> ask, RecordAsk what)
    {
        var shown = await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default);
        await database.Get<AskRecords>().RecordAsync(ask, what with { Revision = shown.Revision }, A.Publisher(), default);
    }

    public static async Task<AskStanding> StandsAsync(this TestDatabase database, Id<Ask> ask) =>
        (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Row.Stands;

    public static async Task<IReadOnlyList<PublicAsk>> PublicAsync(this TestDatabase database, GivenStory story) =>
        (await database.Get<PublicAsks>().ReadAsync(story.Slug!, default)).Asks;

    public static Task<int> WriteAsync(this TestDatabase database) => database.Get<AskNotices>().WriteDueAsync(default);

    /// <summary>All letters that are due leave.</summary>
    public static async Task<int> SendAllAsync(this TestDatabase database)
    {
        var sent = await database.Get<Outbox>().SendDueAsync(new TestPostman(), default);
        await database.EndScopesAsync();
        return sent;
    }

    /// <summary>The one is part of the other from now on.</summary>
    public static async Task MergeAsync(this TestDatabase database, Organisation from, Organisation into)
    {
        var seen = (await database.Get<OrganisationEditing>().OpenAsync(from.Id, A.Publisher(), default)).Seen;
        await database.Get<OrganisationEnding>().EndAsync(
            from.Id, new() { Seen = seen, How = OrganisationEnd.Merged, Successor = into.Name }, A.Publisher(), default);
    }

    /// <summary>Noon in London, so many days on.</summary>
    public static void Days(this TestDatabase database, int days)
    {
        var noon = DateOnly.FromDateTime(database.Clock.UtcNow.InLondon()).AddDays(days).ToDateTime(new(12, 0)).FromLondon();
        database.Clock.SetUtcNow(new(noon, TimeSpan.Zero));
    }
}
