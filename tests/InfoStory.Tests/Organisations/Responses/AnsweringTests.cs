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
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Responses.AnswerBuilding;

namespace InfoStory.Tests.Organisations.Responses;

/// <summary>What those write who answer, and when everyone reads it.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public async Task What_is_sent_is_read_first_and_then_everyone_reads_it_and_its_author_is_told()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = "teller@example.org" }, default);
        database.Days(20);
        var sent = database.Clock.Today();
        await database.Get<Answering>().SendAsync(ann, ask, Answer with { Whom = "The housing desk" }, default);
        var before = await database.PublicAsync(story);
        database.Days(30);

        var waits = Assert.Single((await database.Get<ResponsesToRead>().ListAsync(null, A.Publisher(), default)).Rows);
        await PublishAsync(database, waits.Id);

        Assert.Null(Assert.Single(before).Response);
        Assert.Equal((30, "Kent County Council", false), (waits.Days, waits.Organisation, waits.IsCorrection));
        var read = Assert.Single(await database.PublicAsync(story));
        Assert.Equal((AskPhase.Answered, sent), (read.Stands.Phase, read.Stands.Since));
        Assert.Equal(new(new(Answer.Understood!, Answer.WillDo!, "The housing desk", "Head of housing"), sent, null), read.Response);
        Assert.Equal(1, await database.Get<AuthorNotices>().WriteDueAsync(default));
        Assert.Contains((await database.Get<MyStory>().ShowAsync(story.Id, default)).Steps, step => step.Act == HistoryAct.ResponsePublished);
        var organisation = await database.Get<OrganisationRegister>().ReadAsync("kent-county-council", default);
        Assert.Equal(read.Response, Assert.Single(organisation.Asks).Response);
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<ResponsesToRead>().ListAsync(null, A.Moderator(), default));
    }

    [Fact]
    public async Task While_it_waits_with_us_nobody_is_called_silent_nor_written_to_and_what_we_took_does_not_count()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.SendAllAsync();
        database.Days(28);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        database.Days(60);

        var written = await database.WriteAsync();
        var waiting = await database.StandsAsync(ask);
        await ReturnAsync(database, "Please leave out the name of the street");
        var returned = await database.StandsAsync(ask);
        database.Days(13);
        var mending = (await database.StandsAsync(ask)).Phase;
        await database.Get<Answering>().SendAsync(ann, ask, await FormAsync(database, ann, ask), default);
        await PublishAsync(database, (await database.Get<ResponsesToRead>().ListAsync(null, A.Publisher(), default)).Rows[0].Id);

        Assert.Equal((0, AskPhase.Replying, null), (written, waiting.Phase, waiting.OverAt));
        Assert.Equal((AskPhase.Waiting, 14), (returned.Phase, returned.Ends.DayNumber - (database.Clock.Today().DayNumber - 13)));
        Assert.Equal(AskPhase.Waiting, mending);
        Assert.Equal(AskPhase.Answered, (await database.StandsAsync(ask)).Phase);
        Assert.False(await database.Get<InfoStoryContext>().History.AnyAsync(entry => entry.Act == HistoryAct.NoReplyInTime));
    }

    [Fact]
    public async Task Colleagues_go_on_with_one_draft_and_neither_writes_over_the_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        var bob = await database.SeatAsync("bob@kent.example", await database.Get<InfoStoryContext>().Organisations.SingleAsync());
        await database.Get<Answering>().SaveAsync(ann, ask, new() { Understood = "Half of it" }, default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Answering>().SaveAsync(bob, ask, new() { Understood = "A blank form" }, default));
        var form = await FormAsync(database, bob, ask);
        await database.Get<Answering>().SaveAsync(bob, ask, form with { WillDo = "The other half" }, default);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Answering>().SaveAsync(ann, ask, form with { WillDo = "Something else" }, default));

        var written = (await database.Get<Answering>().ShowAsync(ann, ask, default)).Writing!;
        Assert.Equal(("Half of it", "The other half"), (written.Words.Understood, written.Words.WillDo));
        Assert.Empty((await database.Get<ResponsesToRead>().ListAsync(null, A.Publisher(), default)).Rows);
    }

    [Fact]
    public async Task Sending_the_same_twice_is_once_and_what_was_sent_is_not_written_over()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);

        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);

        var form = await FormAsync(database, ann, ask);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Answering>().SaveAsync(ann, ask, form with { WillDo = "Nothing" }, default));
        Assert.Equal(1, await database.Get<InfoStoryContext>().Set<AskEvent>().CountAsync(one => one.Kind == AskEventKind.ReplySent));
    }

    [Theory]
    [InlineData(null, "Something", "Head", "Understood")]
    [InlineData("Something", "  ", "Head", "WillDo")]
    [InlineData("Something", "Something", null, "Role")]
    public async Task What_is_sent_is_whole_and_a_draft_need_not_be(string? understood, string? willDo, string? role, string field)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        var form = new WriteResponse { Understood = understood, WillDo = willDo, Role = role };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Answering>().SendAsync(ann, ask, form, default));
        await database.Get<Answering>().SaveAsync(ann, ask, form, default);

        Assert.Equal(field, Assert.Single(refused.Errors).PropertyName);
    }

    [Fact]
    public async Task What_is_too_long_to_be_sent_is_kept_whole_and_sent_when_it_is_shorter()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);
        var form = Answer with { WillDo = new('x', Response.MaxPart + 1) };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Answering>().SendAsync(ann, ask, form, default));
        var again = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Answering>().SendAsync(ann, ask, form, default));
        var kept = await FormAsync(database, ann, ask);
        await database.Get<Answering>().SaveAsync(ann, ask, kept with { Understood = new('y', 9_000) }, default);
        var longer = await FormAsync(database, ann, ask);
        var endless = longer with { Understood = new('z', PlainText.Room(Response.MaxPart) + 1) };
        await Assert.ThrowsAsync<ValidationException>(() => database.Get<Answering>().SaveAsync(ann, ask, endless, default));
        await database.Get<Answering>().SendAsync(ann, ask, longer with { Understood = Answer.Understood, WillDo = Answer.WillDo }, default);

        Assert.Equal("What you will do must be 2,000 characters or fewer", Assert.Single(refused.Errors).ErrorMessage);
        Assert.Equal("WillDo", Assert.Single(again.Errors).PropertyName);
        Assert.Equal((form.Understood, form.WillDo, 1), (kept.Understood, kept.WillDo, kept.Revision));
        Assert.Equal(9_000, longer.Understood!.Length);
        Assert.Single((await database.Get<ResponsesToRead>().ListAsync(null, A.Publisher(), default)).Rows);
    }

    [Fact]
    public async Task An_empty_form_that_is_sent_begins_no_draft()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, ann) = await AskedAsync(database);

        await Assert.ThrowsAsync<ValidationException>(() => database.Get<Answering>().SendAsync(ann, ask, new() { Role = "Head of housing" }, default));

        Assert.Null((await database.Get<Answering>().ShowAsync(ann, ask, default)).Writing);
    }

    [Fact]
    public async Task What_was_written_goes_on_with_the_ask_that_is_put_anew()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SaveAsync(ann, ask, Answer with { WillDo = null }, default);
        await database.SendAllAsync();
        database.Days(40);

        var next = await database.PutAsync(story, await database.Get<InfoStoryContext>().Organisations.SingleAsync());
        var form = await FormAsync(database, ann, next);
        await database.Get<Answering>().SendAsync(ann, next, form with { WillDo = Answer.WillDo }, default);

        Assert.NotEqual(ask, next);
        Assert.Equal(Answer.Understood, form.Understood);
        Assert.Null((await database.Get<Answering>().ShowAsync(ann, ask, default)).Writing);
        Assert.Equal(AskPhase.Replying, (await database.StandsAsync(next)).Phase);
    }

    [Fact]
    public async Task Whoever_answers_for_another_organisation_finds_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask, _) = await AskedAsync(database);
        var other = await database.SeatAsync("eve@essex.example", await database.OrganisationAsync("Essex", "office@essex.example"));

        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Answering>().ShowAsync(other, ask, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Answering>().SaveAsync(other, ask, Answer, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Answering>().SendAsync(other, ask, Answer, default));
    }

    [Fact]
    public async Task What_is_taken_down_or_not_allowed_any_more_is_neither_answered_nor_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        var sent = await ShownAsync(database);
        var (other, calledOff, bob) = await AskedAsync(database, "Essex Trust", "essex.example");
        await database.Get<Answering>().SaveAsync(bob, calledOff, Answer, default);

        await UnpublishAsync(database, story);
        await database.Get<Permissions>().ChangeAsync(other.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);

        await Assert.ThrowsAsync<ConflictException>(() => PublishAsync(database, sent.Id));
        var shown = await database.Get<Answering>().ShowAsync(ann, ask, default);
        Assert.Equal((null, Answering.NotPublic), (shown.CaseStudy, shown.WhyNot));
        Assert.Equal(Answering.CalledOff, (await database.Get<Answering>().ShowAsync(bob, calledOff, default)).WhyNot);
        var form = await FormAsync(database, bob, calledOff);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Answering>().SendAsync(bob, calledOff, form, default));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Answering>().SaveAsync(bob, calledOff, form, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_answered_goes_with_the_story_also_where_it_is_sent_at_that_moment(bool erases)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, ask, ann) = await AskedAsync(database);
        await database.Get<Answering>().SaveAsync(ann, ask, Answer, default);
        var form = await FormAsync(database, ann, ask);
        using (var meanwhile = new Meanwhile(database.File, "FROM \"Responses\"", () => erases
            ? database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default)
            : database.Get<Withdrawal>().WithdrawAsync(story.Id, default)))
        {
            await Assert.ThrowsAsync<ConflictException>(() => database.Get<Answering>().SendAsync(ann, ask, form, default));
            Assert.True(meanwhile.IsDone);
        }

        Assert.DoesNotContain("keeps the whole story of a family", await database.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responders_pause_the_clock_and_ask_the_team_by_the_rules_of_the_desk_and_in_their_own_name()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AskedAsync(database);
        var until = database.Clock.Today().AddDays(20);
        await RefusedAsync("Until", new() { Kind = AskEventKind.HoldingReply, Until = database.Clock.Today().AddDays(29) });
        await RefusedAsync("Words", new() { Kind = AskEventKind.Question });
        await RefusedAsync("To", new() { Kind = AskEventKind.PassedOn });
        await RefusedAsync("Kind", new() { Kind = AskEventKind.Corrected });

        await TellAsync(new() { Kind = AskEventKind.PassedOn, To = "Essex", Words = "They run it" });
        await TellAsync(new() { Kind = AskEventKind.PassedOn, To = "Essex Trust", Words = "They run it" });
        var goesOn = (await database.StandsAsync(ask)).Phase;
        await TellAsync(new() { Kind = AskEventKind.HoldingReply, Until = until });
        await TellAsync(new() { Kind = AskEventKind.Question, Words = "Which of our teams?" });
        var open = await Assert.ThrowsAsync<ValidationException>(() => TellAsync(new() { Kind = AskEventKind.Question, Words = "And when?" }));

        var desk = await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default);
        Assert.StartsWith("Your last question", Assert.Single(open.Errors).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal((AskPhase.Waiting, AskPhase.Asking), (goesOn, desk.Row.Stands.Phase));
        Assert.Equal([("Essex Trust", "They run it"), (null, "Which of our teams?")], desk.Notes.Select(note => (note.To, note.Words!)));
        Assert.Equal(
            [ResponderSets.Subject(ann)],
            await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == story.Reference
                && (entry.Act == HistoryAct.HoldingReplyRecorded || entry.Act == HistoryAct.QuestionRecorded || entry.Act == HistoryAct.BelongsElsewhere))
                .Select(entry => entry.By).Distinct().ToListAsync());
        await database.Get<Answering>().SendAsync(ann, ask, Answer, default);
        await Assert.ThrowsAsync<ConflictException>(() => TellAsync(new() { Kind = AskEventKind.Question, Words = "One more" }));
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        Assert.DoesNotContain("Which of our teams", await database.DumpAsync(), StringComparison.Ordinal);

        async Task TellAsync(TellTeam command) => await database.Get<TellingTeam>().TellAsync(
            ann, ask, command with { Revision = (await database.Get<Answering>().ShowAsync(ann, ask, default)).Revision }, default);

        async Task RefusedAsync(string field, TellTeam command) => Assert.Contains(
            (await Assert.ThrowsAsync<ValidationException>(() => TellAsync(command))).Errors, error => error.PropertyName == field);
    }
}
