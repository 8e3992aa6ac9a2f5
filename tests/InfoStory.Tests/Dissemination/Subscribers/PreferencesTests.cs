using FluentValidation;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Subscribers;

public sealed class PreferencesTests
{
    private const string Email = "lee.ann@council.example.org", Next = "ann@ministry.example.org";

    [Fact]
    public async Task Somebody_changes_what_they_get_and_follows_five_things_at_most()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email, place: "leeds");
        var preferences = database.Get<Preferences>();
        List<string> followed = ["place=leeds"];

        foreach (var place in (string[])["leeds", "manchester", "york", "bristol", "kent"])
        {
            var revision = (await preferences.ReadAsync(link, default)).Revision;
            await preferences.ChangeAsync(
                link, new() { Revision = revision, Audience = SubscriberAudience.Press, Rhythm = Rhythm.Monthly, Keep = followed, Place = place }, default);
            followed = [.. (await preferences.ReadAsync(link, default)).Interests.Select(one => one.Interest.ToString())];
        }

        var kept = await database.OnlyAsync();
        var change = new ChangeSubscription
        {
            Revision = kept.Revision,
            Audience = SubscriberAudience.Press,
            Rhythm = Rhythm.Monthly,
            Keep = followed,
            Tag = "trust"
        };
        await Assert.ThrowsAsync<ValidationException>(() => preferences.ChangeAsync(link, change, default));
        await Assert.ThrowsAsync<ValidationException>(() => preferences.ChangeAsync(link, change with { Keep = ["place=wigan"] }, default));
        Assert.Equal(["place=leeds", "place=manchester", "place=york", "place=bristol", "place=kent"], followed);
        await Assert.ThrowsAsync<ConflictException>(() => preferences.ChangeAsync(link, change with { Revision = kept.Revision - 1, Tag = null }, default));
        Assert.Equal((SubscriberAudience.Press, Rhythm.Monthly), (kept.Audience, kept.Rhythm));
    }

    [Fact]
    public async Task What_is_followed_goes_on_under_the_name_that_its_tag_has_today()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        var (preferences, revision) = (database.Get<Preferences>(), (await database.OnlyAsync()).Revision);
        var change = new ChangeSubscription { Revision = revision, Audience = SubscriberAudience.Press, Rhythm = Rhythm.Weekly, Tag = "trust" };
        await preferences.ChangeAsync(link, change, default);

        var tags = await database.Get<InfoStoryContext>().Tags.Where(tag => tag.Slug == "trust" || tag.Slug == "time").ToDictionaryAsync(tag => tag.Slug);
        await database.Get<TagMerging>().MergeAsync("trust", new() { Revision = tags["trust"].Revision, Into = tags["time"].Id }, A.Administrator(), default);

        Assert.Equal("Time", Assert.Single((await preferences.ReadAsync(link, default)).Interests).Tag);
        await preferences.ChangeAsync(link, change with { Revision = revision + 1, Tag = null, Keep = ["tag=time"] }, default);
        Assert.Equal(["tag=time"], (await database.OnlyAsync()).Interests);
    }

    [Fact]
    public async Task Leaving_deletes_the_address_and_what_waits_for_it_and_may_be_done_twice()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.AskAsync(Email);

        var left = new[] { await database.Get<Preferences>().LeaveAsync(link, default), await database.Get<Preferences>().LeaveAsync(link, default) };

        Assert.Equal([LinkStanding.LeftNow, LinkStanding.Left], left);
        Assert.Empty(await database.PostAsync());
        var (gone, kept) = (await database.OnlyAsync(), await database.Get<InfoStoryContext>().Suppressions.SingleAsync());
        Assert.Equal((SubscriberState.Left, null, null), (gone.State, gone.AddressKey, gone.Sealed));
        Assert.Equal((SuppressionReason.Left, database.Get<SubscriberSeal>().KeyOf(Email)), (kept.Reason, kept.AddressKey));
        Assert.Equal(1, await database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Act == HistoryAct.SubscriberLeft));
    }

    [Fact]
    public async Task Whoever_left_may_come_back_by_themselves_and_old_links_go_on_saying_that_they_left()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().LeaveAsync(link, default);
        database.Clock.Advance(TimeSpan.FromHours(1));

        var newer = await database.ConfirmedAsync(Email);

        Assert.Equal((LinkStanding.Left, LinkStanding.Open), (await database.StandingAsync(link), await database.StandingAsync(newer)));
        Assert.Empty(await database.Get<InfoStoryContext>().Suppressions.ToListAsync());
    }

    [Fact]
    public async Task A_year_after_somebody_left_only_the_hash_of_their_address_is_left()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Preferences>().LeaveAsync(await database.ConfirmedAsync(Email), default);
        database.Clock.Advance(TimeSpan.FromDays(366));

        await database.LookAfterAsync();

        var db = database.Get<InfoStoryContext>();
        Assert.Equal((0, 1), (await db.Subscribers.CountAsync(), await db.Suppressions.CountAsync()));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("of another purpose")]
    [InlineData("of an older version")]
    public async Task No_link_but_ones_own_changes_anything_that_is(string wrong)
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        var (preferences, links, id) = (database.Get<Preferences>(), database.Get<LinkKey>(), (await database.OnlyAsync()).Id.Value);
        var bad = wrong switch
        {
            "forged" => link[..^2] + (link[^2] == 'A' ? "B" : "A") + link[^1],
            "of another purpose" => links.Sign(LinkPurpose.ConfirmSubscription, id, 1),
            _ => links.Sign(LinkPurpose.Subscription, id, 0),
        };

        var change = new ChangeSubscription { Revision = 999, Audience = SubscriberAudience.Press, Rhythm = Rhythm.AtOnce };
        Assert.Contains(
            "This link is not good", (await Assert.ThrowsAsync<ConflictException>(() => preferences.ChangeAsync(bad, change, default))).Message);
        await Assert.ThrowsAsync<ConflictException>(() => preferences.AskForAddressAsync(bad, new() { Email = Next }, default));
        await Assert.ThrowsAsync<ConflictException>(() => preferences.TakeCopyAsync(bad, default));
        Assert.Equal(LinkStanding.Over, await preferences.LeaveAsync(bad, default));
        Assert.Equal((SubscriberState.Confirmed, 0), ((await database.OnlyAsync()).State, (await database.PostAsync()).Count));
    }

    [Fact]
    public async Task A_copy_says_everything_that_is_held_and_is_written_down_once_a_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email, place: "leeds");

        await database.Get<Preferences>().TakeCopyAsync(link, default);
        var held = await database.Get<Preferences>().TakeCopyAsync(link, default);

        Assert.Equal((Email, SubscriberState.Confirmed, SubscriberWording.Words), (held.Email, held.State, held.YouAgreedTo));
        Assert.Equal(["place=leeds"], held.Interests);
        Assert.Equal(["Subscription confirmed", "Downloaded"], held.History.Select(act => act.Act));
    }
}
