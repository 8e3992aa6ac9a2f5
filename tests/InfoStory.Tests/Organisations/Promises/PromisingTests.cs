using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Promises;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Promises.PromiseSteps;

namespace InfoStory.Tests.Organisations.Promises;

public sealed class PromisingTests
{
    [Fact]
    public async Task A_promise_goes_from_planned_to_confirmed_by_its_author()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);
        await LeaveContactAsync(database, story);

        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "The number is on every letter");
        var asked = await database.Get<PromiseLetters>().AskAuthorsAsync(default);
        var link = (await LettersAsync(database)).Single(letter => letter.ContactKey != null).Body.Split("/kept/")[1][..LinkKey.Length];
        var question = await database.Get<PromiseAnswers>().ShowAsync(link, default);
        await database.Get<PromiseAnswers>().AnswerAsync(link, KeptAnswer.Yes, default);

        var read = await database.Get<PromiseBook>().ReadAsync(slug, default);
        Assert.Equal((1, "One number to call", "The number is on every letter", (KeptAnswer?)null), (asked, question.What, question.Evidence, question.Answer));
        Assert.Equal(PromiseState.Confirmed, read.Promise.State);
        Assert.Equal([PromiseEventKind.Planned, PromiseEventKind.Made, PromiseEventKind.AuthorSaid], read.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task An_author_without_an_address_answers_at_My_story_and_is_not_asked_twice()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");

        var asked = (await database.Get<PromiseLetters>().AskAuthorsAsync(default), await database.Get<PromiseLetters>().AskAuthorsAsync(default));
        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, slug, KeptAnswer.No, default);

        Assert.Equal((1, 0), asked);
        Assert.Empty(await LettersAsync(database));
        Assert.Equal(KeptAnswer.No, Assert.Single(await database.Get<PromiseAnswers>().ListAsync(story.Id, default)).Answer);
        Assert.Equal(PromiseState.NotConfirmed, (await database.Get<PromiseBook>().ReadAsync(slug, default)).Promise.State);
    }

    [Fact]
    public async Task An_author_whose_case_study_was_down_for_a_moment_is_asked_when_it_is_shown_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");
        var editing = database.Get<CaseStudyEditing>();

        await editing.TakeDownAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);
        var whileDown = await database.Get<PromiseLetters>().AskAuthorsAsync(default);
        await editing.PublishAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);

        Assert.Equal((0, 1), (whileDown, await database.Get<PromiseLetters>().AskAuthorsAsync(default)));
    }

    [Fact]
    public async Task Two_processes_that_ask_at_once_ask_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);
        await LeaveContactAsync(database, story);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");

        var asked = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.Get<PromiseLetters>().AskAuthorsAsync(default))));

        Assert.Equal(1, asked.Sum());
        Assert.Single(await LettersAsync(database), letter => letter.ContactKey != null);
    }

    [Fact]
    public async Task A_link_of_another_purpose_or_a_made_up_one_asks_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug) = await PlannedAsync(database);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");
        await database.Get<PromiseLetters>().AskAuthorsAsync(default);
        var key = await database.Get<InfoStoryContext>().Set<PromiseEvent>().Where(one => one.Kind == PromiseEventKind.AuthorAsked)
            .Select(one => one.Id).SingleAsync();

        var links = database.Get<LinkKey>();
        string[] forged = [links.Sign(LinkPurpose.Subscription, key.Value, 0), links.Sign(LinkPurpose.Promise, key.Value - 1, 0), "nonsense"];

        foreach (var link in forged) await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PromiseAnswers>().ShowAsync(link, default));
        Assert.NotNull(await database.Get<PromiseAnswers>().ShowAsync(links.Sign(LinkPurpose.Promise, key.Value, 0), default));
    }

    [Fact]
    public async Task An_organisation_is_reminded_before_on_and_after_the_day_once_each()
    {
        await using var database = await TestDatabase.NewAsync();
        await PlannedAsync(database, days: 30);

        List<string> written = [];
        for (var day = 0; day < 60; day++)
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            await database.Get<PromiseLetters>().RemindAsync(default);
            await database.Get<PromiseLetters>().RemindAsync(default);
        }

        written.AddRange((await LettersAsync(database)).Where(letter => letter.To == PromiseBuilding.Mailbox).Select(letter => letter.Title));
        Assert.Equal(
            ["A change that you promised is due in two weeks", "A change that you promised is due today", "A change that you promised is overdue"], written);
    }

    [Fact]
    public async Task After_a_time_when_nothing_ran_the_day_itself_has_one_letter_and_not_another_at_night()
    {
        await using var database = await TestDatabase.NewAsync();
        await PlannedAsync(database, days: 30);

        var day = DateOnly.FromDateTime(A.Tuesday.UtcDateTime).AddDays(30);
        foreach (var hour in new[] { 6, 8, 12 })
        {
            database.Clock.SetUtcNow(new(day.ToDateTime(new(hour, 30)), TimeSpan.Zero));
            await database.Get<PromiseLetters>().RemindAsync(default);
        }

        Assert.Equal("A change that you promised is due today", Assert.Single(
            await LettersAsync(database), letter => letter.To == PromiseBuilding.Mailbox).Title);
    }

    [Fact]
    public async Task A_promise_is_public_only_while_its_case_study_is()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);

        var before = (await database.Get<PromiseBook>().ListAsync(new(), null, default)).Rows.Count;
        await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, await FormAsync(database, story), A.Publisher(), default);
        var after = (await database.Get<PromiseBook>().ListAsync(new(), null, default)).Rows.Count;

        Assert.Equal((1, 0), (before, after));
        await Assert.ThrowsAsync<GoneException>(() => database.Get<PromiseBook>().ReadAsync(slug, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PromiseBook>().ReadAsync($"{slug}-other", default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_story_that_is_taken_back_or_erased_takes_its_promises_with_it(bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");
        await database.Get<PromiseLetters>().AskAuthorsAsync(default);
        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, slug, KeptAnswer.Yes, default);

        if (erases) await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: false, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Equal((0, 0), (
            await database.Get<InfoStoryContext>().Promises.CountAsync(), await database.Get<InfoStoryContext>().Set<PromiseEvent>().CountAsync()));
        var dump = await database.DumpAsync();
        Assert.DoesNotContain("One number to call", dump, StringComparison.Ordinal);
        Assert.DoesNotContain(slug, dump, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => database.Get<PromiseBook>().ReadAsync(slug, default));
        Assert.IsType(erases ? typeof(NotFoundException) : typeof(GoneException), refused);
    }

    [Theory]
    [InlineData(null, "Head of housing", 30, nameof(PlanPromise.What))]
    [InlineData("One number", "  ", 30, nameof(PlanPromise.Role))]
    [InlineData("One number", "Head of housing", 0, nameof(PlanPromise.Due))]
    [InlineData("One number", "Head of housing", 2000, nameof(PlanPromise.Due))]
    [InlineData("Call 07700 900123", "Head of housing", 30, nameof(PlanPromise.What))]
    public async Task What_cannot_be_promised_is_refused_beside_its_field(string? what, string role, int days, string field)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        await database.Get<IServiceProvider>().ThereIsAnOrganisationAsync();
        var command = new PlanPromise
        {
            Organisation = PromiseBuilding.Organisation,
            What = what,
            Role = role,
            Due = database.Clock.Today().AddDays(days)
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<Promising>().PlanAsync(story.CaseStudy, command, A.Publisher(), default));

        Assert.Contains(refused.Errors, error => error.PropertyName == field);
    }

    [Fact]
    public async Task Only_a_publisher_writes_promises_down_and_the_same_one_only_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database);
        var again = new PlanPromise
        {
            Organisation = PromiseBuilding.Organisation,
            What = "One number to call",
            Role = "Head of housing",
            Due = database.Clock.Today().AddDays(9),
        };

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Promising>().PlanAsync(story.CaseStudy, again, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<Promising>().PlanAsync(story.CaseStudy, again, A.Moderator(), default));
        await Assert.ThrowsAsync<ForbiddenException>(
            () => database.Get<Promising>().RecordAsync(slug, new() { Kind = PromiseEventKind.Dropped, Words = "No" }, A.Moderator(), default));
    }

    [Fact]
    public async Task A_list_asks_for_each_state_and_goes_on_where_it_ended()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database, days: 30);
        for (var number = 0; number < PromiseBook.PageSize; number++)
        {
            await database.Get<Promising>().PlanAsync(
                story.CaseStudy,
                new() { Organisation = PromiseBuilding.Organisation, What = $"Change {number}", Role = "Head", Due = database.Clock.Today().AddDays(3) },
                A.Publisher(), default);
        }

        var first = await database.Get<PromiseBook>().ListAsync(new(), null, default);
        var rest = await database.Get<PromiseBook>().ListAsync(new(), first.Next, default);
        database.Clock.Advance(TimeSpan.FromDays(4));
        var counts = new List<int>();
        foreach (var state in Enum.GetValues<PromiseState>())
            counts.Add((await database.Get<PromiseBook>().ListAsync(new(state), null, default)).Rows.Count);

        Assert.Equal((PromiseBook.PageSize, slug, (Cursor?)null), (first.Rows.Count, Assert.Single(rest.Rows).Slug, rest.Next));
        Assert.Equal([1, 0, PromiseBook.PageSize, 0, 0, 0, 0], counts);
        Assert.Equal(database.Clock.Today().AddDays(1).BeginsAt(), await database.Get<PublicMoments>().NextAsync(database.Clock.UtcNow, default));
    }

    [Fact]
    public async Task History_names_a_promise_by_its_number_and_keeps_none_of_its_words()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug) = await PlannedAsync(database);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done");

        var subjects = await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject.StartsWith("promise ")).Select(entry => entry.Subject)
            .Distinct().ToListAsync();
        var id = await database.Get<InfoStoryContext>().Promises.Select(promise => promise.Id).SingleAsync();
        Assert.Equal([$"promise {id.Value}"], subjects);
    }

    private static async Task LeaveContactAsync(TestDatabase database, GivenStory story)
    {
        var db = database.Get<InfoStoryContext>();
        db.Add(new Contact { Key = story.Secret.Hash, Sealed = [1] });
        await db.SaveChangesAsync();
    }
}
