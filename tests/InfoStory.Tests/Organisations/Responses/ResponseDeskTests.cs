using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Responses.AnswerBuilding;

namespace InfoStory.Tests.Organisations.Responses;

/// <summary>What publishers do with answers.</summary>
public sealed class ResponseDeskTests
{
    [Fact]
    public async Task What_is_given_back_is_a_draft_again_and_a_letter_says_why()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await database.SendAllAsync();

        await ReturnAsync(database, "Please leave out the name of the street");

        var letter = await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync();
        Assert.Equal(("ann@kent.example", ResponderSets.Subject(ann)), (letter.To, letter.Subject));
        Assert.Contains("Please leave out the name of the street", letter.Body, StringComparison.Ordinal);
        Assert.Contains($"/respond/asks/{ask}", letter.Body, StringComparison.Ordinal);
        var shown = await database.Get<Answering>().ShowAsync(ann, ask, default);
        Assert.Equal((ResponseState.Draft, "Please leave out the name of the street"), (shown.Writing!.State, shown.Writing.ReturnedWhy));
        Assert.Equal(Answer.WillDo, shown.ToForm().WillDo);
        await UnpublishAsync(database, story);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }

    [Fact]
    public async Task Nobody_is_asked_any_more_once_their_answer_is_public()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        var asking = await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync();

        await PublishAsync(database, (await ShownAsync(database)).Id);

        Assert.Equal("office@kent.example", asking.To);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }

    [Fact]
    public async Task Words_that_a_rule_points_at_are_shown_and_go_public_only_for_a_reason()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer with { Whom = "Mrs Angela Whitcombe, 07700 900123" }, default);
        var shown = await ShownAsync(database);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => PublishAsync(database, shown.Id));
        var before = (await database.PublicAsync(story))[0].Response;
        await PublishAsync(database, shown.Id, WhyPublic.Public);

        Assert.Contains("looks like a name", Assert.Single(shown.Flags), StringComparison.Ordinal);
        Assert.All(refused.Errors, error => Assert.Equal(nameof(PublishResponse.WhyPublic), error.PropertyName));
        Assert.Null(before);
        Assert.NotNull((await database.PublicAsync(story))[0].Response);
        Assert.Equal(
            "everyone may know it",
            (await database.Get<InfoStoryContext>().History.SingleAsync(entry => entry.Subject == ResponseSets.Subject(shown.Id)
                && (entry.Act == HistoryAct.FlagDismissed || entry.Act == HistoryAct.FlagsDismissed))).Why);
    }

    [Fact]
    public async Task An_answer_that_was_given_before_is_pointed_out_with_how_alike_it_is()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        var first = await ShownAsync(database);
        await PublishAsync(database, first.Id);
        var other = await database.Given(A.Story().Titled("Another one").For(Audience.Website, Audience.NamedService).Published());
        var essex = await database.OrganisationAsync("Essex", "office@essex.example");
        var again = await database.PutAsync(other, essex);
        var eve = await database.SeatAsync("eve@essex.example", essex);

        await database.Get<Answering>().SendAsync(eve, again, Answer with { WillDo = $"{Answer.WillDo} Thank you." }, default);

        var alike = Assert.Single((await ShownAsync(database)).Alike);
        Assert.Equal((first.Id, "Kent County Council"), (alike.Id, alike.Organisation));
        Assert.InRange(alike.Percent, 80, 99);
        Assert.Empty(first.Alike);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_what_was_public_and_the_earlier_words_stay_for_publishers()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await PublishAsync(database, (await ShownAsync(database)).Id);
        var (sent, edition) = (database.Clock.Today(), await EditionAsync(database));
        database.Days(10);

        var form = await FormAsync(database, ann, ask);
        await database.Get<Answering>().SaveAsync(ann, ask, form with { WillDo = "Half of that" }, default);
        var quiet = await EditionAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, await FormAsync(database, ann, ask), default);
        var correction = await ShownAsync(database);
        database.Days(2);
        await PublishAsync(database, correction.Id);

        Assert.Equal((0, Answer.WillDo), (form.Revision, form.WillDo));
        Assert.Equal(edition, quiet);
        Assert.Equal(Answer.WillDo, Assert.Single(correction.Earlier).Words.WillDo);
        var read = (await database.PublicAsync(story))[0];
        Assert.Equal(("Half of that", sent, database.Clock.Today()), (read.Response!.Words.WillDo, read.Response.SentOn, read.Response.ChangedOn));
        Assert.Equal((AskPhase.Answered, sent), (read.Stands.Phase, read.Stands.Since));
        Assert.True(await EditionAsync(database) > quiet);
    }

    [Fact]
    public async Task What_came_by_email_is_written_down_with_its_day_and_read_as_any_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.SendAllAsync();
        var asked = database.Clock.Today();
        database.Days(40);
        await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<ResponseDesk>().EnterAsync(ask, Answer with { On = asked.AddDays(-1) }, A.Publisher(), default));

        var id = await database.Get<ResponseDesk>().EnterAsync(ask, Answer with { On = asked.AddDays(9) }, A.Publisher(), default);
        await PublishAsync(database, id);

        var read = (await database.PublicAsync(story))[0];
        Assert.Equal((AskPhase.Answered, asked.AddDays(9)), (read.Stands.Phase, read.Stands.Since));
        Assert.Null((await database.Get<ResponsesToRead>().ShowAsync(id, A.Publisher(), default)).By);
        await database.Get<Answering>().SaveAsync(ann, ask, Answer, default);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<ResponseDesk>().EnterAsync(ask, Answer, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<ResponseDesk>().EnterAsync(ask, Answer, A.Moderator(), default));
    }

    [Fact]
    public async Task A_change_that_it_names_becomes_a_promise_in_the_same_act_or_nothing_is_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        var due = database.Clock.Today().AddDays(20);
        await Assert.ThrowsAsync<ValidationException>(() => database.Get<Answering>().SendAsync(ann, ask, Answer with { Change = "One number" }, default));
        await database.Get<Answering>().SendAsync(
            ann, ask, await FormAsync(database, ann, ask) with { Whose = "Head of housing", Due = due }, default);
        var id = (await ShownAsync(database)).Id;

        await PublishAsync(database, id, promise: true);

        var read = await database.Get<PublicAsks>().ReadAsync(story.Slug!, default);
        Assert.Equal(("One number", "Head of housing", due), Assert.Single(read.Promises) is var made ? (made.What, made.Role, made.Due) : default);
        Assert.Equal(AskPhase.Answered, Assert.Single(read.Asks).Stands.Phase);
        await database.Get<Answering>().SendAsync(
            ann, ask, await FormAsync(database, ann, ask) with { Change = "Another", Whose = "Head of housing", Due = due }, default);
        var late = (await ShownAsync(database)).Id;
        database.Days(30);
        var refused = await Assert.ThrowsAsync<ValidationException>(() => PublishAsync(database, late, promise: true));
        Assert.All(refused.Errors, error => Assert.Equal(nameof(PublishResponse.Promise), error.PropertyName));
        Assert.Single((await database.Get<ResponsesToRead>().ListAsync(null, A.Publisher(), default)).Rows);
        await PublishAsync(database, late);
        Assert.Single((await database.Get<PublicAsks>().ReadAsync(story.Slug!, default)).Promises);
    }

    [Fact]
    public async Task Nothing_is_written_of_a_correction_to_the_service_that_the_author_keeps_it_from()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await PublishAsync(database, (await ShownAsync(database)).Id);
        await database.Get<Answering>().SendAsync(ann, ask, await FormAsync(database, ann, ask) with { WillDo = "Half of that" }, default);
        await database.SendAllAsync();
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);

        await ReturnAsync(database, "Please say which half");

        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.Body.Contains("which half")).ToListAsync());
    }

    [Fact]
    public async Task Only_the_last_letter_about_an_answer_waits_and_none_once_it_is_public()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.SendAllAsync();
        foreach (var why in (string[])["Leave out the street", "Leave out the name"])
        {
            await database.Get<Answering>().SendAsync(ann, ask, Answer with { Revision = (await FormAsync(database, ann, ask)).Revision }, default);
            await ReturnAsync(database, why);
        }

        var waiting = await LettersAsync();
        await database.Get<Answering>().SendAsync(ann, ask, await FormAsync(database, ann, ask), default);

        Assert.Contains("Leave out the name", Assert.Single(waiting).Body, StringComparison.Ordinal);
        Assert.Empty(await LettersAsync());

        Task<List<Letter>> LettersAsync() =>
            database.Get<InfoStoryContext>().Set<Letter>().AsNoTracking().Where(letter => letter.To == "ann@kent.example").ToListAsync();
    }

    [Fact]
    public async Task An_answer_to_what_was_called_off_says_why_it_is_not_published_and_is_given_back_without_a_letter()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await database.SendAllAsync();
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);
        var shown = await ShownAsync(database);
        var toReturn = await database.Get<ResponsesToRead>().ToReturnAsync(shown.Id, A.Publisher(), default);

        var isTold = await database.Get<ResponseDesk>().ReturnAsync(shown.Id, new() { Revision = shown.Revision, Why = "Too late" }, A.Publisher(), default);

        Assert.Equal((Answering.Ended, null, false), (shown.WhyNot, toReturn.To, isTold));
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.Body.Contains("Too late")).ToListAsync());
    }

    [Theory]
    [InlineData(OrganisationEnd.Closed)]
    [InlineData(OrganisationEnd.Merged)]
    public async Task An_organisation_does_not_end_while_its_answer_waits(OrganisationEnd how)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        var kent = (await database.Get<InfoStoryContext>().Organisations.SingleAsync()).Id;
        await database.OrganisationAsync("Essex", "office@essex.example");
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);

        await Assert.ThrowsAsync<ConflictException>(() => database.EndAsync(kent, how, how == OrganisationEnd.Merged ? "Essex" : null));
        await PublishAsync(database, (await ShownAsync(database)).Id);
        await database.EndAsync(kent, how, how == OrganisationEnd.Merged ? "Essex" : null);

        Assert.Equal(AskPhase.Answered, (await database.StandsAsync(ask)).Phase);
    }

    [Fact]
    public async Task A_recorded_reply_is_not_undone_while_their_answer_waits()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        var revision = (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Revision;

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<AskRecords>().UndoAnswerAsync(ask, revision, A.Publisher(), default));
    }
}
