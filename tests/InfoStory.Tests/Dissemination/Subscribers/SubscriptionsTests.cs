using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Dissemination.Subscribers.SubscriberRoom;

namespace InfoStory.Tests.Dissemination.Subscribers;

public sealed class SubscriptionsTests
{
    private const string Email = "lee.ann@council.example.org";

    [Fact]
    public async Task Whoever_asks_gets_a_letter_and_is_on_the_list_only_once_its_button_is_pressed()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.AskAsync(" Lee.Ann@COUNCIL.example.org ", place: "leeds");
        var letter = Assert.Single(await database.PostAsync());
        var link = Link(letter, "confirm");
        var looked = await database.Get<Subscriptions>().ReadAsync(link, default);
        var before = await database.OnlyAsync();
        var confirmed = await database.Get<Subscriptions>().ConfirmAsync(link, default);
        var after = await database.OnlyAsync();

        Assert.Equal(("Lee.Ann@COUNCIL.example.org", LetterLane.Personal, $"subscriber {before.Id}"), (letter.To, letter.Lane, letter.Subject));
        Assert.Equal((LinkStanding.Open, "Leeds", false), (looked.Standing, Assert.Single(looked.Interests).Place, looked.IsNewAddress));
        Assert.Equal((SubscriberState.Waiting, null), (before.State, before.Wording));
        Assert.Equal((LinkStanding.Done, SubscriberState.Confirmed, SubscriberWording.Current), (confirmed.Standing, after.State, after.Wording));
        Assert.Equal([HistoryAct.SubscriptionConfirmed], await database.Get<InfoStoryContext>().History.Select(entry => entry.Act).ToListAsync());
    }

    [Fact]
    public async Task No_address_stands_in_the_database_as_it_is_once_its_letter_is_sent()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.ConfirmedAsync(Email);

        Assert.DoesNotContain("lee.ann", await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_is_on_the_list_and_asks_again_is_told_where_to_change_it_and_nothing_is_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        database.Clock.Advance(TimeSpan.FromDays(1));

        await database.AskAsync(Email.ToUpperInvariant(), Rhythm.AtOnce);

        Assert.Equal(link, Link(Assert.Single(await database.PostAsync()), "preferences"));
        Assert.Equal((SubscriberState.Confirmed, Rhythm.Weekly), ((await database.OnlyAsync()).State, (await database.OnlyAsync()).Rhythm));
    }

    [Fact]
    public async Task What_no_letter_tells_its_owner_of_is_not_changed_by_whoever_types_the_address()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AskAsync(Email, place: "leeds");

        await database.AskAsync(Email, Rhythm.AtOnce, SubscriberAudience.Press);

        var kept = await database.OnlyAsync();
        Assert.Equal((Rhythm.Weekly, SubscriberAudience.Provider, "place=leeds"), (kept.Rhythm, kept.Audience, Assert.Single(kept.Interests)));
    }

    [Fact]
    public async Task A_mailbox_is_written_to_once_an_hour_and_three_times_in_seven_days_however_it_is_typed()
    {
        await using var database = await TestDatabase.NewAsync();
        string[] spellings = [Email, "Lee.Ann@council.example.org", "lee.ann+a@council.example.org", "LeeAnn+b@council.example.org"];
        var written = new List<int>();

        foreach (var wait in (int[])[0, 1, 60, 60, 60, 24 * 60, 7 * 24 * 60])
        {
            database.Clock.Advance(TimeSpan.FromMinutes(wait));
            foreach (var spelling in spellings) await database.AskAsync(spelling);
            written.Add((await database.PostAsync()).Count);
        }

        Assert.Equal([1, 0, 1, 1, 0, 0, 1], written);
    }

    [Fact]
    public async Task Two_who_type_the_same_address_at_once_make_one_row_and_one_letter()
    {
        await using var database = await TestDatabase.NewAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.AskAsync(Email))));

        Assert.Single(await database.PostAsync());
        Assert.Equal(SubscriberState.Waiting, (await database.OnlyAsync()).State);
    }

    [Fact]
    public async Task Whoever_says_nothing_for_seven_days_is_forgotten_with_the_letter_that_waits()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AskAsync(Email);
        database.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await database.LookAfterAsync();
        var kept = await database.Get<InfoStoryContext>().Subscribers.CountAsync();

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.LookAfterAsync();

        Assert.Equal(1, kept);
        var db = database.Get<InfoStoryContext>();
        Assert.Equal((0, 0, 0), (await db.Subscribers.CountAsync(), await db.Set<Letter>().CountAsync(), await db.Set<TypedAddress>().CountAsync()));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("for another purpose")]
    [InlineData("seven days old")]
    [InlineData("of nobody")]
    public async Task A_link_that_is(string wrong)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AskAsync(Email);
        var (id, links) = ((await database.OnlyAsync()).Id.Value, database.Get<LinkKey>());
        var good = Link(Assert.Single(await database.PostAsync()), "confirm");
        var link = wrong switch
        {
            "forged" => good[..^2] + (good[^2] == 'A' ? "B" : "A") + good[^1],
            "for another purpose" => links.Sign(LinkPurpose.Subscription, id, 1),
            "of nobody" => links.Sign(LinkPurpose.ConfirmSubscription, id + 1, 1),
            _ => good,
        };
        if (wrong == "seven days old") database.Clock.Advance(TimeSpan.FromDays(7));

        var answer = await database.Get<Subscriptions>().ConfirmAsync(link, default);

        Assert.Equal((LinkStanding.Over, SubscriberState.Waiting), (answer.Standing, (await database.OnlyAsync()).State));
    }

    [Theory]
    [InlineData(SuppressionReason.HardBounce)]
    [InlineData(SuppressionReason.Complaint)]
    [InlineData(SuppressionReason.Staff)]
    public async Task An_address_that_is_not_written_to_gets_nothing_whoever_types_it(SuppressionReason reason)
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Suppressions>().SuppressAsync(Email.ToUpperInvariant(), SuppressionReason.Left, default);
        await database.Get<Suppressions>().SuppressAsync(Email, reason, default);
        await database.Get<Suppressions>().SuppressAsync(Email, SuppressionReason.HardBounce, default);
        database.Clock.Advance(TimeSpan.FromDays(8));

        await database.AskAsync(Email);

        Assert.Empty(await database.PostAsync());
        Assert.Equal(reason, (await database.Get<InfoStoryContext>().Suppressions.SingleAsync()).Reason);
        Assert.Equal((SubscriberState.Suppressed, null), ((await database.OnlyAsync()).State, (await database.OnlyAsync()).Sealed));
        Assert.Equal(LinkStanding.Left, await database.StandingAsync(link));
    }

    [Fact]
    public async Task Both_names_of_Gmail_are_one_mailbox()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.AskAsync("lee.ann@gmail.com");
        await database.AskAsync("leeann@GoogleMail.com");

        Assert.Equal("lee.ann@gmail.com", Assert.Single(await database.PostAsync()).To);
    }

    [Theory]
    [InlineData("lee.ann+news@council.example.org", "lee.ann@council.example.org", 0)]
    [InlineData("lee.ann@council.example.org", "Lee.Ann+news@council.example.org", 0)]
    [InlineData("lee.ann@council.example.org", "leeann@council.example.org", 1)]
    public async Task What_stands_behind_a_plus_sign_leads_round_no_suppression(string stopped, string typed, int letters)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Suppressions>().SuppressAsync(stopped, SuppressionReason.Complaint, default);

        await database.AskAsync(typed);
        var imported = await database.Get<SubscriberImports>().CheckAsync(
            new()
            {
                Rows = $"email,audience\n{typed},press",
                Basis = LawfulBasis.PublicOffice,
                Source = "a list",
                Since = database.Clock.Today(),
                Agreed = true
            },
            A.Publisher(), default);

        Assert.Equal((letters, 1 - letters), ((await database.PostAsync()).Count, imported.Suppressed));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_with_a_sentence_for_each_field()
    {
        await using var database = await TestDatabase.NewAsync();
        var command = new StartSubscription { Email = "nobody", Words = "…", Kind = "none", Service = "leeds", Place = "housing", Tag = "0" };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Subscriptions>().AskAsync(command, default));

        Assert.Equal(
            ["Audience", "Email", "Kind", "Place", "Rhythm", "Service", "Tag", "Words"],
            refused.Errors.Select(error => error.PropertyName).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("?place=Leeds&service=housing", "service=housing&place=leeds")]
    [InlineData("https://localhost/case-studies?words=+two%20%20words+&kind=Nearly-Failed&after=1-1&page=2#found", "words=two%20words&kind=nearly-failed")]
    [InlineData("place=leeds&place=LEEDS&x=1", "place=leeds")]
    [InlineData("kind=failed&barrier=trust", "kind=failed&tag=trust")]
    [InlineData("place=leeds&place=york", null)]
    [InlineData("barrier=trust&enabler=co-location", null)]
    [InlineData("place=leeds&changed=yes", null)]
    [InlineData("/case-studies", "")]
    [InlineData("kind=nothing", null)]
    [InlineData("place=nowhere", null)]
    [InlineData("service=leeds", null)]
    [InlineData("words=%20…", null)]
    [InlineData("words=desk%01window", null)]
    [InlineData("words=desk%E2%80%AEwindow&tag=", null)]
    public async Task An_interest_is_what_the_address_of_the_library_says_in_one_spelling(string address, string? spelt)
    {
        await using var database = await TestDatabase.NewAsync();

        Assert.Equal(spelt, await database.Get<Interests>().SpellAsync(Interest.Parse(address), default));
    }

    [Fact]
    public async Task Nothing_in_a_letter_tells_us_that_it_was_read()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.AskAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = "new@example.org" }, default);
        await database.AskAsync("another@example.org");
        await database.Get<SubscriberImports>().ImportAsync(
            new()
            {
                Rows = "email,audience\nthird@example.org,press",
                Basis = LawfulBasis.PublicOffice,
                Source = "a list",
                Since = database.Clock.Today(),
                Agreed = true
            },
            A.Publisher(), default);

        var letters = await database.PostAsync();

        Assert.Equal(4, letters.Count);
        Assert.All(letters, letter => Assert.DoesNotContain('<', letter.Body));
        Assert.All(
            letters.SelectMany(letter => letter.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Contains("://")),
            address => Assert.Matches("^https://localhost/subscribe/(confirm|preferences|leave)/[-_A-Za-z0-9]{43}$", address));
    }
}
