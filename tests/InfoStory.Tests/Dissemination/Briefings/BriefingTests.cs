using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.History;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Dissemination.Briefings.BriefingRoom;

namespace InfoStory.Tests.Dissemination.Briefings;

public sealed class BriefingTests
{
    private const string Text = "A worker rang three times and began again each time.";

    [Fact]
    public async Task A_briefing_rests_on_what_its_audience_may_read_and_says_what_the_stories_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        GivenStory? last = null;
        for (var number = 0; number < 5; number++)
        {
            last = await database.Given(A.Story().Titled($"Story {number}").Tagged("Trust", "Lead worker").About(place: "Leeds")
                .For(Audience.Website, Audience.PolicyMakers, Audience.NamedService).Published());
            await database.ChainAsync(last, ("Housing", Waited.Day), ("Police", Waited.NobodyCameBack));
        }

        await database.Given(A.Story().Titled("Not for them").For(Audience.Website).About(place: "Leeds").Published());
        await database.Given(A.Story().Titled("Elsewhere").About(place: "Kent").Published());
        var kept = await database.Get<IServiceProvider>().PromiseAsync(last!);
        var late = await database.Get<IServiceProvider>().PromiseAsync(last!, days: 2, what: "A name on every letter");
        database.Clock.Advance(TimeSpan.FromDays(4));

        var id = await database.BriefingAsync(Form with { Filter = "https://localhost/case-studies?place=leeds&page=2", FirstQuote = $"“{Text}”" });
        var content = await database.PreviewAsync(id);

        Assert.Equal((5, 5, "place=leeds"), (content.Studies, content.Stories, content.Chosen!.Interest.ToString()));
        Assert.Equal(5, content.Figures.Single(figure => figure.Kind == FigureKind.NobodyCameBack).Value);
        Assert.Equal(new HandOffBar("Housing", "Police", 5), Assert.Single(content.HandOffs));
        Assert.Equal(new NamedCount("Trust", 5), Assert.Single(content.Barriers));
        Assert.Equal(new NamedCount("Lead worker", 5), Assert.Single(content.Enablers));
        Assert.Equal(Text, Assert.Single(content.Quotes).Words);
        Assert.Equal([kept], content.Promises.Open.Select(promise => promise.Slug));
        Assert.Equal([late], content.Promises.Broken.Select(promise => promise.Slug));
    }

    [Fact]
    public async Task A_period_is_days_in_London_and_what_was_published_outside_it_is_left_out()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Before").Published());
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.Given(A.Story().Titled("In it").Published());
        var day = database.Clock.Today();
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.Given(A.Story().Titled("After").Published());

        var id = await database.BriefingAsync(Form with { FirstDay = day, LastDay = day });
        var (content, opened) = (await database.PreviewAsync(id), await database.Get<BriefingEditing>().OpenAsync(id, A.Publisher(), default));

        Assert.Equal((1, day, day), (content.Studies, content.First, content.Last));
        Assert.Equal((day, day), (opened.Form.FirstDay, opened.Form.LastDay));
        Assert.Null(content.Stories);
    }

    [Fact]
    public async Task Where_nothing_may_be_shown_nothing_but_the_question_is_and_nobody_is_given_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().For(Audience.Website).Published());
        var id = await database.BriefingAsync();

        var content = await database.PreviewAsync(id);

        Assert.Equal((0, 0), (content.Studies, content.Readings.Count));
        await Assert.ThrowsAsync<ConflictException>(() => database.GiveAsync(id));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<BriefingCopies>().TakeAsync(id, To, A.Publisher(), default));
        Assert.Empty(await database.Get<InfoStoryContext>().BriefingCopies.ToListAsync());
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { nameof(EditBriefing.Question), "Write the question" },
        { nameof(EditBriefing.SecondReading), "This is the first reading again. Write another one" },
        { nameof(EditBriefing.ThirdReading), "This reading stands above already. Write another one, or none" },
        { nameof(EditBriefing.Filter), "Nothing in the library is called so. Filter the case studies on the public page, and copy the address of that page" },
        { nameof(EditBriefing.Studies), "Line 2: there is no public case study at this address. Copy it from the page of the case study" },
        { nameof(EditBriefing.Audience), "Choose who it is for" },
        { nameof(EditBriefing.LastDay), "The last day must not be before the first one" },
        {
            nameof(EditBriefing.FirstQuote),
            "These words stand in none of the case studies of this briefing. Copy them from one of its pages exactly as they stand there"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_kept(string field, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var wrong = field switch
        {
            nameof(EditBriefing.Question) => Form with { Question = " \u200b " },
            nameof(EditBriefing.SecondReading) => Form with { SecondReading = $"  {Form.FirstReading!.ToUpperInvariant()} " },
            nameof(EditBriefing.ThirdReading) => Form with { ThirdReading = Form.SecondReading },
            nameof(EditBriefing.Filter) => Form with { Filter = "/case-studies?tag=nothing-of-the-kind" },
            nameof(EditBriefing.Studies) => Form with { Studies = $"/case-studies/{story.Slug}\nhttps://localhost/case-studies/no-such-one" },
            nameof(EditBriefing.Audience) => Form with { Audience = Audience.Social },
            nameof(EditBriefing.LastDay) => Form with { FirstDay = new(2026, 3, 2), LastDay = new(2026, 3, 1) },
            _ => Form with { FirstQuote = "A worker rang four times" },
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(wrong));

        Assert.Equal((field, sentence), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));
        Assert.Empty(await database.Get<InfoStoryContext>().Briefings.ToListAsync());
    }

    [Fact]
    public async Task What_its_author_keeps_from_the_audience_can_be_neither_picked_nor_quoted()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("For them").PublicText("Other words.").Published());
        var story = await database.Given(A.Story().For(Audience.Website).Published());

        var picked = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(Form with { Studies = $"/case-studies/{story.Slug}" }));
        var quoted = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(Form with { SecondQuote = Text }));

        Assert.Equal("Line 1: The author has not agreed that this story goes to policy makers", picked.Errors.Single().ErrorMessage);
        Assert.Equal(nameof(EditBriefing.SecondQuote), quoted.Errors.Single().PropertyName);
    }

    [Fact]
    public async Task Words_that_point_to_somebody_go_out_for_a_reason_only_and_are_not_asked_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var telling = Form with { Contact = "Mrs Angela Whitcombe, 07700 900123" };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(telling));
        var id = await database.BriefingAsync(telling with { WhyPublic = WhyPublic.Public });
        var opened = (await database.Get<BriefingEditing>().OpenAsync(id, A.Publisher(), default)).Form;
        await database.Get<BriefingEditing>().ChangeAsync(id, opened with { Question = "Another question?" }, A.Publisher(), default);

        Assert.Contains(refused.Errors, error => error.PropertyName == nameof(EditBriefing.Contact));
        var subject = BriefingSets.Subject(id);
        Assert.Equal(
            [HistoryAct.FlagsDismissed, HistoryAct.BriefingMade, HistoryAct.BriefingChanged],
            await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Id).Select(entry => entry.Act)
                .ToListAsync());
    }

    [Fact]
    public async Task A_saved_briefing_is_opened_as_it_was_typed_and_the_second_of_two_who_save_is_told()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var form = Form with { Studies = $"/case-studies/{story.Slug}", FirstQuote = Text };
        var id = await database.BriefingAsync(form);
        var editing = database.Get<BriefingEditing>();
        var opened = (await editing.OpenAsync(id, A.Publisher(), default)).Form;

        await editing.ChangeAsync(id, opened with { ThirdReading = "Nobody knows." }, A.Publisher(), default);

        Assert.Equal(form with { Revision = opened.Revision }, opened);
        await Assert.ThrowsAsync<ConflictException>(() => editing.ChangeAsync(id, opened, A.Publisher(), default));
        await Assert.ThrowsAsync<ConflictException>(() => database.BriefingAsync(form));
        await Assert.ThrowsAsync<ForbiddenException>(() => editing.OpenAsync(id, A.Moderator(), default));
        Assert.Equal(3, (await database.PreviewAsync(id)).Readings.Count);
    }

    [Fact]
    public async Task A_filter_goes_on_when_its_tag_is_merged()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Tagged("Trust").Published());
        var id = await database.BriefingAsync(Form with { Filter = "tag=trust" });
        var tags = await database.Get<InfoStoryContext>().Tags.Where(tag => tag.Slug == "trust" || tag.Slug == "time").ToDictionaryAsync(tag => tag.Slug);

        await database.Get<TagMerging>().MergeAsync("trust", new() { Revision = tags["trust"].Revision, Into = tags["time"].Id }, A.Administrator(), default);

        var content = await database.PreviewAsync(id);
        Assert.Equal((1, "tag=time"), (content.Studies, content.Chosen!.Interest.ToString()));
    }

    [Fact]
    public async Task Picks_that_are_all_gone_never_turn_into_everything()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Another").Published());
        var story = await database.Given(A.Story().Published());
        var id = await database.BriefingAsync(Form with { Studies = $"/case-studies/{story.Slug}" });
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default);
        var editing = database.Get<BriefingEditing>();
        var opened = (await editing.OpenAsync(id, A.Publisher(), default)).Form;

        var refused = await Assert.ThrowsAsync<ValidationException>(() => editing.ChangeAsync(id, opened, A.Publisher(), default));
        var before = (await database.PreviewAsync(id)).Studies;
        await editing.ChangeAsync(id, opened with { Filter = "/case-studies" }, A.Publisher(), default);

        Assert.Equal(
            "None of the case studies that you chose can be shown to these readers now. Choose others, or paste the address of the library",
            Assert.Single(refused.Errors).ErrorMessage);
        Assert.Equal((0, 1), (before, (await database.PreviewAsync(id)).Studies));
    }

    [Fact]
    public async Task Words_are_looked_for_among_what_these_readers_may_have()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Theirs").PublicText("A turnstile.").Published());
        await database.Given(A.Story().Titled("Not theirs").PublicText("A turnstile.").For(Audience.Website).Published());
        await database.Given(A.Story().Titled("Other words").Published());

        Assert.Equal(1, (await database.PreviewAsync(await database.BriefingAsync(Form with { Filter = "?words=turnstile" }))).Studies);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/case-studies", true)]
    [InlineData("https://localhost/case-studies/?page=2#found", true)]
    [InlineData("?words=worker", true)]
    [InlineData("words=worker and/or", true)]
    [InlineData("/case-studies/some-slug", false)]
    [InlineData("https://localhost/organisations?page=2", false)]
    [InlineData("page=2", false)]
    public async Task Only_the_address_of_the_library_is_everything(string typed, bool isTaken)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());

        var refused = await Record.ExceptionAsync(() => database.BriefingAsync(Form with { Filter = typed }));

        Assert.Equal(isTaken, refused is null);
        if (!isTaken) Assert.IsType<ValidationException>(refused);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("erased")]
    [InlineData("not for them any more")]
    [InlineData("other words")]
    public async Task A_quote_is_shown_only_while_its_author_allows_it_and_it_stands_there(string what)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("It stays").PublicText("Other words.").Published());
        var story = await database.Given(A.Story().Published());
        var id = await database.BriefingAsync(Form with { FirstQuote = Text });
        var db = database.Get<InfoStoryContext>();

        if (what == "withdrawn") await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        if (what == "erased") await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        if (what == "not for them any more")
            await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default);
        if (what == "other words")
        {
            (await db.CaseStudies.SingleAsync(study => study.Id == story.CaseStudy)).TheStory = "Nothing.";
            await db.SaveChangesAsync();
        }

        Assert.Empty((await database.PreviewAsync(id)).Quotes);
        var opened = await database.Get<BriefingEditing>().OpenAsync(id, A.Publisher(), default);
        Assert.Null(opened.Form.FirstQuote);
        if (what is not ("withdrawn" or "erased")) return;

        Assert.Empty(await db.Set<BriefingQuote>().ToListAsync());
        Assert.DoesNotContain("began again each time", await database.DumpAsync(), StringComparison.Ordinal);
    }
}
