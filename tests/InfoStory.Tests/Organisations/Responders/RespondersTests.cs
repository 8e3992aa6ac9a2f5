using System.Text.RegularExpressions;
using FluentValidation;
using InfoStory.Data;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Responders;

/// <summary>Who answers for an organisation: invited by its mailbox, allowed, closed and forgotten, and never shown another organisation's.</summary>
public sealed partial class RespondersTests
{
    [Fact]
    public async Task Whoever_reads_the_mailbox_is_the_first_and_the_invitation_counts_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var leeds = await OrganisationAsync(database, "Leeds", "notices@leeds.gov.uk");

        await database.Get<ResponderDesk>().InviteAsync(leeds, A.Publisher(), default);
        var link = await LinkAsync(database, "invitation");
        var accepted = await database.Get<ResponderInviting>().AcceptAsync(link, Ann("Ann@Leeds.GOV.UK"), default);

        Assert.Equal(new(IsOpen: true, HasLink: true), accepted);
        Assert.Null(await database.Get<ResponderInviting>().ReadAsync(link, default));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<ResponderInviting>().AcceptAsync(link, Ann("bob@leeds.gov.uk"), default));
        var home = await database.Get<Responding>().HomeAsync(await SignInAsync(database), default);
        Assert.Equal(("Ann", "Head of housing", "ann@leeds.gov.uk"), (home.Name, home.Role, home.Email));
        Assert.Equal("Leeds", Assert.Single(home.Organisations).Name);
    }

    [Fact]
    public async Task An_address_of_another_domain_and_one_that_anybody_may_have_wait_for_a_publisher()
    {
        await using var database = await TestDatabase.NewAsync();
        var (trust, desk) = (await OrganisationAsync(database, "Trust", "complaints@nhs.net"), database.Get<ResponderDesk>());
        await desk.InviteAsync(trust, A.Publisher(), default);

        var accepted = await database.Get<ResponderInviting>().AcceptAsync(await LinkAsync(database, "invitation"), Ann("ann@nhs.net"), default);

        Assert.Equal(new(IsOpen: false, HasLink: false), accepted);
        await database.Get<ResponderSignIn>().WriteAsync("ann@nhs.net", default);
        Assert.DoesNotContain(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync(), letter => letter.To == "ann@nhs.net");
        var waits = Assert.Single((await desk.ShowAsync(trust, A.Publisher(), default)).People);
        Assert.Equal(new(trust, "Trust", 1), Assert.Single(await desk.WaitingAsync(A.Publisher(), default)));
        await desk.AllowAsync(trust, waits.Id, A.Publisher(), default);
        Assert.Empty(await desk.WaitingAsync(A.Publisher(), default));
        var told = Assert.Single(await database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.To == "ann@nhs.net").ToListAsync());
        Assert.Contains("you may answer for Trust on InfoStory now", told.Body, StringComparison.Ordinal);
        await database.Get<ResponderSignIn>().WriteAsync("Ann@nhs.net", default);
        Assert.Equal(waits.Id, await SignInAsync(database));
    }

    [Fact]
    public async Task A_link_to_sign_in_works_once_for_a_quarter_of_an_hour_and_ends_with_its_person()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ann) = await AnsweredAsync(database, "Leeds", "leeds.gov.uk");
        async Task<string> AskAsync()
        {
            database.Clock.Advance(TimeSpan.FromMinutes(11));
            await database.Get<ResponderSignIn>().WriteAsync("ann@leeds.gov.uk", default);
            return await LinkAsync(database, "sign-in");
        }

        var link = await AskAsync();
        Assert.True(await database.Get<ResponderSignIn>().IsGoodAsync(link, default));
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => database.Get<ResponderSignIn>().UseAsync(link, default)));
        Assert.Single(both, key => key is not null);
        var late = await AskAsync();
        database.Clock.Advance(ResponderSignIn.Life);
        Assert.Null(await database.Get<ResponderSignIn>().UseAsync(late, default));
        var last = await AskAsync();
        var sessions = database.Get<ResponderSessions>();
        var key = both.Single(one => one is not null)!;
        Assert.Equal(ann, await sessions.UseAsync(key, default));
        await database.Get<ResponderDesk>().CloseAsync((await database.Get<InfoStoryContext>().Organisations.SingleAsync(one => one.Slug == "leeds")).Id, ann,
            A.Publisher(), default);
        Assert.Null(await sessions.UseAsync(key, default));
        Assert.Null(await database.Get<ResponderSignIn>().UseAsync(last, default));
    }

    [Fact]
    public async Task A_responder_reads_what_was_put_to_those_that_were_merged_too()
    {
        await using var database = await TestDatabase.NewAsync();
        var (leeds, ann) = await AnsweredAsync(database, "Leeds", "leeds.gov.uk");
        var (_, bob) = await AnsweredAsync(database, "Kent", "kent.gov.uk");
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var ask = await database.PutAsync(story, await database.Get<InfoStoryContext>().Organisations.SingleAsync(one => one.Id == leeds));
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });

        var seen = (await database.Get<OrganisationEditing>().OpenAsync(leeds, A.Publisher(), default)).Seen;
        await database.Get<OrganisationEnding>().EndAsync(
            leeds, new() { Seen = seen, How = OrganisationEnd.Merged, Successor = "Kent" }, A.Publisher(), default);

        Assert.Equal("Leeds", Assert.Single((await database.Get<Responding>().HomeAsync(ann, default)).Organisations.Single().Asks).Organisation);
        Assert.Equal("Leeds", Assert.Single((await database.Get<Responding>().HomeAsync(bob, default)).Organisations.Single().Asks).Organisation);
    }

    [Fact]
    public async Task A_responder_asks_and_acts_for_their_own_organisations_only()
    {
        await using var database = await TestDatabase.NewAsync();
        var (leeds, ann) = await AnsweredAsync(database, "Leeds", "leeds.gov.uk");
        var (kent, bob) = await AnsweredAsync(database, "Kent", "kent.gov.uk");
        var responding = database.Get<Responding>();

        var home = await responding.HomeAsync(ann, default);

        Assert.Equal([leeds], home.Organisations.Select(one => one.Id));
        Assert.Equal([ann], home.Organisations[0].Colleagues.Select(one => one.Id));
        await Assert.ThrowsAsync<NotFoundException>(() => responding.InviteAsync(ann, new() { Organisation = kent, Email = "x@kent.gov.uk" }, default));
        await Assert.ThrowsAsync<NotFoundException>(() => responding.CloseAsync(ann, bob, kent, default));
        await Assert.ThrowsAsync<NotFoundException>(() => responding.CloseAsync(ann, bob, leeds, default));
        await Assert.ThrowsAsync<ConflictException>(() => responding.CloseAsync(ann, ann, leeds, default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<ResponderDesk>().ShowAsync(leeds, A.Moderator(), default));
    }

    [Fact]
    public async Task Colleagues_of_the_same_domain_are_invited_at_once_and_close_each_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var (leeds, ann) = await AnsweredAsync(database, "Leeds", "leeds.gov.uk");
        var responding = database.Get<Responding>();

        Assert.True(await responding.InviteAsync(ann, new() { Organisation = leeds, Email = "cem@leeds.gov.uk" }, default));
        await database.Get<ResponderInviting>().AcceptAsync(await LinkAsync(database, "invitation"), new() { Name = "Cem", Role = "Clerk" }, default);
        Assert.False(await responding.InviteAsync(ann, new() { Organisation = leeds, Email = "dora@contractor.example" }, default));
        await Assert.ThrowsAsync<ValidationException>(() => responding.InviteAsync(ann, new() { Organisation = leeds, Email = "Cem@leeds.gov.uk" }, default));

        var cem = await database.Get<InfoStoryContext>().Responders.Where(one => one.Name == "Cem").Select(one => one.Id).SingleAsync();
        await responding.CloseAsync(cem, ann, leeds, default);

        await Assert.ThrowsAsync<NotFoundException>(() => responding.HomeAsync(ann, default));
        var seen = await database.Get<ResponderDesk>().ShowAsync(leeds, A.Publisher(), default);
        Assert.Equal(("dora@contractor.example", null), (Assert.Single(seen.Invitations).Email, seen.Invitations[0].SentAt));
        await database.Get<ResponderDesk>().AllowInvitationAsync(leeds, seen.Invitations[0].Id, A.Publisher(), default);
        Assert.Contains(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync(), letter => letter.To == "dora@contractor.example");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_closed_does_not_come_back_by_an_older_invitation(bool byDesk)
    {
        await using var database = await TestDatabase.NewAsync();
        var (leeds, ann) = await AnsweredAsync(database, "Leeds", "leeds.gov.uk");
        var responding = database.Get<Responding>();
        await responding.InviteAsync(ann, new() { Organisation = leeds, Email = "cem@leeds.gov.uk" }, default);
        var older = await LinkAsync(database, "invitation");
        await database.Get<ResponderDesk>().InviteAsync(leeds, A.Publisher(), default);
        await database.Get<ResponderInviting>().AcceptAsync(await LinkAsync(database, "invitation"), Ann("cem@leeds.gov.uk"), default);
        var cem = await database.Get<InfoStoryContext>().Responders.Where(one => one.Email == "cem@leeds.gov.uk").Select(one => one.Id).SingleAsync();

        if (byDesk) await database.Get<ResponderDesk>().CloseAsync(leeds, cem, A.Publisher(), default);
        else await responding.CloseAsync(ann, cem, leeds, default);

        Assert.Null(await database.Get<ResponderInviting>().ReadAsync(older, default));
        await Assert.ThrowsAsync<ConflictException>(
            () => database.Get<ResponderInviting>().AcceptAsync(older, new() { Name = "Cem", Role = "Clerk" }, default));
        Assert.False(await database.Get<InfoStoryContext>().Set<Letter>().AnyAsync(letter => letter.Body.Contains(older)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_letter_of_an_invitation_that_is_replaced_or_taken_back_neither_leaves_nor_is_tried_again(bool isReplaced)
    {
        await using var database = await TestDatabase.NewAsync();
        var leeds = await OrganisationAsync(database, "Leeds", "notices@leeds.gov.uk");
        await database.Get<ResponderDesk>().InviteAsync(leeds, A.Publisher(), default);
        var old = await LinkAsync(database, "invitation");
        await database.Get<Outbox>().SendDueAsync(new TestPostman(letter => LetterOutcome.Never), default);
        var givenUp = await database.Get<InfoStoryContext>().Set<Letter>().AsNoTracking().SingleAsync();

        var desk = database.Get<ResponderDesk>();
        if (isReplaced) await desk.InviteAsync(leeds, A.Publisher(), default);
        else await desk.RefuseAsync(leeds, (await desk.ShowAsync(leeds, A.Publisher(), default)).Invitations.Single().Id, A.Publisher(), default);

        Assert.NotNull(givenUp.GivenUpAt);
        Assert.False(await database.Get<LetterDesk>().TryAgainAsync(givenUp.Id, A.Publisher(), default));
        var left = await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync();
        Assert.Equal(isReplaced ? 1 : 0, left.Count);
        Assert.DoesNotContain(left, letter => letter.Body.Contains(old, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_a_person_is_left_when_they_are_forgotten_at_once_or_after_a_year(bool atOnce)
    {
        await using var database = await TestDatabase.NewAsync();
        var (leeds, ann) = await AnsweredAsync(database, "Leeds", "leeds.gov.uk");
        var desk = database.Get<ResponderDesk>();
        await Assert.ThrowsAsync<ConflictException>(() => desk.ForgetAsync(leeds, ann, A.Publisher(), default));
        await desk.CloseAsync(leeds, ann, A.Publisher(), default);

        if (atOnce) await desk.ForgetAsync(leeds, ann, A.Publisher(), default);
        database.Clock.Advance(TimeSpan.FromDays(360));
        Assert.Equal(0, await desk.ForgetOldAsync(default));
        database.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(atOnce ? 0 : 1, await desk.ForgetOldAsync(default));

        var left = await database.DumpAsync();
        Assert.DoesNotContain("ann@leeds.gov.uk", left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Head of housing", left, StringComparison.Ordinal);
        Assert.Contains(
            await database.Get<InfoStoryContext>().History.ToListAsync(), entry => entry.Subject == $"responder {ann}" && entry.Act == HistoryAct.Erased);
    }

    private static AcceptInvitation Ann(string email) => new() { Name = "Ann", Role = "Head of housing", Email = email };

    private static async Task<Id<Organisation>> OrganisationAsync(TestDatabase database, string name, string mailbox)
    {
        var db = database.Get<InfoStoryContext>();
        var organisation = new Organisation { Name = name, Slug = name.ToLowerInvariant(), Mailbox = mailbox };
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }

    private static async Task<(Id<Organisation> Organisation, Id<Responder> Ann)> AnsweredAsync(TestDatabase database, string name, string domain)
    {
        var organisation = await OrganisationAsync(database, name, $"notices@{domain}");
        await database.Get<ResponderDesk>().InviteAsync(organisation, A.Publisher(), default);
        await database.Get<ResponderInviting>().AcceptAsync(await LinkAsync(database, "invitation"), Ann($"ann@{domain}"), default);
        return (organisation, await database.Get<InfoStoryContext>().Responders.Where(one => one.Email == $"ann@{domain}").Select(one => one.Id).SingleAsync());
    }

    /// <summary>The link in the newest letter of this kind.</summary>
    private static async Task<string> LinkAsync(TestDatabase database, string kind)
    {
        var letters = await database.Get<InfoStoryContext>().Set<Letter>().OrderByDescending(letter => letter.Id).ToListAsync();
        return letters.Select(letter => Link().Match(letter.Body)).First(found => found.Groups["kind"].Value == kind).Groups["link"].Value;
    }

    private static async Task<Id<Responder>> SignInAsync(TestDatabase database)
    {
        var key = await database.Get<ResponderSignIn>().UseAsync(await LinkAsync(database, "sign-in"), default);
        return (await database.Get<ResponderSessions>().UseAsync(key!, default))!.Value;
    }

    [GeneratedRegex("/respond/(?<kind>[a-z-]+)/(?<link>[A-Za-z0-9_-]{43})", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
