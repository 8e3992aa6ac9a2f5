using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>A case study is evidence: ten sections, figures with their sources, words of the story to quote, and how often it was told.</summary>
public sealed class EvidenceTests
{
    private const string Text = "She rang the ward.\n\nNobody   rang back. She rang again.";

    [Fact]
    public async Task Everybody_reads_all_of_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database);
        var form = await database.FormAsync(key) with
        {
            PlaceAndNeed = "A ward by the sea.",
            Partners = "The council.",
            Barrier = "Nobody’s job.",
            Figures =
            [
                new(), Evidence.Figure,
                Evidence.Figure with { For = FigureFor.System, Before = " ", After = "1,250.5", Link = "https://example.org/count" },
            ],
            Quotes = ["", " “Nobody rang\nback.” "],
        };

        await database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default);

        var read = await database.Get<Library>().ReadAsync(await SlugAsync(database, key), default);
        Assert.Equal(("A ward by the sea.", "The council.", "Nobody’s job."), (read.PlaceAndNeed, read.Partners, read.Barrier));
        Assert.Equal(
            [
                "Wait for a bed. 9 before. 2 days. January to June 2026. The count of the ward",
                "Wait for a bed. 1,250.5 days. January to June 2026. The count of the ward",
            ],
            read.Figures.Select(figure => figure.InWords()));
        Assert.Equal([null, "https://example.org/count"], read.Figures.Select(figure => figure.Link));
        Assert.Equal("Nobody rang back.", Assert.Single(read.Quotes));
        var chain = Assert.Single(read.Chains);
        Assert.Equal("Told twice to 2 services in about 2 weeks.", chain.Told);
        Assert.Equal(["Housing", "Police"], chain.Steps.Select(step => step.Service));
        Assert.True(read.NamesChanged);
        Assert.Equal((database.Clock.UtcNow, database.Clock.UtcNow.AddMonths(12)), (read.ReviewedAt, read.ReviewBy));
        Assert.DoesNotContain("red scarf", await database.Get<InfoStoryContext>().CaseStudies.Select(study => study.Chains).SingleAsync() is [var kept]
            ? kept.ToString() + string.Join(' ', kept.Steps) : "red scarf", StringComparison.Ordinal);
        foreach (var words in (string[])["sea", "ward", "count"])
            Assert.Single((await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse(words)!), default)).Entries);
    }

    [Fact]
    public async Task A_figure_without_number_unit_period_or_source_is_refused_beside_each_field()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database);
        var form = await database.FormAsync(key) with
        {
            Figures = [new(), new() { Before = "nine", After = "a lot", Link = "javascript:alert(1)" }, new() { What = "Calls" }],
            Quotes = ["Nobody rang back", "Nobody rang backwards"],
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().SaveAsync(key, form, A.Publisher(), default));

        Assert.Equal(
            [
                "Figures[1].For", "Figures[1].What", "Figures[1].Before", "Figures[1].After", "Figures[1].Unit", "Figures[1].Period", "Figures[1].Source",
                "Figures[1].Link", "Figures[2].For", "Figures[2].After", "Figures[2].Unit", "Figures[2].Period", "Figures[2].Source", "Quotes[1]",
            ],
            refused.Errors.Select(error => error.PropertyName));
        Assert.Equal(refused.Errors.Count(), refused.Errors.Select(error => (error.PropertyName, error.ErrorMessage)).Distinct().Count());
    }

    [Fact]
    public async Task More_than_eight_figures_or_three_quotes_are_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database);
        var form = await database.FormAsync(key) with
        {
            Figures = [.. Enumerable.Repeat(Evidence.Figure, 9)],
            Quotes = [.. Enumerable.Repeat("rang", 4)],
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().SaveAsync(key, form, A.Publisher(), default));

        Assert.Equal(["Give 8 figures at most", "Choose 3 quotes at most"], refused.Errors.Select(error => error.ErrorMessage));
    }

    [Theory]
    [InlineData("Ring 0770**0 900**123.")]
    [InlineData("See [the count](https://example.org/07700900123).")]
    public async Task No_mark_hides_what_a_rule_would_see(string text)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database);
        var form = await database.FormAsync(key) with { Learning = text };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default));

        Assert.Equal(nameof(EditCaseStudy.Learning), Assert.Single(refused.Errors).PropertyName);
    }

    [Fact]
    public async Task What_stood_in_the_story_when_it_was_saved_is_asked_again_when_it_is_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database);
        await database.Get<CaseStudyEditing>().SaveAsync(key, await database.FormAsync(key) with { Quotes = ["Nobody rang back."] }, A.Publisher(), default);
        var db = database.Get<InfoStoryContext>();
        (await db.CaseStudies.SingleAsync()).TheStory = "She rang.";
        await db.SaveChangesAsync();

        var (missing, _) = await database.Get<PublicationCheck>().OfSavedAsync(key, default);

        Assert.Contains(missing, one => one.Field == "Quotes[0]");
    }

    [Fact]
    public async Task An_author_says_yes_to_the_hand_offs_too_and_they_can_be_left_out()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database, seeFirst: true);
        var form = await database.FormAsync(key) with { Summary = "" };
        var shown = form.HandOffsOf;

        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, form with { Summary = "In short." }, A.Publisher(), default);
        var read = await database.Get<SigningOff>().ShowAsync(story.Id, default);
        await Drawing.SignOffAsync(database, story);
        await database.Get<CaseStudyEditing>().PublishAsync(key, await database.FormAsync(key), A.Publisher(), default);
        var refused = await Assert.ThrowsAsync<ConflictException>(async () => await database.Get<CaseStudyEditing>()
            .SaveAsync(key, await database.FormAsync(key) with { HandOffsOf = [] }, A.Publisher(), default));

        Assert.Equal([story.Reference], shown);
        Assert.Equal("Told twice to 2 services in about 2 weeks.", Assert.Single(read!.Chains).Told);
        Assert.Contains("has not said yes to these words", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_the_public_text_stands_where_the_hand_offs_are_not_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database, seeFirst: true);

        await Assert.ThrowsAsync<ConflictException>(async () => await database.Get<CaseStudyEditing>()
            .PublishAsync(key, await database.FormAsync(key), A.Publisher(), default));
        await database.Get<CaseStudyEditing>().PublishAsync(key, await database.FormAsync(key) with { HandOffsOf = [] }, A.Publisher(), default);

        Assert.Empty((await database.Get<Library>().ReadAsync(await SlugAsync(database, key), default)).Chains);
    }

    [Fact]
    public async Task Hand_offs_are_shown_again_come_with_a_story_that_is_drawn_in_and_go_with_one_that_is_left_out()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, second, key) = await Drawing.TwoAsync(database, other: A.Story().Titled("Other").PublicText("She rang too.").HandedOn("Police").Ready());
        var drawn = (await database.StudyAsync(key)).Chains;

        await database.Get<CaseStudyEditing>().SaveAsync(key, await database.FormAsync(key) with { HandOffsOf = [] }, A.Publisher(), default);
        var hidden = (await database.StudyAsync(key)).Chains;
        await database.Get<CaseStudyEditing>().SaveAsync(key, await database.FormAsync(key) with { HandOffsOf = [second.Reference] }, A.Publisher(), default);
        var again = (await database.StudyAsync(key)).Chains;
        await Drawing.LeaveOutAsync(database, key, second.Reference);

        Assert.Equal(["Told once to 1 service in about 7 days."], drawn.Select(chain => chain.Told));
        Assert.Empty(hidden);
        Assert.Equal(drawn.Select(chain => chain.Told), again.Select(chain => chain.Told));
        Assert.Empty((await database.StudyAsync(key)).Chains);
    }

    [Fact]
    public async Task What_a_rule_sees_in_the_name_of_a_service_or_in_a_link_is_asked_before_it_is_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await ReadyAsync(database);
        var db = database.Get<InfoStoryContext>();
        (await db.Set<Tag>().SingleAsync(tag => tag.Name == "Housing")).Name = "Mrs Angela Whitcombe";
        await db.SaveChangesAsync();
        var form = await database.FormAsync(key);
        await database.Get<CaseStudyEditing>().SaveAsync(key, form with { HandOffsOf = [] }, A.Publisher(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().PublishAsync(
            key,
            form with { Revision = form.Revision + 1, Figures = [Evidence.Figure with { Link = "https://example.org/mrs-angela-whitcombe" }] },
            A.Publisher(), default));

        Assert.Equal(["Figures[0].What", nameof(EditCaseStudy.HandOffsOf)], refused.Errors.Select(error => error.PropertyName));
    }

    [Fact]
    public async Task Everybody_reads_why_it_was_taken_down_until_it_is_public_again_or_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database);
        await Drawing.PublishAsync(database, key);
        var slug = await SlugAsync(database, key);

        await database.Get<CaseStudyEditing>().UnpublishAsync(
            key, await database.FormAsync(key) with { TakenDownWhy = WhyTakenDown.OutOfDate, TakenDownWords = " The ward moved. " }, A.Publisher(), default);
        var gone = await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(slug, default));
        await Drawing.PublishAsync(database, key);
        var again = await database.Get<Library>().ReadAsync(slug, default);
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        var back = await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(slug, default));

        Assert.Equal(new TakenDown(WhyTakenDown.OutOfDate, "The ward moved."), gone.Because);
        Assert.Equal(slug, again.Slug);
        Assert.Null(back.Because);
    }

    private static async Task<(GivenStory Story, Id<CaseStudy> Key)> ReadyAsync(TestDatabase database, bool seeFirst = false)
    {
        var story = A.Story().PublicText(Text).HandedOn("Housing", "Police").Ready();
        var given = await database.Given(seeFirst ? story.SeeFirst() : story);
        return (given, await database.Get<CaseStudyEditing>().DraftFromAsync(given.Reference, A.Publisher(), default));
    }

    private static Task<string> SlugAsync(TestDatabase database, Id<CaseStudy> key) =>
        database.Get<InfoStoryContext>().CaseStudies.Where(study => study.Id == key).Select(study => study.Slug).SingleAsync();
}
