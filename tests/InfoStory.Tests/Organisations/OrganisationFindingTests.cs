using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations;

public sealed class OrganisationFindingTests
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["cornwall"] = "Cornwall Council",
        ["Cornwall County Council"] = "Cornwall Council",
        ["council of cornwall"] = "Cornwall Council",
        ["durham council"] = "Durham County Council",
        ["county durham"] = "Durham County Council",
        ["brighton & hove"] = "Brighton and Hove City Council",
        ["Saint Helens"] = "St Helens Council",
        ["ynys mon"] = "Isle of Anglesey County Council",
        ["eilean siar"] = "Comhairle nan Eilean Siar",
        ["western isles"] = "Comhairle nan Eilean Siar",
        ["london borough of hack"] = "Hackney Council",
        ["city of london"] = "City of London Corporation",
        ["BCP"] = "Bournemouth, Christchurch and Poole Council",
        ["st thomas hospital"] = "Guy’s & St Thomas’ Hospital",
        ["guys and st thomas"] = "Guy’s & St Thomas’ Hospital",
        ["pobol"] = "Pôbol Cyf",
    };

    [Fact]
    public async Task An_organisation_is_found_however_it_is_spelled()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Authorities>().AddMissingAsync(default);
        await database.AddAsync("Guy’s & St Thomas’ Hospital");
        await database.AddAsync("Pôbol Cyf");
        var finder = database.Get<OrganisationFinder>();

        foreach (var (typed, name) in Spellings)
            Assert.Equal([(typed, name)], (await finder.FindAsync(typed, null, null, default)).Select(found => (typed, found.Name)));
    }

    [Fact]
    public async Task Whoever_is_called_exactly_so_comes_first_and_a_list_is_narrowed_by_service_and_place()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Authorities>().AddMissingAsync(default);
        var places = await database.Get<PlaceCatalogue>().AllAsync(default);
        Id<Place> Place(string slug) => places.Single(place => place.Slug == slug).Id;
        var housing = (await database.Get<TagCatalogue>().FindAsync("housing", default))!.Id;
        await database.AddAsync("England Housing", form => form with { Places = [Place("england")], Service = housing, Mailbox = "a@example.org" });
        await database.AddAsync("Devon");
        var finder = database.Get<OrganisationFinder>();

        Assert.Equal("Devon", (await finder.FindAsync("devon", null, null, default))[0].Name);
        var chosen = Assert.Single(await finder.FindAsync(null, housing, Place("devon"), default));
        Assert.Equal(("England Housing", "Housing", true), (chosen.Name, chosen.Service, chosen.HasMailbox));
        Assert.Equal(16, (await finder.FindAsync("", null, Place("south-west"), default)).Count);
        Assert.Equal(OrganisationFinder.Most, (await finder.FindAsync("council", null, null, default)).Count);
        Assert.Equal(22, (await finder.FindAsync("%", null, Place("wales"), default)).Count);
    }

    [Fact]
    public async Task Every_council_comes_with_the_program_once_whoever_begins_and_stays_as_publishers_left_it()
    {
        await using var database = await TestDatabase.NewAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Get<Authorities>().AddMissingAsync(default))));
        var db = database.Get<InfoStoryContext>();
        var cornwall = await db.Organisations.SingleAsync(one => one.Slug == "cornwall-council");
        await database.ChangeAsync(cornwall.Id, form => form with { Name = "Kernow Council" });
        await database.EndAsync((await db.Organisations.SingleAsync(one => one.Slug == "kent-county-council")).Id, OrganisationEnd.Closed);
        var again = await database.Get<Authorities>().AddMissingAsync(default);

        Assert.Equal((218, 0), (added.Sum(), again));
        Assert.Equal("Kernow Council", (await database.Get<OrganisationRegister>().ReadAsync("cornwall-council", default)).Name);
        Assert.True((await database.Get<OrganisationRegister>().ReadAsync("kent-county-council", default)).IsClosed);
        Assert.Equal(218, await db.Organisations.Select(one => one.FoldedName).Distinct().CountAsync());
    }

    [Fact]
    public async Task Councils_that_are_not_called_by_their_place_and_Council_are_called_as_they_call_themselves()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.Get<Authorities>().AddMissingAsync(default);

        var councils = await database.Get<InfoStoryContext>().Organisations.Select(one => new { one.Name, Place = one.Places.Single().Place!.Name })
            .ToListAsync();
        Assert.Equal(83, councils.Count(council => council.Name != $"{council.Place} Council"));
    }

    [Fact]
    public async Task The_register_goes_through_every_letter_and_through_what_begins_with_none()
    {
        await using var database = await TestDatabase.NewAsync();
        foreach (var number in Enumerable.Range(1, OrganisationRegister.PageSize + 2)) await database.AddAsync($"Zebra {number:D3}");
        await database.AddAsync("1st Support");
        var register = database.Get<OrganisationRegister>();

        var first = await register.ByLetterAsync('z', null, default);
        var second = await register.ByLetterAsync('z', first.Next, default);

        Assert.Equal((OrganisationRegister.PageSize, 2, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal("1st Support", Assert.Single((await register.ByLetterAsync('0', null, default)).Rows).Name);
        Assert.Empty(await register.SearchAsync("…", default));
        Assert.Equal(OrganisationFinder.Most, (await register.SearchAsync("zebra", default)).Count);
    }
}
