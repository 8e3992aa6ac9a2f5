using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Rights;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>Nothing is published of which nobody has said that a motivated intruder could not find out who it is.</summary>
public sealed class IntruderTests
{
    [Fact]
    public async Task It_is_kept_who_answered_when_of_which_words_why_and_when_it_is_asked_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);

        await database.Get<CaseStudyEditing>().SaveAsync(key, (await database.StudyAsync(key)).ToForm().Answered(), A.Publisher(), default);

        var (study, now) = (await database.StudyAsync(key), database.Clock.UtcNow);
        Assert.Equal(
            (now, A.Publisher().StaffId, A.Publisher().Name, A.Answer().Why, now.AddMonths(12)),
            (study.Intruder.At, study.Intruder.ById, study.Intruder.By, study.Intruder.Why, study.Intruder.AgainAt));
        Assert.True(study.IntruderStands);
        Assert.Equal(1, await database.Get<InfoStoryContext>().History
            .CountAsync(entry => entry.Subject == story.Reference && entry.Act == HistoryAct.IntruderAsked));
    }

    [Fact]
    public async Task Other_words_make_it_asked_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<CaseStudyEditing>().SaveAsync(key, (await database.StudyAsync(key)).ToForm().Answered(), A.Publisher(), default);
        var form = (await database.StudyAsync(key)).ToForm();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, form with { Learning = "One number." }, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default);

        Assert.Equal("Intruder.Why", Assert.Single(refused.Errors).PropertyName);
    }

    [Fact]
    public async Task What_is_public_is_asked_again_after_a_year_and_stays_public()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var list = database.Get<CaseStudyList>();
        Assert.Equal(0, await list.CountAgainAsync(A.Publisher(), default));
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(12) - database.Clock.UtcNow);

        var due = Assert.Single((await list.ShowAsync(A.Publisher(), null, default, again: true)).Rows);
        var form = (await database.StudyAsync(story.CaseStudy)).ToForm();
        await database.Get<CaseStudyEditing>().SaveAsync(story.CaseStudy, form, A.Publisher(), default);
        await database.Get<CaseStudyEditing>()
            .SaveAsync(story.CaseStudy, form.Answered() with { Revision = form.Revision + 1 }, A.Publisher(), default);

        Assert.Equal((true, story.CaseStudy), (due.AsksAgain, due.Id));
        Assert.Equal(0, await list.CountAgainAsync(A.Publisher(), default));
    }

    [Theory]
    [InlineData("Known")]
    [InlineData("Service")]
    [InlineData("Searched")]
    [InlineData("Together")]
    [InlineData("Why")]
    public async Task Half_an_answer_is_none(string missing)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var answer = A.Answer();
        answer = missing switch
        {
            "Known" => answer with { Known = false },
            "Service" => answer with { Service = false },
            "Searched" => answer with { Searched = false },
            "Together" => answer with { Together = false },
            _ => answer with { Why = " " },
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(async () => await database.Get<CaseStudyEditing>()
            .SaveAsync(key, (await database.StudyAsync(key)).ToForm() with { Intruder = answer }, A.Publisher(), default));

        Assert.Equal($"Intruder.{missing}", Assert.Single(refused.Errors).PropertyName);
    }

    [Fact]
    public async Task Why_is_forgotten_with_the_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        Assert.Contains(A.Answer().Why!, await database.DumpAsync(), StringComparison.Ordinal);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.DoesNotContain(A.Answer().Why!, await database.DumpAsync(), StringComparison.Ordinal);
    }
}
