using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Dissemination.Subscribers.SubscriberRoom;

namespace InfoStory.Tests.Dissemination.Subscribers;

/// <summary>A subscription that goes to another address.</summary>
public sealed class NewAddressTests
{
    private const string Email = "lee.ann@council.example.org", Next = "ann@ministry.example.org";

    [Fact]
    public async Task A_new_address_counts_once_its_owner_has_said_yes_and_then_no_old_letter_opens_anything()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        var letter = Assert.Single(await database.PostAsync());
        var before = await database.Get<Preferences>().ReadAsync(link, default);

        var confirmed = await database.Get<Subscriptions>().ConfirmAsync(Link(letter, "confirm"), default);

        Assert.Equal((Next, "l…@council.example.org", "a…@ministry.example.org"), (letter.To, before.Email, before.NextEmail));
        Assert.Equal(LinkStanding.Over, await database.StandingAsync(link));
        Assert.Equal(LinkStanding.Over, await database.Get<Preferences>().LeaveAsync(link, default));
        Assert.Equal("a…@ministry.example.org", (await database.Get<Preferences>().ReadAsync(confirmed.Links!.Leave.Split('/')[^1], default)).Email);
    }

    [Fact]
    public async Task A_newer_letter_takes_the_place_of_the_older_and_a_new_address_that_is_not_confirmed_is_forgotten()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = "typo@ministry.example.org" }, default);
        var older = Link(Assert.Single(await database.PostAsync()), "confirm");
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        var newer = Link(Assert.Single(await database.PostAsync()), "confirm");

        var replaced = await database.Get<Subscriptions>().ConfirmAsync(older, default);
        database.Clock.Advance(TimeSpan.FromDays(7));
        await database.LookAfterAsync();

        Assert.Equal(LinkStanding.Over, replaced.Standing);
        Assert.Equal(LinkStanding.Over, (await database.Get<Subscriptions>().ConfirmAsync(newer, default)).Standing);
        var shown = await database.Get<Preferences>().ReadAsync(link, default);
        Assert.Equal(("l…@council.example.org", null), (shown.Email, shown.NextEmail));
    }

    [Fact]
    public async Task Whoever_has_a_subscription_at_both_addresses_keeps_one()
    {
        await using var database = await TestDatabase.NewAsync();
        var second = await database.ConfirmedAsync(Next);
        var link = await database.ConfirmedAsync(Email);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);

        var confirm = Link(Assert.Single(await database.PostAsync()), "confirm");
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.AskAsync(Next);

        await database.Get<Subscriptions>().ConfirmAsync(confirm, default);

        Assert.Equal(database.Get<SubscriberSeal>().KeyOf(Next), (await database.OnlyAsync()).AddressKey);
        Assert.Equal([Email], (await database.PostAsync()).Select(letter => letter.To));
        Assert.Equal(LinkStanding.Left, await database.Get<Preferences>().LeaveAsync(second, default));
        Assert.Equal(SubscriberState.Confirmed, (await database.OnlyAsync()).State);
    }

    [Fact]
    public async Task What_both_subscriptions_were_sent_is_called_back_from_the_one_that_stays_and_goes_to_it_no_second_time()
    {
        await using var database = await TestDatabase.NewAsync();
        var (both, story) = (await RecallSteps.PublishedAsync(database), await RecallSteps.PublishedAsync(database));
        var other = await RecallSteps.SubscribersAsync(database, story, Next);
        await RecallSteps.DeliverAsync(database, both.CaseStudy, other, Audience.PolicyMakers);
        var link = await database.ConfirmedAsync(Email);
        var mine = (await database.Get<InfoStoryContext>().Subscribers.OrderBy(one => one.Id).LastAsync()).Subject;
        await RecallSteps.DeliverAsync(database, both.CaseStudy, mine, Audience.PolicyMakers);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        await database.Get<Subscriptions>().ConfirmAsync(Link(Assert.Single(await database.PostAsync()), "confirm"), default);
        await database.PostAsync();

        await RecallSteps.EndAsync(database, story, erases: false);
        await RecallSteps.RunAsync(database);

        Assert.Equal([Next], (await database.PostAsync()).Select(letter => letter.To));
        Assert.Equal(mine, (await database.Get<InfoStoryContext>().Deliveries.SingleAsync(one => one.CaseStudyId == story.CaseStudy)).Recipient);
        Assert.Equal(2, await database.Get<InfoStoryContext>().Deliveries.CountAsync(one => one.CaseStudyId == both.CaseStudy));
    }

    [Fact]
    public async Task The_letter_to_an_address_that_may_not_be_written_to_opens_nobodys_subscription()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        var confirm = Link(Assert.Single(await database.PostAsync()), "confirm");

        await database.Get<Suppressions>().SuppressAsync(Next, SuppressionReason.Complaint, default);

        var shown = await database.Get<Subscriptions>().ConfirmAsync(confirm, default);
        Assert.Equal((LinkStanding.Over, null), (shown.Standing, shown.Links));
    }

    [Fact]
    public async Task An_address_that_waits_for_a_yes_is_let_go_with_its_letter_when_it_may_not_be_written_to()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);

        await database.Get<Suppressions>().SuppressAsync(Next, SuppressionReason.Complaint, default);

        Assert.Empty(await database.PostAsync());
        Assert.Null((await database.OnlyAsync()).NextKey);
        Assert.Equal(LinkStanding.Open, await database.StandingAsync(link));
    }

    [Fact]
    public async Task Nobody_says_yes_for_a_mailbox_that_may_not_be_written_to()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        var confirm = Link(Assert.Single(await database.PostAsync()), "confirm");
        await database.Get<Suppressions>().SuppressAsync(Next.Replace("@", "+news@", StringComparison.Ordinal), SuppressionReason.Staff, default);

        await database.Get<Subscriptions>().ConfirmAsync(confirm, default);

        Assert.Equal(database.Get<SubscriberSeal>().KeyOf(Email), (await database.OnlyAsync()).AddressKey);
    }

    [Fact]
    public async Task What_is_shown_of_a_new_address_does_not_tell_whether_it_may_be_written_to()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        var preferences = database.Get<Preferences>();
        await database.Get<Suppressions>().SuppressAsync(Next, SuppressionReason.Complaint, default);

        await preferences.AskForAddressAsync(link, new() { Email = Next }, default);

        Assert.Equal("a…@ministry.example.org", (await preferences.ReadAsync(link, default)).NextEmail);
        Assert.Empty(await database.PostAsync());
    }

    [Fact]
    public async Task The_old_mailbox_is_told_that_letters_go_elsewhere_and_what_waited_for_it_goes()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        var confirm = Link(Assert.Single(await database.PostAsync()), "confirm");
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.AskAsync(Email);

        await database.Get<Subscriptions>().ConfirmAsync(confirm, default);

        var letter = Assert.Single(await database.PostAsync());
        Assert.Equal((Email, "Our letters go to another address now"), (letter.To, letter.Title));
        Assert.DoesNotContain("ministry", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_to_a_new_address_goes_when_that_is_forgotten_or_another_is_asked_for()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync(Email);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = "typo@ministry.example.org" }, default);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        await database.Get<Preferences>().AskForAddressAsync(link, new() { Email = Next }, default);
        var waiting = await database.Get<InfoStoryContext>().Set<Letter>().Select(letter => letter.To).ToListAsync();
        database.Clock.Advance(TimeSpan.FromDays(7));

        await database.LookAfterAsync();

        Assert.Equal([Next], waiting);
        Assert.Empty(await database.PostAsync());
    }
}
