using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Moderation.Replies;
using InfoStory.Organisations;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

/// <summary>A form that begins something, sent twice: one wins, and the other is told so.</summary>
public sealed class OnceTests
{
    private static readonly Dictionary<string, (Func<TestDatabase, Task> Create, Func<InfoStoryContext, Task<int>> Count)> Forms = new(StringComparer.Ordinal)
    {
        ["campaign"] = (
            database => database.Get<CampaignEditing>().CreateAsync(Campaign, A.Administrator(), default),
            db => db.Campaigns.CountAsync(campaign => campaign.Name == "Sent twice")),
        ["reply"] = (
            database => database.Get<ReplyBook>().AddAsync(
                new() { Kind = ReplyKind.Question, Name = "Sent twice", Text = "Thank you.", Position = "1" }, A.Administrator(), default),
            db => db.Replies.CountAsync(reply => reply.Name == "Sent twice")),
        ["invitation"] = (
            database => database.Get<Invitations>().CreateAsync(
                new() { Name = "Sent twice", LastDay = database.Get<Invitations>().UsualLastDay }, A.Moderator(), default),
            db => db.Invitations.CountAsync(invitation => invitation.Name == "Sent twice")),
        ["organisation"] = (
            database => database.Get<OrganisationEditing>().AddAsync(new() { Name = "Sent twice" }, A.Publisher(), default),
            db => db.Organisations.CountAsync(organisation => organisation.Name == "Sent twice")),
    };

    private static EditCampaign Campaign => new()
    {
        Name = "Sent twice",
        Hashtag = "#Twice",
        Summary = "Tell us.",
        FirstDay = new(2026, 11, 1),
        LastDay = new(2026, 12, 31)
    };

    public static TheoryData<string> Names() => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sent_again_it_is_refused(string form)
    {
        await using var database = await TestDatabase.NewAsync();
        await Forms[form].Create(database);

        await Assert.ThrowsAsync<ConflictException>(() => Forms[form].Create(database));

        Assert.Equal(1, await Forms[form].Count(database.Get<InfoStoryContext>()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sent_six_times_at_once_it_is_there_once(string form)
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Record.ExceptionAsync(() => Forms[form].Create(database)))));

        Assert.Equal(1, await Forms[form].Count(database.Get<InfoStoryContext>()));
        Assert.Single(refused, (Exception?)null);
    }

    [Fact]
    public async Task Who_saves_a_campaign_while_another_is_saving_it_is_told_so()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var slug = await database.Get<CampaignEditing>().CreateAsync(Campaign, A.Administrator(), default);
        var form = await database.Get<CampaignEditing>().OpenAsync(slug, default);
        using var meanwhile = new Meanwhile(database.File, "FROM \"Campaigns\"", () =>
            database.Get<CampaignEditing>().ChangeAsync(slug, form with { Summary = "Theirs." }, A.Administrator(), default));

        await Assert.ThrowsAsync<ConflictException>(() =>
            database.Get<CampaignEditing>().ChangeAsync(slug, form with { Summary = "Mine." }, A.Administrator(), default));

        Assert.True(meanwhile.IsDone);
        Assert.Equal("Theirs.", (await database.Get<CampaignCalendar>().ReadAsync(slug, default)).Summary);
    }
}
