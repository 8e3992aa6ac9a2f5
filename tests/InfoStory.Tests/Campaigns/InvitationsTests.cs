using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Campaigns;

public sealed class InvitationsTests
{
    [Fact]
    public async Task Every_invitation_is_on_one_page_of_the_list_newest_first()
    {
        await using var database = await TestDatabase.NewAsync();
        var invitations = database.Get<Invitations>();
        List<string> made = [];
        for (var number = 0; number < (2 * Invitations.PageSize) + 1; number++)
        {
            made.Insert(0, await invitations.CreateAsync(
                new() { Name = $"Workshop {number}", LastDay = invitations.UsualLastDay }, A.Moderator(), default));
        }

        List<string> listed = [];
        var page = await invitations.ListAsync(null, default);
        listed.AddRange(page.Rows.Select(row => row.Code));
        while (page.Next is { } next)
        {
            page = await invitations.ListAsync(next, default);
            listed.AddRange(page.Rows.Select(row => row.Code));
        }

        Assert.Equal(made, listed);
        Assert.Single(page.Rows);
    }

    [Fact]
    public async Task An_invitation_has_a_code_that_cannot_be_misread_and_is_open_to_the_end_of_its_last_day()
    {
        await using var database = await TestDatabase.NewAsync();

        var code = await InviteAsync(database, days: 3);

        var shown = await database.Get<Invitations>().ReadAsync(code.ToLowerInvariant(), default);
        Assert.Matches($"^[{Invitations.Letters}]{{8}}$", code);
        Assert.Equal(("Housing workshop", true, "none yet"), (shown.Name, shown.IsOpen, shown.Shared));
        database.Clock.Advance(TimeSpan.FromHours(3 * 24 + 13));
        Assert.True((await database.Get<Invitations>().ReadAsync(code, default)).IsOpen);
        database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False((await database.Get<Invitations>().ReadAsync(code, default)).IsOpen);
    }

    [Fact]
    public async Task Its_days_are_those_of_London_also_where_it_is_still_the_day_before_by_universal_time()
    {
        await using var database = await TestDatabase.NewAsync();
        database.Clock.SetUtcNow(new(2027, 7, 1, 23, 30, 0, TimeSpan.Zero));
        var invitations = database.Get<Invitations>();
        CreateInvitation Until(int day) => new() { Name = $"Until {day}", LastDay = new(2027, 7, day) };

        await Assert.ThrowsAsync<ValidationException>(() => invitations.CreateAsync(Until(2), A.Moderator(), default));
        var code = await invitations.CreateAsync(Until(3), A.Moderator(), default);

        Assert.Equal(new DateOnly(2027, 9, 30), invitations.UsualLastDay);
        Assert.Equal(new DateOnly(2027, 7, 3), (await invitations.ReadAsync(code, default)).LastDay);
        database.Clock.SetUtcNow(new(2027, 7, 3, 22, 59, 0, TimeSpan.Zero));
        Assert.True((await invitations.ReadAsync(code, default)).IsOpen);
        database.Clock.SetUtcNow(new(2027, 7, 3, 23, 0, 0, TimeSpan.Zero));
        Assert.False((await invitations.ReadAsync(code, default)).IsOpen);
    }

    [Theory]
    [InlineData("", 30, "Say what the invitation is for")]
    [InlineData("Workshop", 0, "Choose a last day from tomorrow to one year from now")]
    [InlineData("Workshop", 366, "Choose a last day from tomorrow to one year from now")]
    [InlineData(
        "Workshop\u202e", 30,
        "The name has hidden characters that we cannot keep, where ▯ stands here: “Workshop▯”. Type that part again instead of pasting it")]
    public async Task What_makes_no_invitation_is_refused(string name, int days, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => InviteAsync(database, name, days));

        Assert.Equal(sentence, Assert.Single(refused.Errors).ErrorMessage);
        Assert.Empty((await database.Get<Invitations>().ListAsync(null, default)).Rows);
    }

    [Fact]
    public async Task What_it_fills_in_must_exist()
    {
        await using var database = await TestDatabase.NewAsync();
        var command = new CreateInvitation { Name = "W", LastDay = Day(database, 9), Campaign = new(99), Place = new(99_999), Service = new(99_999) };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Invitations>().CreateAsync(command, A.Moderator(), default));

        Assert.Equal(
            ["Choose a campaign from the list", "Choose a place from the list", "Choose a service from the list"],
            refused.Errors.Select(error => error.ErrorMessage));
    }

    [Fact]
    public async Task Closing_ends_it_once_and_history_says_who_did_what()
    {
        await using var database = await TestDatabase.NewAsync();
        var code = await InviteAsync(database);

        await database.Get<Invitations>().CloseAsync(code, A.Publisher(), default);
        await database.Get<Invitations>().CloseAsync(code, A.Moderator(), default);

        Assert.False((await database.Get<Invitations>().ReadAsync(code, default)).IsOpen);
        await Assert.ThrowsAsync<GoneException>(() => database.Get<Invited>().StartAsync(null, code, default));
        var history = await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == $"invitation {code}")
            .OrderBy(entry => entry.Id).Select(entry => $"{entry.Act} by {entry.By}").ToListAsync();
        Assert.Equal(["Opened by moderator@example.org", "Closed by publisher@example.org"], history);
    }

    [Fact]
    public async Task A_draft_begun_by_an_invitation_knows_what_it_fills_in()
    {
        await using var database = await TestDatabase.NewAsync();
        var code = await InviteAsync(database, place: "Leeds", service: "Housing");

        var secret = await database.Get<Invited>().StartAsync(null, code, default);

        var draft = (await database.Get<Drafts>().FindAsync(secret, default))!;
        Assert.Equal(("Leeds", "Housing", null), (draft.PlaceName, draft.ServiceName, draft.Answers.Told));
    }

    [Fact]
    public async Task A_draft_that_is_there_already_is_not_changed_by_an_invitation()
    {
        await using var database = await TestDatabase.NewAsync();
        var code = await InviteAsync(database, place: "Leeds", service: "Housing");
        var secret = await database.DraftAsync(A.Story().Told("Told before.").About(place: "Cornwall"));

        var before = await database.DumpAsync();

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Invited>().StartAsync(secret, code, default));

        Assert.Equal(before, await database.DumpAsync());
    }

    [Fact]
    public async Task Fifty_stories_that_come_by_it_at_once_count_fifty_and_no_story_knows_by_which_it_came()
    {
        await using var database = await TestDatabase.NewAsync();
        var code = await InviteAsync(database);
        var secrets = new List<DraftSecret>();
        for (var number = 0; number < 50; number++) secrets.Add(await DraftAsync(database, code));

        await Task.WhenAll(secrets.Select(secret => Task.Run(() => database.Get<StorySender>().SendAsync(secret, default))));

        Assert.Equal("50", (await database.Get<Invitations>().ReadAsync(code, default)).Shared);
        Assert.Empty(await database.Get<InfoStoryContext>().Drafts.ToListAsync());
        Assert.DoesNotContain(typeof(Story).GetProperties(), property => property.Name.Contains("Invitation", StringComparison.Ordinal));
        Assert.Equal(2, (await database.DumpAsync()).Split(code).Length - 1);
    }

    [Fact]
    public async Task The_same_draft_sent_fifty_times_at_once_counts_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var code = await InviteAsync(database);
        var secret = await DraftAsync(database, code);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => database.Get<StorySender>().SendAsync(secret, default))));

        Assert.Equal("fewer than 5", (await database.Get<Invitations>().ReadAsync(code, default)).Shared);
        Assert.Equal(1, await database.Get<InfoStoryContext>().Invitations.Select(invitation => invitation.Shared).SingleAsync());
    }

    [Fact]
    public async Task A_story_belongs_to_the_campaign_of_its_invitation_and_not_to_the_one_that_runs()
    {
        await using var database = await TestDatabase.NewAsync();
        var calendar = database.Get<CampaignCalendar>();
        Campaign Open(string slug) => new()
        {
            Slug = slug,
            Name = slug,
            Hashtag = "#A",
            Summary = "S",
            StartsAt = database.Clock.UtcNow.AddDays(-1),
            EndsAt = database.Clock.UtcNow.AddDays(9)
        };
        await calendar.AddAsync(Open("invited"), default);
        await calendar.AddAsync(Open("running"), default);
        var campaign = (await calendar.ReadAsync("invited", default)).Id;
        var code = await database.Get<Invitations>().CreateAsync(new() { Name = "W", Campaign = campaign, LastDay = Day(database, 5) }, A.Moderator(), default);

        var sent = await database.Get<StorySender>()
            .SendAsync(await DraftAsync(database, code), default);

        Assert.Equal(
            campaign,
            await database.Get<InfoStoryContext>().Stories.Where(story => story.Reference == sent.Reference).Select(story => story.CampaignId).SingleAsync());
    }

    private static async Task<DraftSecret> DraftAsync(TestDatabase database, string code) =>
        await database.DraftAsync(A.Story(), await database.Get<Invited>().StartAsync(null, code, default));

    private static DateOnly Day(TestDatabase database, int days) => DateOnly.FromDateTime(database.Clock.UtcNow).AddDays(days);

    private static async Task<string> InviteAsync(
        TestDatabase database, string name = "Housing workshop", int days = 30, string? place = null, string? service = null)
    {
        var places = await database.Get<PlaceCatalogue>().AllAsync(default);
        var services = await database.Get<TagCatalogue>().InAsync(Facet.Service, default);
        return await database.Get<Invitations>().CreateAsync(
            new()
            {
                Name = name,
                LastDay = Day(database, days),
                Place = places.Find(choice => choice.Name == place)?.Id,
                Service = services.Find(choice => choice.Name == service)?.Id
            },
            A.Moderator(), default);
    }
}
