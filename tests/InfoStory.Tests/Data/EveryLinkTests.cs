using InfoStory.Authors;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Recalls;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Dissemination.Briefings;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

/// <summary>
/// Every purpose of a signed link at the door that it opens: as it was signed, and forged, of another, for another purpose, late, used and ended.
/// </summary>
public sealed class EveryLinkTests
{
    private static readonly AcceptInvitation Ann = new() { Name = "Ann", Role = "Head of housing", Email = "ann@kent.example" };

    private static readonly Door[] Doors =
    [
        new(LinkPurpose.ConfirmSubscription, SubscriberLetters.Wait)
        {
            Version = 1,
            GivenAsync = async database =>
            {
                await database.AskAsync("reader@example.org");
                return (await database.OnlyAsync()).Id.Value;
            },
            OpensAsync = async (database, link) => (await database.Get<Subscriptions>().ReadAsync(link, default)).Standing == LinkStanding.Open,
            UseAsync = (database, link) => database.Get<Subscriptions>().ConfirmAsync(link, default),
            EndAsync = database => database.Get<Suppressions>().SuppressAsync("reader@example.org", SuppressionReason.Complaint, default),
        },
        new(LinkPurpose.Subscription, Life: null)
        {
            Version = 1,
            GivenAsync = async database =>
            {
                await database.ConfirmedAsync("reader@example.org");
                return (await database.OnlyAsync()).Id.Value;
            },
            OpensAsync = async (database, link) => (await database.Get<Preferences>().ReadAsync(link, default)).Standing == LinkStanding.Open,
            UseAsync = (database, link) => database.Get<Preferences>().LeaveAsync(link, default),
            EndAsync = database => database.Get<Suppressions>().SuppressAsync("reader@example.org", SuppressionReason.Complaint, default),
        },
        new(LinkPurpose.Responder, ResponderInvitation.Life)
        {
            GivenAsync = async database =>
            {
                await InviteAsync(database);
                return await database.Get<InfoStoryContext>().ResponderInvitations.Select(one => one.Id.Value).SingleAsync();
            },
            OpensAsync = async (database, link) => await database.Get<ResponderInviting>().ReadAsync(link, default) is not null,
            UseAsync = (database, link) => database.Get<ResponderInviting>().AcceptAsync(link, Ann, default),
            EndAsync = InviteAsync,
        },
        new(LinkPurpose.SignIn, ResponderSignIn.Life)
        {
            Version = 0,
            GivenAsync = async database =>
            {
                await InviteAsync(database);
                var invitation = await database.Get<InfoStoryContext>().ResponderInvitations.Select(one => one.Id.Value).SingleAsync();
                await database.Get<ResponderInviting>().AcceptAsync(database.Get<LinkKey>().Sign(LinkPurpose.Responder, invitation, 0), Ann, default);
                return await database.Get<InfoStoryContext>().Responders.Select(one => one.Id.Value).SingleAsync();
            },
            OpensAsync = (database, link) => database.Get<ResponderSignIn>().IsGoodAsync(link, default),
            UseAsync = (database, link) => database.Get<ResponderSignIn>().UseAsync(link, default),
            EndAsync = async database => await database.Get<ResponderDesk>().CloseAsync(
                await database.Get<InfoStoryContext>().Organisations.Select(one => one.Id).SingleAsync(),
                await database.Get<InfoStoryContext>().Responders.Select(one => one.Id).SingleAsync(), A.Publisher(), default),
        },
        new(LinkPurpose.Promise, Life: null)
        {
            CountsOften = true,
            GivenAsync = async database =>
            {
                var slug = await database.Get<IServiceProvider>().PromiseAsync(await database.Given(A.Story().Published()));
                await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");
                await database.Get<PromiseLetters>().AskAuthorsAsync(default);
                return await database.Get<InfoStoryContext>().Set<PromiseEvent>().Where(one => one.Kind == PromiseEventKind.AuthorAsked)
                    .Select(one => one.Id.Value).SingleAsync();
            },
            OpensAsync = async (database, link) => await Record.ExceptionAsync(() => database.Get<PromiseAnswers>().ShowAsync(link, default)) is null,
            UseAsync = (database, link) => database.Get<PromiseAnswers>().AnswerAsync(link, KeptAnswer.Yes, default),
            EndAsync = async database => await database.Get<Withdrawal>().WithdrawAsync(
                await database.Get<InfoStoryContext>().Stories.Select(story => story.Id).SingleAsync(), default),
        },
        new(LinkPurpose.Change, Life: null)
        {
            CountsOften = true,
            GivenAsync = async database =>
            {
                var story = await database.Given(A.Story().Published());
                database.Clock.Advance(AskingWhatChanged.After);
                await database.Get<AskingWhatChanged>().AskDueAsync(default);
                return story.Id.Value;
            },
            OpensAsync = async (database, link) => await Record.ExceptionAsync(() => database.Get<WhatChanged>().ReadAsync(link, default)) is null,
            UseAsync = (database, link) => database.Get<WhatChanged>().AnswerAsync(link, Enum.GetValues<ChangeAnswer>()[0], default),
            EndAsync = async database => await database.Get<Withdrawal>().WithdrawAsync(
                await database.Get<InfoStoryContext>().Stories.Select(story => story.Id).SingleAsync(), default),
        },
        new(LinkPurpose.Briefing, TimeSpan.FromDays(BriefingCopy.Days))
        {
            Version = 0,
            CountsOften = true,
            GivenAsync = async database =>
            {
                await database.Given(A.Story().Published());
                return (await database.GiveAsync(await database.BriefingAsync())).Copy.Value;
            },
            OpensAsync = async (database, link) => await database.Get<SharedBriefings>().ReadAsync(link, default) is not null,
            UseAsync = (database, link) => database.Get<SharedBriefings>().TakeAsync(link, default),
            EndAsync = async database =>
            {
                var copy = await database.Get<InfoStoryContext>().BriefingCopies.SingleAsync();
                await database.Get<BriefingCopies>().CallBackAsync(copy.BriefingId, copy.Id, A.Publisher(), default);
            },
        },
        new(LinkPurpose.Recall, Life: null)
        {
            CountsOften = true,
            GivenAsync = async database =>
            {
                var (story, _) = await database.AskedAsync();
                await database.SendAsync();
                database.Days(3);
                await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
                await database.Get<RecallRun>().RunAsync(default);
                return await database.Get<InfoStoryContext>().Deliveries.Select(one => one.Id.Value).SingleAsync();
            },
            OpensAsync = async (database, link) => await Record.ExceptionAsync(() => database.Get<CalledBack>().ReadAsync(link, default)) is null,
            UseAsync = (database, link) => database.Get<CalledBack>().AcknowledgeAsync(link),
            EndAsync = async database =>
            {
                database.Clock.SetUtcNow(database.Clock.GetUtcNow().AddMonths(RecallRun.MonthsKept + 1));
                await database.Get<RecallRun>().RunAsync(default);
            },
        },
    ];

    public static TheoryData<LinkPurpose> Purposes => [.. Doors.Select(door => door.Purpose)];

    [Fact]
    public void Every_purpose_has_its_door() => Assert.Equal(Enum.GetValues<LinkPurpose>().Order(), Doors.Select(door => door.Purpose).Order());

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_link_opens_its_door_and_no_other_spelling_or_purpose_or_subject_does(LinkPurpose purpose)
    {
        await using var database = await TestDatabase.NewAsync();
        var door = Doors.Single(door => door.Purpose == purpose);
        var subject = await door.GivenAsync(database);
        var (key, until) = (database.Get<LinkKey>(), database.Clock.UtcNow + door.Life);
        var good = key.Sign(purpose, subject, door.Version ?? 0, until);

        var bad = Enumerable.Range(0, good.Length).Select(place => $"{good[..place]}{(good[place] == 'A' ? 'B' : 'A')}{good[(place + 1)..]}")
            .Concat(["", good[1..], $"{good}A", good.ToUpperInvariant(), $"{good} ", new('A', LinkKey.Length)])
            .Concat(Enum.GetValues<LinkPurpose>().Where(other => other != purpose).Select(other => key.Sign(other, subject, door.Version ?? 0, until)))
            .Concat([key.Sign(purpose, subject + 1, door.Version ?? 0, until), key.Sign(purpose, -subject, door.Version ?? 0, until)])
            .Append(new LinkKey(new byte[32], database.Clock).Sign(purpose, subject, door.Version ?? 0, until));
        if (door.Version is { } version) bad = bad.Concat([key.Sign(purpose, subject, version + 1, until), key.Sign(purpose, subject, version - 1, until)]);
        foreach (var link in bad.Where(link => link != good))
        {
            Assert.False(await door.OpensAsync(database, link), $"“{link}” opens what “{good}” does");
            await Record.ExceptionAsync(() => door.UseAsync(database, link));
            await database.EndScopesAsync();
        }

        Assert.True(await door.OpensAsync(database, good));
        await door.UseAsync(database, good);
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task Looking_uses_up_nothing_and_a_link_that_was_used_opens_nothing_more(LinkPurpose purpose)
    {
        await using var database = await TestDatabase.NewAsync();
        var door = Doors.Single(door => door.Purpose == purpose);
        var good = database.Get<LinkKey>().Sign(purpose, await door.GivenAsync(database), door.Version ?? 0, database.Clock.UtcNow + door.Life);

        for (var looks = 0; looks < 3; looks++) Assert.True(await door.OpensAsync(database, good));
        await door.UseAsync(database, good);

        // An author may change their mind.
        Assert.Equal(door.CountsOften, await door.OpensAsync(database, good));
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_link_opens_nothing_once_its_time_or_what_it_is_about_has_ended(LinkPurpose purpose)
    {
        await using var database = await TestDatabase.NewAsync();
        var door = Doors.Single(door => door.Purpose == purpose);
        var (key, subject) = (database.Get<LinkKey>(), await door.GivenAsync(database));
        if (door.Life is { } life)
        {
            var late = key.Sign(purpose, subject, door.Version ?? 0, database.Clock.UtcNow + TimeSpan.FromSeconds(5));
            database.Clock.Advance(TimeSpan.FromSeconds(4));
            Assert.True(await door.OpensAsync(database, late));
            database.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.False(await door.OpensAsync(database, late));
            await Record.ExceptionAsync(() => door.UseAsync(database, late));
        }

        var good = key.Sign(purpose, subject, door.Version ?? 0, database.Clock.UtcNow + door.Life);
        Assert.True(await door.OpensAsync(database, good));
        await door.EndAsync(database);

        Assert.False(await door.OpensAsync(database, good));
    }

    private static async Task InviteAsync(TestDatabase database)
    {
        var organisation = await database.Get<InfoStoryContext>().Organisations.FirstOrDefaultAsync() ?? await database.OrganisationAsync();
        await database.Get<ResponderDesk>().InviteAsync(organisation.Id, A.Publisher(), default);
    }

    /// <param name="Purpose">For what its links are signed.</param>
    /// <param name="Life">For how long; null where only their subject ends them.</param>
    private sealed record Door(LinkPurpose Purpose, TimeSpan? Life)
    {
        /// <summary>That of the subject when it was made; null where none is asked for.</summary>
        public int? Version { get; init; }

        /// <summary>It may be used again and again.</summary>
        public bool CountsOften { get; init; }

        /// <summary>Makes what the link is about: its key.</summary>
        public required Func<TestDatabase, Task<long>> GivenAsync { get; init; }

        /// <summary>Looks, as the page does that shows a button.</summary>
        public required Func<TestDatabase, string, Task<bool>> OpensAsync { get; init; }

        /// <summary>Presses the button.</summary>
        public required Func<TestDatabase, string, Task> UseAsync { get; init; }

        /// <summary>Ends what the link is about.</summary>
        public required Func<TestDatabase, Task> EndAsync { get; init; }
    }
}
