using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tests.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>Whom a case study may be put to, and what they are written.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task Each_organisation_gets_the_letter_that_was_shown_in_the_save_that_puts_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Calls of a numbat").For(Audience.Website, Audience.NamedService).Published());
        var (kent, essex) = (await database.OrganisationAsync(), await database.OrganisationAsync("Essex Trust", "essex@example.org"));
        var shown = await database.Get<Asking>().OfferAsync(story.CaseStudy, "EsSeX", [kent.Id], A.Publisher(), default);

        await database.Get<Asking>().PutAsync(story.CaseStudy, new() { Organisations = [kent.Id, essex.Id] }, A.Publisher(), default);

        var db = database.Get<InfoStoryContext>();
        var letters = await db.Set<Letter>().OrderBy(letter => letter.To).ToListAsync();
        Assert.Equal(["Kent County Council", "Essex Trust"], shown.Offered.Select(one => one.Name));
        Assert.Equal(["essex@example.org", "office@kent.example"], letters.Select(letter => letter.To));
        Assert.All(letters, letter => Assert.Equal((shown.Letter.Title, shown.Letter.Body), (letter.Title, letter.Body)));
        Assert.Contains($"https://localhost/case-studies/{story.Slug}", shown.Letter.Body, StringComparison.Ordinal);
        Assert.Contains("by 22 December 2026", shown.Letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("numbat", shown.Letter.Title, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            ["essex-trust", "kent-county-council"],
            await db.History.Where(entry => entry.Subject == story.Reference && entry.Act == HistoryAct.PutToOrganisation).Select(entry => entry.Why)
                .Order().ToListAsync());
        Assert.Equal(["Essex Trust", "Kent County Council"], (await database.PublicAsync(story)).Select(ask => ask.Organisation).Order());
    }

    [Fact]
    public async Task Only_what_everyone_may_read_goes_out_and_to_the_service_itself_only_where_the_author_allows_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().About("Housing", "Kent").Published());
        var same = await database.OrganisationAsync("Homes of Kent", service: "Housing", place: "Kent");
        var region = await database.OrganisationAsync("Homes of the South East", service: "Housing", place: "South East");
        var unknown = await database.OrganisationAsync("Kent", place: "Kent");
        var elsewhere = await database.OrganisationAsync("Homes of Leeds", service: "Housing", place: "Leeds");
        var other = await database.OrganisationAsync("Kent Police", service: "Police", place: "Kent");
        var door = await database.OrganisationAsync("Kent Contact Centre", service: "Council customer services", place: "Kent");

        var refused = new List<string>();
        foreach (var organisation in new[] { same, region, unknown, door })
        {
            var wrong = await Assert.ThrowsAsync<ValidationException>(() => database.PutAsync(story, organisation));
            refused.AddRange(wrong.Errors.Select(one => one.ErrorMessage));
        }

        await database.PutAsync(story, elsewhere);
        await database.PutAsync(story, other);

        Assert.All(refused, sentence => Assert.EndsWith(
            "The author has not agreed that this story goes to the service it is about.", sentence, StringComparison.Ordinal));
        Assert.Equal((4, 2), (refused.Count, await database.Get<InfoStoryContext>().Asks.CountAsync()));
    }

    [Fact]
    public async Task A_council_is_the_service_of_every_story_of_its_place()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().About("Adult social care", "Kent").Published());
        await database.Get<Authorities>().AddMissingAsync(default);
        var db = database.Get<InfoStoryContext>();
        var (kent, leeds) = (await CouncilAsync("Kent"), await CouncilAsync("Leeds"));

        var wrong = await Assert.ThrowsAsync<ValidationException>(() => database.PutAsync(story, kent));
        await database.PutAsync(story, leeds);

        Assert.EndsWith(
            "The author has not agreed that this story goes to the service it is about.", wrong.Errors.Single().ErrorMessage, StringComparison.Ordinal);

        async Task<Organisation> CouncilAsync(string place)
        {
            var council = await db.Organisations.SingleAsync(one => db.Set<Place>().Any(of => of.Id == one.AuthorityOfId && of.Name == place));
            council.Mailbox = "office@council.example";
            await db.SaveChangesAsync();
            return council;
        }
    }

    [Fact]
    public async Task What_cannot_be_asked_says_why_and_nobody_is_asked()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        var ready = await database.Given(A.Story().Titled("Not public").Ready());
        var draft = await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);
        var silent = await database.OrganisationAsync("No mailbox", mailbox: null);
        var free = await database.OrganisationAsync("Essex", "essex@example.org");
        var kent = (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Row.OrganisationId;
        var asking = database.Get<Asking>();

        var wrong = await Assert.ThrowsAsync<ValidationException>(() => asking.PutAsync(
            story.CaseStudy, new() { Organisations = [silent.Id, free.Id, kent] }, A.Publisher(), default));
        var closed = await Assert.ThrowsAsync<ConflictException>(() => database.Get<Asking>()
            .PutAsync(draft, new() { Organisations = [free.Id] }, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.PutAsync(story, free, A.Moderator()));

        Assert.Equal(
            ["Kent County Council: It has been asked, and has not replied yet.", "No mailbox: It has no mailbox yet."],
            wrong.Errors.Select(one => one.ErrorMessage));
        Assert.Equal("Only a case study that is public can be put to an organisation.", closed.Message);
        Assert.Equal(1, await database.Get<InfoStoryContext>().Asks.CountAsync());
    }

    [Theory]
    [InlineData("Housing", "Police")]
    [InlineData("Police", "Housing")]
    public async Task Which_service_a_retired_tag_means_cannot_be_told_so_it_counts_as_named(string told, string asked)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().About(told, "Kent").Published());
        var organisation = await database.OrganisationAsync("Somebody of Kent", service: asked, place: "Kent");

        await database.RetireAsync("housing");

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.PutAsync(story, organisation));
        Assert.Contains("Somebody of Kent", Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_publishers_at_once_ask_once()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var kent = await database.OrganisationAsync();
        using var meanwhile = new Meanwhile(database.File, "FROM \"Places\"", () => database.PutAsync(story, kent));

        await Assert.ThrowsAsync<ConflictException>(() => database.PutAsync(story, kent));

        Assert.True(meanwhile.IsDone);
        Assert.Equal((1, 1), (await database.Get<InfoStoryContext>().Asks.CountAsync(), await database.Get<InfoStoryContext>().Set<Letter>().CountAsync()));
    }

    [Fact]
    public async Task Who_was_silent_may_be_asked_again_and_the_silence_stays_on_record()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await database.AskedAsync();
        var kent = await database.Get<InfoStoryContext>().Organisations.SingleAsync();
        database.Days(29);

        await database.PutAsync(story, kent);

        Assert.Equal([AskPhase.Silent, AskPhase.Waiting], (await database.PublicAsync(story)).Select(ask => ask.Stands.Phase));
        await Assert.ThrowsAsync<ValidationException>(() => database.PutAsync(story, kent));
    }

    [Fact]
    public async Task One_reminder_and_one_last_letter_are_written_whoever_runs_how_often()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        var (letters, written) = (0, new List<int>());

        foreach (var days in new[] { 13, 1, 0, 14, 1, 0, 30 })
        {
            database.Days(days);
            written.Add(await database.WriteAsync());
            letters += await database.SendAllAsync();
        }

        var db = database.Get<InfoStoryContext>();
        Assert.Equal([0, 1, 0, 0, 1, 0, 0], written);
        Assert.Equal(3, letters);
        Assert.Equal(
            [AskEventKind.Put, AskEventKind.Reminded, AskEventKind.TimeOver],
            (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Events.Select(one => one.Fact.Kind));
        Assert.Equal(1, await db.History.CountAsync(entry => entry.Subject == story.Reference && entry.Act == HistoryAct.NoReplyInTime));
        Assert.Equal(AskPhase.Silent, (await database.StandsAsync(ask)).Phase);
    }

    [Fact]
    public async Task No_letter_is_about_a_case_study_that_is_public_no_more()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().About("Housing", "Kent").Published());
        database.Days(720);

        await database.PutAsync(story, await database.OrganisationAsync("Kent Police", service: "Police", place: "Kent"));

        var db = database.Get<InfoStoryContext>();
        var letter = await db.Set<Letter>().SingleAsync();
        Assert.Equal(await db.CaseStudies.Select(study => study.PublicUntil).SingleAsync(), letter.ExpiresAt);
        Assert.NotNull(letter.ExpiresAt);
    }

    [Fact]
    public async Task Two_processes_at_once_remind_once_and_nobody_is_reminded_who_was_paused_or_replied()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, _) = await database.AskedAsync();
        var paused = await database.PutAsync(story, await database.OrganisationAsync("Essex", "essex@example.org"));
        var answered = await database.PutAsync(story, await database.OrganisationAsync("Surrey", "surrey@example.org"));
        await database.SendAllAsync();
        database.Days(5);
        await database.RecordAsync(paused, new() { Kind = AskEventKind.HoldingReply, Until = database.Clock.Today().AddDays(20) });
        await database.RecordAsync(answered, new() { Kind = AskEventKind.Answered });
        database.Days(9);
        using var meanwhile = new Meanwhile(database.File, "FROM \"AskEvents\"", () => database.WriteAsync());

        await database.WriteAsync();

        Assert.True(meanwhile.IsDone);
        var db = database.Get<InfoStoryContext>();
        Assert.Equal(["office@kent.example"], await db.Set<AskEvent>().Where(one => one.Kind == AskEventKind.Reminded).Select(one => one.SentTo).ToListAsync());
    }

    [Fact]
    public async Task What_its_author_does_not_allow_any_more_is_called_off_in_the_same_save()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();

        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default);

        Assert.Equal(AskPhase.CalledOff, (await database.StandsAsync(ask)).Phase);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
        Assert.Empty(await database.PublicAsync(story));
    }

    [Fact]
    public async Task What_is_put_while_its_author_forbids_it_is_called_off_or_never_put()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var kent = await database.OrganisationAsync();
        using var meanwhile = new Meanwhile(database.File, "FROM \"Places\"", () => database.Get<Permissions>()
            .ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default));

        await Assert.ThrowsAsync<ConflictException>(() => database.PutAsync(story, kent));

        Assert.True(meanwhile.IsDone);
        Assert.Equal((0, 0), (await database.Get<InfoStoryContext>().Asks.CountAsync(), await database.Get<InfoStoryContext>().Set<Letter>().CountAsync()));
    }
}
