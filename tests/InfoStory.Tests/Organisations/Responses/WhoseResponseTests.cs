using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Responses.AnswerBuilding;

namespace InfoStory.Tests.Organisations.Responses;

/// <summary>Whose an answer is, and who is told of it, whatever becomes of the ask, of the organisation and of whoever wrote it.</summary>
public sealed class WhoseResponseTests
{
    [Fact]
    public async Task What_is_given_back_goes_to_the_mailbox_where_its_writer_sits_elsewhere_by_now()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await MoveSeatAsync(database, ann, await KentAsync(database), await database.OrganisationAsync("Essex", "office@essex.example"));
        var shown = await ShownAsync(database);
        var toReturn = await database.Get<ResponsesToRead>().ToReturnAsync(shown.Id, A.Publisher(), default);

        await ReturnAsync(database, "Please leave out the street");

        Assert.Equal("office@kent.example", toReturn.To);
        Assert.Equal("office@kent.example", (await ReturnLetterAsync(database)).To);
    }

    [Theory]
    [InlineData(true, "ann@kent.example")]
    [InlineData(false, "office@essex.example")]
    public async Task What_is_given_back_goes_to_whoever_answers_for_a_merged_organisation(bool annStays, string to)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await PublishAsync(database, (await ShownAsync(database)).Id);
        var kent = await KentAsync(database);
        await database.MergeAsync(
            await database.Get<InfoStoryContext>().Organisations.SingleAsync(), await database.OrganisationAsync("Essex", "office@essex.example"));
        await database.Get<Answering>().SendAsync(ann, ask, await FormAsync(database, ann, ask) with { WillDo = "Half of that" }, default);
        if (!annStays) await database.Get<ResponderDesk>().CloseAsync(kent, ann, A.Publisher(), default);

        await ReturnAsync(database, "Please say which half");

        Assert.Equal(to, (await ReturnLetterAsync(database)).To);
    }

    [Fact]
    public async Task What_is_given_back_does_not_leave_to_whoever_answers_now_where_an_author_keeps_it_from_that_service()
    {
        await using var database = await TestDatabase.NewAsync();
        var kent = await database.OrganisationAsync("Kent", "office@kent.example", "Police");
        var story = await database.Given(A.Story().About("Housing", "Leeds").For(Audience.Website, Audience.NamedService).Published());
        var (ask, ann) = (await database.PutAsync(story, kent), await database.SeatAsync("ann@kent.example", kent));
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await PublishAsync(database, (await ShownAsync(database)).Id);
        await database.MergeAsync(kent, await database.OrganisationAsync("Essex", "office@essex.example", "Housing"));
        await database.Get<Answering>().SendAsync(ann, ask, await FormAsync(database, ann, ask) with { WillDo = "Half of that" }, default);
        await ReturnAsync(database, "Please say which half");
        await ReturnLetterAsync(database);

        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);

        Assert.False(await database.Get<InfoStoryContext>().Set<Letter>().AnyAsync(letter => letter.Title.StartsWith("Your response")));
    }

    [Fact]
    public async Task What_waited_when_a_case_study_was_taken_down_waits_on_when_it_is_put_again_and_can_be_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.SendAllAsync();
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        var sent = database.Clock.Today();
        database.Days(3);

        var again = await PutAgainAsync(database, story);
        database.Days(60);
        await database.WriteAsync();
        var waits = await database.StandsAsync(again);
        var shown = await ShownAsync(database);
        await PublishAsync(database, shown.Id);

        Assert.Equal((AskPhase.Replying, again, null), (waits.Phase, shown.AskId, shown.WhyNot));
        var read = Assert.Single(await database.PublicAsync(story));
        Assert.Equal((AskPhase.Answered, sent, Answer.WillDo), (read.Stands.Phase, read.Response!.SentOn, read.Response.Words.WillDo));
    }

    [Fact]
    public async Task What_waited_when_a_case_study_was_taken_down_can_be_given_back_once_it_is_put_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);

        var again = await PutAgainAsync(database, story);
        database.Days(40);
        await ReturnAsync(database, "Please leave out the street");

        Assert.Contains($"/respond/asks/{again}", (await ReturnLetterAsync(database)).Body, StringComparison.Ordinal);
        Assert.Equal(AskPhase.Waiting, (await database.StandsAsync(again)).Phase);
        Assert.Equal(Answer.WillDo, (await FormAsync(database, ann, again)).WillDo);
    }

    [Fact]
    public async Task A_draft_of_an_ask_that_was_called_off_goes_on_when_it_is_put_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SaveAsync(ann, ask, Answer, default);

        var again = await PutAgainAsync(database, story);

        Assert.Equal(Answer.WillDo, (await FormAsync(database, ann, again)).WillDo);
        Assert.Equal(AskPhase.Waiting, (await database.StandsAsync(again)).Phase);
    }

    [Theory]
    [InlineData(OrganisationEnd.Closed, false)]
    [InlineData(OrganisationEnd.Merged, true)]
    public async Task What_a_closed_organisation_began_to_write_is_not_read_by_those_who_do_its_work(OrganisationEnd how, bool isKept)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.SendAllAsync();
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await ReturnAsync(database, "Not with the name of Mrs Whitcombe");
        var eve = await database.SeatAsync("eve@essex.example", await database.OrganisationAsync("Essex", "office@essex.example"));

        await database.EndAsync(await KentAsync(database), how, "Essex");

        var seen = await database.Get<Answering>().ShowAsync(eve, ask, default);
        Assert.Equal((AskPhase.Waiting, isKept), (seen.Stands.Phase, seen.Writing is not null));
        Assert.Equal(isKept ? 1 : 0, await database.Get<InfoStoryContext>().Set<Letter>().CountAsync(letter => letter.Body.Contains("Whitcombe")));
    }

    [Fact]
    public async Task An_ask_is_not_passed_on_while_its_response_waits_whatever_the_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.OrganisationAsync("Essex", "office@essex.example");
        var asked = database.Clock.Today();
        database.Days(2);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);

        foreach (var on in (DateOnly?[])[null, asked])
        {
            var refused = await Assert.ThrowsAsync<ValidationException>(
                () => database.RecordAsync(ask, new() { Kind = AskEventKind.PassedOn, To = "Essex", On = on }));
            Assert.Equal("Its response is with us. Publish it or give it back, then pass the ask on", Assert.Single(refused.Errors).ErrorMessage);
        }

        Assert.Equal(AskPhase.Replying, (await database.StandsAsync(ask)).Phase);
    }

    [Fact]
    public async Task What_came_by_email_is_written_over_a_draft_of_the_organisation_only_where_that_is_said()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        var desk = database.Get<ResponseDesk>();
        Assert.Null(await desk.TheirDraftAsync(ask, A.Publisher(), default));
        await database.Get<Answering>().SaveAsync(ann, ask, Answer with { WillDo = "What we have begun to write" }, default);
        var begun = database.Clock.Today();
        database.Days(15);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => desk.EnterAsync(ask, Answer, A.Publisher(), default));
        var kept = (await FormAsync(database, ann, ask)).WillDo;
        var day = await desk.TheirDraftAsync(ask, A.Publisher(), default);
        await desk.EnterAsync(ask, Answer with { WritesOver = true }, A.Publisher(), default);

        Assert.Equal(nameof(WriteResponse.WritesOver), Assert.Single(refused.Errors).PropertyName);
        Assert.Equal(("What we have begun to write", begun), (kept, day));
        Assert.Equal(Answer.WillDo, (await ShownAsync(database)).Words.WillDo);
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.TheirDraftAsync(ask, A.Moderator(), default));
    }

    private static async Task<Id<Organisation>> KentAsync(TestDatabase database) =>
        (await database.Get<InfoStoryContext>().Organisations.SingleAsync(one => one.Slug == "kent-county-council")).Id;

    private static Task<Letter> ReturnLetterAsync(TestDatabase database) => database.Get<InfoStoryContext>().Set<Letter>()
        .SingleAsync(letter => letter.Title == "Your response needs a change before it can appear");

    /// <summary>They leave the one and sit at the other.</summary>
    private static async Task MoveSeatAsync(TestDatabase database, Id<Responder> who, Id<Organisation> from, Organisation to)
    {
        await database.Get<ResponderDesk>().CloseAsync(from, who, A.Publisher(), default);
        var db = database.Get<InfoStoryContext>();
        var seat = new ResponderSeat { OrganisationId = to.Id };
        seat.Open(database.Clock.UtcNow);
        (await db.Responders.SingleAsync(one => one.Id == who)).Seats.Add(seat);
        await db.SaveChangesAsync();
    }

    /// <summary>The case study is taken down, published and put to the same organisation.</summary>
    private static async Task<Id<Ask>> PutAgainAsync(TestDatabase database, GivenStory story)
    {
        await UnpublishAsync(database, story);
        var editing = database.Get<CaseStudyEditing>();
        await editing.PublishAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);
        return await database.PutAsync(story, await database.Get<InfoStoryContext>().Organisations.SingleAsync());
    }
}
