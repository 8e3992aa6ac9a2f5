using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Places;

namespace InfoStory.Tests.Campaigns;

public sealed class CampaignEditingTests
{
    [Fact]
    public async Task A_campaign_is_before_during_and_after_its_days_the_last_one_included()
    {
        await using var database = await TestDatabase.NewAsync();
        var slug = await database.Get<CampaignEditing>().CreateAsync(Form(firstDay: 1, lastDay: 2), A.Administrator(), default);

        var before = await database.Get<CampaignCalendar>().ReadAsync(slug, default);
        database.Clock.Advance(TimeSpan.FromHours(14));
        var first = await database.Get<CampaignCalendar>().ReadAsync(slug, default);
        database.Clock.Advance(TimeSpan.FromHours(47));
        var last = await database.Get<CampaignCalendar>().ReadAsync(slug, default);
        database.Clock.Advance(TimeSpan.FromHours(1));
        var after = await database.Get<CampaignCalendar>().ReadAsync(slug, default);

        Assert.Equal(
            [CampaignPhase.Before, CampaignPhase.During, CampaignPhase.During, CampaignPhase.After], [before.Phase, first.Phase, last.Phase, after.Phase]);
        Assert.Null(await database.Get<CampaignCalendar>().CurrentAsync(default));
    }

    [Fact]
    public async Task Everything_but_the_address_can_be_changed_and_every_change_begins_an_edition()
    {
        await using var database = await TestDatabase.NewAsync();
        var places = (await database.Get<PlaceCatalogue>().AllAsync(default)).Where(place => place.Kind == PlaceKind.Authority)
            .Take(3).Select(place => place.Id).ToList();
        var slug = await database.Get<CampaignEditing>().CreateAsync(Form() with { Places = places[..2] }, A.Administrator(), default);
        var edition = await database.Get<Editions>().CurrentAsync(default);

        await database.Get<CampaignEditing>().ChangeAsync(slug, (await database.Get<CampaignEditing>().OpenAsync(slug, default)) with
        {
            Name = "Second name",
            FirstPrompt = "",
            ThirdPrompt = "Who?",
            Places = places[1..]
        }, A.Administrator(), default);

        var shown = await database.Get<CampaignCalendar>().ReadAsync(slug, default);
        var form = await database.Get<CampaignEditing>().OpenAsync(slug, default);
        Assert.Equal(("what-is-yours", "Second name"), (shown.Slug, shown.Name));
        Assert.Equal(["Why?", "Who?"], shown.Prompts);
        Assert.Equal(places[1..].OrderBy(place => place.Value), form.Places);
        Assert.Equal(edition + 1, await database.Get<Editions>().CurrentAsync(default));
        Assert.Equal(shown.Prompts, (await database.Get<CampaignCalendar>().CurrentAsync(default))!.Prompts);
    }

    [Fact]
    public async Task The_second_of_two_who_change_it_at_once_is_told_and_the_first_change_stands()
    {
        await using var database = await TestDatabase.NewAsync();
        var editing = database.Get<CampaignEditing>();
        var slug = await editing.CreateAsync(Form(), A.Administrator(), default);
        var opened = await editing.OpenAsync(slug, default);
        await database.Get<CampaignEditing>().ChangeAsync(slug, opened with { Summary = "The first" }, A.Administrator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CampaignEditing>()
            .ChangeAsync(slug, opened with { Summary = "The second" }, A.Administrator(), default));

        Assert.Equal("The first", (await database.Get<CampaignCalendar>().ReadAsync(slug, default)).Summary);
    }

    [Fact]
    public async Task Two_campaigns_of_one_name_have_two_addresses_and_none_has_the_address_of_the_form()
    {
        await using var database = await TestDatabase.NewAsync();
        var editing = database.Get<CampaignEditing>();

        string[] slugs =
        [
            await editing.CreateAsync(Form(), A.Administrator(), default),
            await editing.CreateAsync(Form() with { LastDay = new(2027, 3, 1) }, A.Administrator(), default),
            await editing.CreateAsync(Form() with { Name = "New" }, A.Administrator(), default)
        ];

        Assert.Equal(["what-is-yours", "what-is-yours-2", "new-campaign"], slugs);
    }

    [Fact]
    public async Task What_makes_no_campaign_is_refused_sentence_by_sentence()
    {
        await using var database = await TestDatabase.NewAsync();
        var wrong = Form(firstDay: 5, lastDay: 4) with
        {
            Name = " ",
            Hashtag = "Info Story",
            Summary = new string('x', 501),
            SecondPrompt = new string('x', 201),
            Places = [new(99_999)]
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CampaignEditing>().CreateAsync(wrong, A.Administrator(), default));

        Assert.Equal(
            [
                "Give the campaign a name", "Write the hashtag as # and then letters and digits, such as #InfoStory",
                "The summary must be 500 characters or fewer",
                "The last day must not be before the first day", "The second question must be 200 characters or fewer", "Choose places from the list",
            ],
            refused.Errors.Select(error => error.ErrorMessage));
    }

    [Fact]
    public async Task Only_an_administrator_changes_campaigns()
    {
        await using var database = await TestDatabase.NewAsync();

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<CampaignEditing>().CreateAsync(Form(), A.Publisher(), default));

        Assert.Empty(await database.Get<CampaignCalendar>().ListAsync(default));
    }

    [Fact]
    public async Task Every_campaign_is_on_one_page_of_the_list_last_to_begin_first()
    {
        await using var database = await TestDatabase.NewAsync();
        List<string> opened = [];
        for (var number = 0; number <= CampaignCalendar.PageSize; number++)
        {
            var form = Form(firstDay: -1 + (number / 2)) with { Name = $"Campaign {number}" };
            opened.Insert(0, await database.Get<CampaignEditing>().CreateAsync(form, A.Administrator(), default));
        }

        var first = await database.Get<CampaignCalendar>().PageAsync(null, default);
        var second = await database.Get<CampaignCalendar>().PageAsync(first.Next, default);

        Assert.Equal(opened, first.Rows.Concat(second.Rows).Select(row => row.Slug));
        Assert.Single(second.Rows);
        Assert.Null(second.Next);
    }

    /// <summary>A good form; days are counted from the day of the tests.</summary>
    private static EditCampaign Form(int firstDay = -1, int lastDay = 30) => new()
    {
        Name = "What is yours?",
        Hashtag = "#InfoStory",
        Summary = "Tell us.",
        FirstDay = new DateOnly(2026, 11, 24).AddDays(firstDay),
        LastDay = new DateOnly(2026, 11, 24).AddDays(lastDay),
        FirstPrompt = "When?",
        SecondPrompt = "Why?",
    };
}
