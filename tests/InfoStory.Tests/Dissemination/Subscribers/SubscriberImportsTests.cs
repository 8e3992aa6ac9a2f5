using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Dissemination.Subscribers.SubscriberRoom;

namespace InfoStory.Tests.Dissemination.Subscribers;

public sealed class SubscriberImportsTests
{
    private const string Rows = """
        email;audience;rhythm;interests
        Minister@example.org;Policy makers;at once;/case-studies?place=leeds|?service=housing
        no address;press;;
        editor@example.org;newspaper;;
        writer@example.org;press;daily;
        nurse@example.org;practitioner;;?place=nowhere
        minister@EXAMPLE.org;policy maker;;
        known@example.org;public;monthly;
        left@example.org;public;monthly;
        manager@example.org;Provider;;
        """;

    [Fact]
    public async Task A_dry_run_names_each_bad_row_with_its_line_and_why_and_changes_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database);

        var report = await database.Get<SubscriberImports>().CheckAsync(Import(database), A.Publisher(), default);

        Assert.Equal((2, 1, 1, 1), (report.New, report.Known, report.Suppressed, report.Repeated));
        Assert.Equal([3, 4, 5, 6], report.Problems.Select(problem => problem.Line));
        Assert.Equal("This is no email address", report.Problems[0].Why);
        Assert.Equal("An interest must be an address of the library with a filter, such as /case-studies?place=leeds", report.Problems[3].Why);
        Assert.Equal(2, await database.Get<InfoStoryContext>().Subscribers.CountAsync());
    }

    [Fact]
    public async Task Whoever_is_imported_gets_a_letter_to_say_no_and_is_on_the_list_after_seven_days()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database);

        await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);
        var again = await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);
        var letters = await database.SendAsync();
        await database.Get<Preferences>().LeaveAsync(Link(letters[1], "leave"), default);
        database.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await database.LookAfterAsync();
        var early = await ConfirmedAsync(database);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.LookAfterAsync();

        Assert.Equal((0, 3), (again.New, again.Known));
        Assert.Equal(["Minister@example.org", "manager@example.org"], letters.Select(letter => letter.To));
        Assert.All(letters, letter => Assert.Equal((LetterLane.List, "case-studies"), (letter.Lane, letter.ListId)));
        Assert.EndsWith($"/subscribe/leave/{Link(letters[0], "leave")}", letters[0].Unsubscribe);
        Assert.Contains("We have this address from: the register of ministers. We write because you hold a public office", letters[0].Body);
        Assert.Equal((1, 2), (early, await ConfirmedAsync(database)));
    }

    [Fact]
    public async Task Nobody_is_on_the_list_whose_letter_still_waits_and_after_thirty_seven_days_they_are_forgotten()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);

        database.Clock.Advance(TimeSpan.FromDays(8));
        await database.LookAfterAsync();
        var confirmed = await ConfirmedAsync(database);
        database.Clock.Advance(TimeSpan.FromDays(29));
        await database.LookAfterAsync();

        var db = database.Get<InfoStoryContext>();
        Assert.Equal((0, 0, 0), (confirmed, await db.Subscribers.CountAsync(), await db.Set<SubscriberImport>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_on_the_list_whose_letter_was_let_go()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);
        await database.PostAsync();
        database.Clock.Advance(TimeSpan.FromDays(8));

        await database.LookAfterAsync();

        Assert.Equal(0, await ConfirmedAsync(database));
    }

    [Fact]
    public async Task The_seven_days_to_say_no_begin_when_the_letter_leaves_and_the_end_of_them_is_written_down()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);
        database.Clock.Advance(TimeSpan.FromDays(6));
        var letters = await database.SendAsync();
        database.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await database.LookAfterAsync();
        var early = await ConfirmedAsync(database);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.LookAfterAsync();

        Assert.All(letters, letter => Assert.Contains("seven days after this letter", letter.Body));
        Assert.Equal((0, letters.Count), (early, await ConfirmedAsync(database)));
        Assert.Equal(letters.Count, await database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Act == HistoryAct.SubscriptionConfirmed));
    }

    [Fact]
    public async Task Whoever_types_an_imported_address_changes_nothing_and_its_owner_agrees_only_by_the_button_and_to_what_it_shows()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);
        await database.PostAsync();

        await database.AskAsync("minister@example.org", Rhythm.Monthly, SubscriberAudience.Press);

        var db = database.Get<InfoStoryContext>();
        var before = await db.Subscribers.AsNoTracking().FirstAsync(one => one.Rhythm == Rhythm.AtOnce);
        var letter = Assert.Single(await database.PostAsync());
        var asked = await database.Get<Subscriptions>().ReadAsync(Link(letter, "confirm"), default);
        await database.Get<Subscriptions>().ConfirmAsync(Link(letter, "confirm"), default);
        var after = await db.Subscribers.AsNoTracking().SingleAsync(one => one.Id == before.Id);
        Assert.Contains("We have this address from: the register of ministers", letter.Body);
        Assert.Equal((SubscriberAudience.PolicyMaker, null, 2), (before.Audience, before.Wording, before.Interests.Count));
        Assert.Equal((SubscriberAudience.PolicyMaker, Rhythm.AtOnce), (asked.Audience, asked.Rhythm));
        Assert.Equal((SubscriberState.Confirmed, SubscriberWording.Current), (after.State, after.Wording));
        Assert.NotEmpty(letter.Unsubscribe!);
    }

    [Fact]
    public async Task On_what_an_import_rests_is_recorded_and_in_every_copy()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.Get<SubscriberImports>().ImportAsync(Import(database), A.Publisher(), default);
        var held = await database.Get<Preferences>().TakeCopyAsync(Link((await database.PostAsync())[0], "preferences"), default);

        Assert.Equal((LawfulBasis.PublicOffice, "the register of ministers"), (held.Import!.Basis, held.Import.Source));
        Assert.Null(held.YouAgreedTo);
        var act = await database.Get<InfoStoryContext>().History.SingleAsync(entry => entry.Act == HistoryAct.SubscribersImported);
        Assert.Equal(("import 1", A.Publisher().Name), (act.Subject, act.By));
    }

    [Fact]
    public async Task Nothing_is_imported_without_a_basis_a_source_a_day_that_is_over_and_a_tick()
    {
        await using var database = await TestDatabase.NewAsync();
        var imports = database.Get<SubscriberImports>();

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            imports.ImportAsync(new() { Rows = Rows, Since = database.Clock.Today().AddDays(1) }, A.Publisher(), default));

        Assert.Equal(["Agreed", "Basis", "Since", "Source"], refused.Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<ForbiddenException>(() => imports.ImportAsync(Import(database), A.Moderator(), default));
        Assert.Empty(await database.Get<InfoStoryContext>().Subscribers.ToListAsync());
    }

    private static Task<int> ConfirmedAsync(TestDatabase database) =>
        database.Get<InfoStoryContext>().Subscribers.CountAsync(one => one.State == SubscriberState.Confirmed);

    private static async Task GivenAsync(TestDatabase database)
    {
        await database.ConfirmedAsync("known@example.org");
        await database.Get<Preferences>().LeaveAsync(await database.ConfirmedAsync("LEFT@example.org"), default);
    }

    private static ImportSubscribers Import(TestDatabase database) => new()
    {
        Rows = Rows,
        Basis = LawfulBasis.PublicOffice,
        Source = "the register of ministers",
        Since = database.Clock.Today(),
        Agreed = true,
    };
}
