using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Organisations;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations;

public sealed class OrganisationEditingTests
{
    [Fact]
    public async Task An_organisation_is_added_changed_and_read_by_everyone_but_for_its_mailbox()
    {
        await using var database = await TestDatabase.NewAsync();
        var trust = await database.AddAsync("Avon Trust");
        var key = await database.AddAsync("St Mary’s Hospital", form => form with { Mailbox = "Notices <Notices@example.org>", Parent = "avon trust" });
        var edition = await database.Get<Editions>().CurrentAsync(default);

        await database.ChangeAsync(key, form => form with { Name = "Saint Mary’s", OtherNames = "SMH\nSaint Marys\nSMH\n\nMary's" });

        var page = await database.Get<OrganisationRegister>().ReadAsync("ST-MARYS-HOSPITAL", default);
        Assert.Equal(("Saint Mary’s", "Avon Trust"), (page.Name, page.Parent!.Name));
        Assert.Equal(["SMH", "Mary's"], page.OtherNames);
        Assert.Equal("Saint Mary’s", (await database.Get<OrganisationRegister>().ReadAsync("avon-trust", default)).Parts.Single().Name);
        Assert.Equal("Notices@example.org", (await database.Get<OrganisationEditing>().OpenAsync(key, A.Publisher(), default)).Mailbox);
        Assert.Equal(edition + 1, await database.Get<Editions>().CurrentAsync(default));
        Assert.Equal(["Added", "Edited"], await database.ActsAsync(key));
        Assert.NotEqual(trust, key);
    }

    [Fact]
    public async Task The_second_of_two_who_change_it_is_told_and_the_first_change_stands()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await database.AddAsync("Avon Trust");
        var opened = await database.Get<OrganisationEditing>().OpenAsync(key, A.Publisher(), default);
        await database.ChangeAsync(key, form => form with { Mailbox = "first@example.org" });

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<OrganisationEditing>()
            .ChangeAsync(key, opened with { Mailbox = "second@example.org" }, A.Publisher(), default));

        Assert.Equal("first@example.org", (await database.Get<OrganisationEditing>().OpenAsync(key, A.Publisher(), default)).Mailbox);
    }

    [Theory]
    [InlineData(" ", "", "", "", "Write what the organisation is called")]
    [InlineData("…!", "", "", "", "Write what the organisation is called")]
    [InlineData("One", "notices@", "", "", "Enter an email address in the right form")]
    [InlineData("One", "a@example.org, b@example.org", "", "", "Enter an email address in the right form")]
    [InlineData("One", "", "Avon", "", "No organisation is called “Avon”. Did you mean Avon Trust?")]
    [InlineData("One", "", "Nowhere", "", "No organisation is called “Nowhere”. Add it first")]
    [InlineData("One", "", "", "many", "Write 30 other names or fewer")]
    [InlineData("One", "", "", "long", "Each of the other names must be 120 characters or fewer")]
    public async Task What_cannot_be_is_refused_with_one_sentence(string name, string mailbox, string parent, string others, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("Avon Trust");
        var typed = others switch
        {
            "many" => string.Join('\n', Enumerable.Range(1, 31).Select(number => $"Name {number}")),
            "long" => new('x', 121),
            _ => "",
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            database.AddAsync(name, form => form with { Mailbox = mailbox, Parent = parent, OtherNames = typed }));

        Assert.StartsWith(sentence, Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(1, await database.Get<InfoStoryContext>().Organisations.CountAsync());
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_however_it_is_spelled()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("Avon & Severn’s Trust");
        var other = await database.AddAsync("Other");

        var added = await Assert.ThrowsAsync<ConflictException>(() => database.AddAsync("The avon  and SEVERNS trust"));
        var renamed = await Assert.ThrowsAsync<ConflictException>(() => database.ChangeAsync(other, form => form with { Name = "Avon and Severn's Trust" }));

        Assert.All((ConflictException[])[added, renamed], fault => Assert.Equal(nameof(EditOrganisation.Name), Assert.Single(fault.Refusals).Field));
    }

    [Fact]
    public async Task Two_may_share_a_mailbox_and_an_address_of_the_same_words_gets_a_number()
    {
        await using var database = await TestDatabase.NewAsync();

        var first = await database.AddAsync("Avon Trust", form => form with { Mailbox = "one@example.org" });
        await database.ChangeAsync(first, form => form with { Name = "Severn Trust" });
        await database.AddAsync("Avon Trust", form => form with { Mailbox = "one@example.org" });

        Assert.Equal("Severn Trust", (await database.Get<OrganisationRegister>().ReadAsync("avon-trust", default)).Name);
        Assert.Equal("Avon Trust", (await database.Get<OrganisationRegister>().ReadAsync("avon-trust-2", default)).Name);
    }

    [Fact]
    public async Task Nothing_is_part_of_itself_whoever_long_the_way_is()
    {
        await using var database = await TestDatabase.NewAsync();
        var whole = await database.AddAsync("Whole");
        await database.AddAsync("Part", form => form with { Parent = "Whole" });
        await database.AddAsync("Crumb", form => form with { Parent = "Part" });

        foreach (var parent in (string[])["Whole", "Part", "Crumb"])
        {
            var refused = await Assert.ThrowsAsync<ValidationException>(() => database.ChangeAsync(whole, form => form with { Parent = parent }));
            Assert.Equal(nameof(EditOrganisation.Parent), Assert.Single(refused.Errors).PropertyName);
        }
    }

    [Fact]
    public async Task Two_editors_at_once_never_close_a_circle_of_parts()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var database = await TestDatabase.NewAsync();
            Id<Organisation>[] keys =
            [
                await database.AddAsync("One"), await database.AddAsync("Two", form => form with { Parent = "One" }), await database.AddAsync("Three"),
                await database.AddAsync("Four", form => form with { Parent = "Three" }),
            ];

            var done = await Task.WhenAll(new[] { (Key: keys[0], Parent: "Four"), (Key: keys[2], Parent: "Two") }.Select(one =>
                Task.Run(() => Record.ExceptionAsync(() => database.ChangeAsync(one.Key, form => form with { Parent = one.Parent })))));

            Assert.Single(done, (Exception?)null);
            Assert.Contains(done, fault => fault is ConflictException or ValidationException);
        }
    }

    [Fact]
    public async Task Whoever_is_no_publisher_can_do_none_of_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await database.AddAsync("Avon Trust");

        foreach (var actor in (Actor[])[A.Moderator(), A.Administrator(), A.SafeguardingLead()])
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<OrganisationEditing>().AddAsync(new() { Name = "Other" }, actor, default));
            await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<OrganisationEditing>().OpenAsync(key, actor, default));
            await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<OrganisationEnding>().ReopenAsync(key, null, actor, default));
        }
    }
}

internal static class OrganisationsInTests
{
    public static Task<Id<Organisation>> AddAsync(this TestDatabase database, string name, Func<EditOrganisation, EditOrganisation>? with = null)
    {
        var form = new EditOrganisation { Name = name, WhyPublic = WhyPublic.NotWhatItLooksLike };
        return database.Get<OrganisationEditing>().AddAsync(with is null ? form : with(form), A.Publisher(), default);
    }

    public static async Task ChangeAsync(this TestDatabase database, Id<Organisation> key, Func<EditOrganisation, EditOrganisation> with)
    {
        var form = await database.Get<OrganisationEditing>().OpenAsync(key, A.Publisher(), default);
        await database.Get<OrganisationEditing>().ChangeAsync(key, with(form) with { WhyPublic = WhyPublic.NotWhatItLooksLike }, A.Publisher(), default);
    }

    public static async Task EndAsync(this TestDatabase database, Id<Organisation> key, OrganisationEnd how, string? successor = null)
    {
        var seen = (await database.Get<OrganisationEditing>().OpenAsync(key, A.Publisher(), default)).Seen;
        await database.Get<OrganisationEnding>().EndAsync(key, new() { Seen = seen, How = how, Successor = successor }, A.Publisher(), default);
    }

    public static async Task<List<string>> ActsAsync(this TestDatabase database, Id<Organisation> key)
    {
        var subject = OrganisationEditing.Subject(key);
        var entries = await database.Get<InfoStoryContext>().History.AsNoTracking().Where(one => one.Subject == subject)
            .OrderBy(one => one.Number).ToListAsync();
        return [.. entries.Where(one => one.Act != HistoryAct.FlagDismissed && one.Act != HistoryAct.FlagsDismissed).Select(one => one.Act.With(one.Why))];
    }
}
