using FluentValidation;
using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations;

public sealed class OrganisationEndingTests
{
    [Fact]
    public async Task What_is_merged_gives_all_that_it_has_and_its_address_leads_to_the_last_of_a_chain_for_ever()
    {
        await using var database = await TestDatabase.NewAsync();
        var (cornwall, devon) = (await PlaceAsync(database, "cornwall"), await PlaceAsync(database, "devon"));
        var housing = (await database.Get<TagCatalogue>().FindAsync("housing", default))!.Id;
        var first = await database.AddAsync(
            "First", form => form with { OtherNames = "Oldest", Places = [cornwall], Service = housing, Mailbox = "first@example.org" });
        var part = await database.AddAsync("Part", form => form with { Parent = "First" });
        var second = await database.AddAsync("Second", form => form with { Places = [devon] });
        var third = await database.AddAsync("Third");

        await database.EndAsync(first, OrganisationEnd.Merged, "second");
        await database.EndAsync(second, OrganisationEnd.Merged, "Third");

        var page = await database.Get<OrganisationRegister>().ReadAsync("third", default);
        Assert.Equal(["Second", "First", "Oldest"], page.OtherNames);
        Assert.Equal(["Cornwall", "Devon"], page.Places.Select(place => place.Name));
        Assert.Equal(("Housing", "Part"), (page.Service!.Name, page.Parts.Single().Name));
        Assert.Equal("first@example.org", (await database.Get<OrganisationEditing>().OpenAsync(third, A.Publisher(), default)).Mailbox);
        foreach (var slug in (string[])["first", "second"])
        {
            var old = await database.Get<OrganisationRegister>().ReadAsync(slug, default);
            Assert.Equal((true, "third"), (old.LeadsOn, old.NowPartOf!.Slug));
        }

        Assert.Equal("Third", Assert.Single(await database.Get<OrganisationFinder>().FindAsync("oldest", null, null, default)).Name);
        Assert.Equal(["Added", $"Took in organisation {first}", $"Merged into organisation {third}"], await database.ActsAsync(second));
        await Assert.ThrowsAsync<NotFoundException>(() => database.EndAsync(first, OrganisationEnd.Closed));
        Assert.NotEqual(part, third);
    }

    [Fact]
    public async Task A_whole_can_be_merged_into_a_part_of_a_part_of_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("Top");
        var whole = await database.AddAsync("Whole", form => form with { Parent = "Top" });
        await database.AddAsync("Part", form => form with { Parent = "Whole" });
        await database.AddAsync("Crumb", form => form with { Parent = "Part" });

        await database.EndAsync(whole, OrganisationEnd.Merged, "Crumb");

        var register = database.Get<OrganisationRegister>();
        var (crumb, part) = (await register.ReadAsync("crumb", default), await register.ReadAsync("part", default));
        Assert.Equal(("Top", "Crumb"), (crumb.Parent!.Name, part.Parent!.Name));
    }

    [Fact]
    public async Task What_is_closed_keeps_its_page_says_who_does_its_work_and_can_be_opened_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second) = (await database.AddAsync("First"), await database.AddAsync("Second"));
        await database.AddAsync("Third");
        await database.EndAsync(first, OrganisationEnd.Closed, "Second");
        await database.EndAsync(second, OrganisationEnd.Closed, "Third");

        var closed = await database.Get<OrganisationRegister>().ReadAsync("first", default);
        var seen = (await database.Get<OrganisationEditing>().OpenAsync(first, A.Publisher(), default)).Seen;
        await database.Get<OrganisationEnding>().ReopenAsync(first, seen, A.Publisher(), default);
        var open = await database.Get<OrganisationRegister>().ReadAsync("first", default);

        Assert.Equal((true, false, "third"), (closed.IsClosed, closed.LeadsOn, closed.NowPartOf!.Slug));
        Assert.Equal((false, null), (open.IsClosed, open.NowPartOf));
        Assert.Equal(["Added", $"Closed, organisation {second}", "Opened again"], await database.ActsAsync(first));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<OrganisationEnding>().ReopenAsync(first, seen, A.Publisher(), default));
    }

    [Fact]
    public async Task Nobody_succeeds_themselves_or_somebody_who_is_closed()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second) = (await database.AddAsync("First"), await database.AddAsync("Second"));
        await database.EndAsync(second, OrganisationEnd.Closed);

        await Assert.ThrowsAsync<ConflictException>(() => database.EndAsync(first, OrganisationEnd.Merged, "First"));
        await Assert.ThrowsAsync<ValidationException>(() => database.EndAsync(first, OrganisationEnd.Closed, "Second"));
        await Assert.ThrowsAsync<ValidationException>(() => database.EndAsync(first, OrganisationEnd.Merged));
        await Assert.ThrowsAsync<ConflictException>(() => database.EndAsync(second, OrganisationEnd.Closed));
    }

    [Fact]
    public async Task Two_who_merge_each_into_the_other_at_once_leave_one_standing()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var database = await TestDatabase.NewAsync();
            (Id<Organisation> Key, string Other)[] both = [(await database.AddAsync("One"), "Two"), (await database.AddAsync("Two"), "One")];

            var done = await Task.WhenAll(both.Select(one =>
                Task.Run(() => Record.ExceptionAsync(() => database.EndAsync(one.Key, OrganisationEnd.Merged, one.Other)))));

            Assert.Single(done, (Exception?)null);
            Assert.Equal(1, await database.Get<InfoStoryContext>().Organisations.CountAsync(one => one.ClosedAt == null));
        }
    }

    [Fact]
    public async Task More_names_or_places_than_one_may_have_are_not_merged()
    {
        await using var database = await TestDatabase.NewAsync();
        var places = (await database.Get<PlaceCatalogue>().AllAsync(default)).Select(place => place.Id).ToList();
        var first = await database.AddAsync("First", form => form with { OtherNames = Lines("a", 20), Places = places[..30] });
        await database.AddAsync("Second", form => form with { OtherNames = Lines("b", 20) });
        await database.AddAsync("Third", form => form with { Places = places[30..60] });

        var names = await Assert.ThrowsAsync<ConflictException>(() => database.EndAsync(first, OrganisationEnd.Merged, "Second"));
        var where = await Assert.ThrowsAsync<ConflictException>(() => database.EndAsync(first, OrganisationEnd.Merged, "Third"));

        Assert.Contains("41 other names, and 30 is the most", names.Message, StringComparison.Ordinal);
        Assert.Contains("60 places, and 50 is the most", where.Message, StringComparison.Ordinal);
    }

    private static string Lines(string start, int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"{start} {number}"));

    private static async Task<Id<Place>> PlaceAsync(TestDatabase database, string slug) =>
        (await database.Get<PlaceCatalogue>().AllAsync(default)).Single(place => place.Slug == slug).Id;
}
