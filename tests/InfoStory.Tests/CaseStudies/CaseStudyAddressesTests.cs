using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>The address of a page carries no name, is changed by a publisher, and leads on only where the publisher says so.</summary>
public sealed class CaseStudyAddressesTests
{
    [Theory]
    [InlineData("Three calls for one answer", "three-calls-for-one-answer")]
    [InlineData("A day at the desk, shared by Joan Whitfield", "a-day-at-the-desk-shared-by")]
    [InlineData("Joan Whitfield’s letter was lost", "letter-was-lost")]
    [InlineData("Lost on 14 March 2025 at LS1 4AP", "lost-on-at")]
    [InlineData("Ring 0161 496 0000", "ring")]
    [InlineData("Joan Whitfield", "case-study")]
    [InlineData("Feed", "feed-2")]
    [InlineData("Пропало", "case-study")]
    public async Task An_address_is_offered_from_the_title_without_what_a_flag_points_at(string title, string address)
    {
        await using var database = await TestDatabase.NewAsync();

        Assert.Equal(address, await database.Get<CaseStudyAddresses>().OfferAsync(title, null, default));
    }

    [Fact]
    public async Task The_address_of_a_draft_follows_its_title_and_that_of_a_page_stays_until_a_publisher_changes_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await DraftAsync(database, "Old title");

        await EditAsync(database, key, form => form with { Title = "Néw title’s" }, publish: true);
        var published = await SlugAsync(database, key);
        await EditAsync(database, key, form => form with { Title = "Another title" });
        var offered = await database.Get<CaseStudyEditing>().ShowAsync(key, default);
        await EditAsync(database, key, form => form with { AddressOfTitle = true });

        Assert.Equal(("new-titles", "new-titles", "another-title"), (published, offered.Slug, offered.OfferedSlug));
        Assert.Equal("another-title", await SlugAsync(database, key));
    }

    [Fact]
    public async Task An_address_that_was_typed_does_not_follow_the_title()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await DraftAsync(database, "Old title");

        await EditAsync(database, key, form => form with { Address = " My Own – Words " });
        await EditAsync(database, key, form => form with { Title = "New title" });

        Assert.Equal("my-own-words", await SlugAsync(database, key));
    }

    [Fact]
    public async Task An_address_that_looks_as_if_the_title_gave_it_stays_where_somebody_chose_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await DraftAsync(database, "Old title");

        await EditAsync(database, key, form => form with { Address = "old-title-66" });
        await EditAsync(database, key, form => form with { Title = "New title" });
        var chosen = await database.Get<CaseStudyEditing>().ShowAsync(key, default);
        await EditAsync(database, key, form => form with { AddressOfTitle = true });
        await EditAsync(database, key, form => form with { Title = "Newest title" });

        Assert.Equal(("old-title-66", "new-title"), (chosen.Slug, chosen.OfferedSlug));
        Assert.Equal("newest-title", await SlugAsync(database, key));
    }

    [Theory]
    [InlineData("feed")]
    [InlineData("FEED")]
    [InlineData(" Feed/ ")]
    [InlineData("Féed")]
    [InlineData("fe\u0301ed")]
    [InlineData("…feed…")]
    public async Task An_address_of_a_page_of_ours_is_refused_however_it_is_typed(string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await DraftAsync(database, "Old title");

        var refused = await Assert.ThrowsAsync<ValidationException>(() => EditAsync(database, key, form => form with { Address = typed }));

        Assert.Equal("This is the address of a page of ours. Choose another", Assert.Single(refused.Errors).ErrorMessage);
        Assert.Equal("old-title", await SlugAsync(database, key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_former_address_leads_on_only_where_the_publisher_says_so(bool leadOn)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Old title").Published());
        var library = database.Get<Library>();

        await EditAsync(database, story.CaseStudy, form => form with { Address = "new-one", LeadOn = leadOn });
        await EditAsync(database, story.CaseStudy, form => form with { Address = "newest", LeadOn = true });

        Assert.Equal("newest", (await library.ReadAsync("newest", default)).Slug);
        Assert.Equal("newest", (await library.ReadAsync("new-one", default)).Slug);
        if (leadOn) Assert.Equal("newest", (await library.ReadAsync("old-title", default)).Slug);
        else await Assert.ThrowsAsync<GoneException>(() => library.ReadAsync("old-title", default));
    }

    [Fact]
    public async Task Two_case_studies_of_one_long_title_keep_their_addresses_when_they_are_saved()
    {
        await using var database = await TestDatabase.NewAsync();
        var title = string.Join(' ', Enumerable.Repeat("waiting", 10)) + " wait";
        await DraftAsync(database, title);
        var second = await DraftAsync(database, title);
        await EditAsync(database, second, form => form, publish: true);
        var published = await SlugAsync(database, second);

        await EditAsync(database, second, form => form with { Summary = "Said again." });

        Assert.EndsWith("-2", published, StringComparison.Ordinal);
        Assert.True(published.Length > Slug.MaxLength);
        Assert.Equal(published, await SlugAsync(database, second));
    }

    [Fact]
    public async Task A_case_study_can_have_an_address_again_that_it_had_before()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Old title").Published());

        foreach (var address in (string[])["second", "old-title", "second", "old-title"])
            await EditAsync(database, story.CaseStudy, form => form with { Address = address, LeadOn = true });

        Assert.Equal("old-title", (await database.Get<Library>().ReadAsync("second", default)).Slug);
        Assert.Equal("old-title", (await database.Get<Library>().ReadAsync("old-title", default)).Slug);
    }

    [Theory]
    [InlineData("there-is")]
    [InlineData("there-was")]
    public async Task An_address_that_another_case_study_has_or_had_is_refused(string address)
    {
        await using var database = await TestDatabase.NewAsync();
        var other = await database.Given(A.Story().Titled("There was").Published());
        await EditAsync(database, other.CaseStudy, form => form with { Address = "there-is" });
        var key = await DraftAsync(database, "Mine");

        var refused = await Assert.ThrowsAsync<ValidationException>(() => EditAsync(database, key, form => form with { Address = address }));

        Assert.Equal("Address", Assert.Single(refused.Errors).PropertyName);
        Assert.Equal($"{address}-2", await database.Get<CaseStudyAddresses>().OfferAsync(address.Replace('-', ' '), null, default));
    }

    [Theory]
    [InlineData("three-calls-by-joan-whitfield", "looks like a name")]
    [InlineData("ring-0161-496-0000", "looks like a telephone number")]
    [InlineData("…", "needs letters or numbers")]
    [InlineData("a-very-long-address-that-goes-on-and-on-until-nobody-could-ever-type-it-from-a-poster", "80 characters or fewer")]
    public async Task An_address_that_cannot_be_published_is_refused_beside_its_field(string address, string why)
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await DraftAsync(database, "Mine");

        var refused = await Assert.ThrowsAsync<ValidationException>(() => EditAsync(database, key, form => form with { Address = address }, publish: true));

        Assert.Equal("Address", Assert.Single(refused.Errors).PropertyName);
        Assert.Contains(why, refused.Errors.Single().ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_take_back_no_word_is_in_an_address_and_every_address_says_that_the_page_is_gone()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Telltale heading").Published());
        await EditAsync(database, story.CaseStudy, form => form with { Address = "telltale-words", LeadOn = true });

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        var dump = await Dump.OfAsync(database.Get<InfoStoryContext>());
        Assert.DoesNotContain("telltale", dump, StringComparison.OrdinalIgnoreCase);
        foreach (var address in (string[])["telltale-heading", "telltale-words", $"taken-back--{story.CaseStudy}"])
            await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(address, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Library>().ReadAsync("telltale", default));
    }

    [Fact]
    public async Task Nobody_can_take_the_address_of_what_was_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Telltale heading").Published());
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        var key = await DraftAsync(database, "Telltale heading");

        Assert.Equal("telltale-heading-2", await SlugAsync(database, key));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_address_of_a_public_page_is_not_changed_by_one_person(bool ofTitle)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        await database.Get<InfoStoryContext>().Stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.Criticality, Criticality.AvoidableHarm));
        var editing = database.Get<CaseStudyEditing>();
        var form = (await editing.ShowAsync(story.CaseStudy, default)).ToForm().Answered();
        form = ofTitle ? form with { Title = "Another title", AddressOfTitle = true } : form with { Address = "staff-hid-a-beating" };

        var refused = await Assert.ThrowsAsync<ConflictException>(() => editing.SaveAsync(story.CaseStudy, form, A.Publisher(), default));

        Assert.Contains("needs a publisher as its second person", refused.Message, StringComparison.Ordinal);
        Assert.Equal(story.Slug, (await editing.ShowAsync(story.CaseStudy, default)).Slug);
    }

    public static TheoryData<string> TakeBacks() => [.. Ways.Keys];

    /// <summary>Every way in which something public ends, for whoever wants it to end.</summary>
    private static readonly Dictionary<string, Func<TestDatabase, GivenStory, Task>> Ways = new()
    {
        ["taken back"] = (database, story) => database.Get<Withdrawal>().WithdrawAsync(story.Id, default),
        ["erased"] = (database, story) => database.Get<Withdrawal>().EraseAsync(story.Id, default),
        ["erased by us"] = (database, story) => database.Get<Erasure>().EraseAsync(story.Id, byAuthor: false, default),
        ["no longer allowed"] = (database, story) =>
            database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Training], Months = 12 }, default),
        ["permission ended"] = async (database, story) =>
        {
            database.Clock.Advance(TimeSpan.FromDays(800));
            await database.Get<Permissions>().EndAsync(default);
        },
        ["taken down"] = (database, story) => EndByHandAsync(database, story, form => form),
        ["taken down with an address that another has"] = (database, story) =>
            EndByHandAsync(database, story, form => form with { Address = "in-the-way" }),
        ["taken down with an address that is too long"] = (database, story) =>
            EndByHandAsync(database, story, form => form with { Address = new string('a', Slug.MaxLength + 1) }),
    };

    [Theory]
    [MemberData(nameof(TakeBacks))]
    public async Task Nothing_that_another_can_type_keeps_public_what_is_to_end(string way)
    {
        string? wanted;
        await using (var free = await TestDatabase.NewAsync())
        {
            var before = await free.Given(A.Story().Titled("Mine").Published());
            await Ways[way](free, before);
            wanted = (await free.Get<InfoStoryContext>().CaseStudies.AsNoTracking().SingleOrDefaultAsync(study => study.Id == before.CaseStudy))?.Slug;
        }

        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Mine").Published());
        var typed = new[] { wanted, $"taken-back-{story.CaseStudy}", "taken-back", "in-the-way" }.OfType<string>().Where(address => address != story.Slug);
        foreach (var address in typed.Select(Slug.From).Distinct())
        {
            await EditAsync(database, await DraftAsync(database, "Another"), form => form with { Address = address });
            await DraftAsync(database, address.Replace('-', ' '));
        }

        await Ways[way](database, story);

        Assert.False(await database.Get<InfoStoryContext>().CaseStudies.AnyAsync(study => study.Id == story.CaseStudy && study.PublishedAt != null));
        if (!way.StartsWith("erased", StringComparison.Ordinal))
            await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
    }

    private static async Task EndByHandAsync(TestDatabase database, GivenStory story, Func<EditCaseStudy, EditCaseStudy> change)
    {
        var editing = database.Get<CaseStudyEditing>();
        await editing.TakeDownAsync(story.CaseStudy, change((await editing.ShowAsync(story.CaseStudy, default)).ToForm().Answered()), A.Publisher(), default);
    }

    private static async Task<Id<CaseStudy>> DraftAsync(TestDatabase database, string title) => await database.Get<CaseStudyEditing>()
        .DraftFromAsync((await database.Given(A.Story().Titled(title).Ready())).Reference, A.Publisher(), default);

    private static async Task<string> SlugAsync(TestDatabase database, Id<CaseStudy> key) =>
        (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).Slug;

    private static async Task EditAsync(TestDatabase database, Id<CaseStudy> key, Func<EditCaseStudy, EditCaseStudy> change, bool publish = false)
    {
        var editing = database.Get<CaseStudyEditing>();
        var form = change((await editing.ShowAsync(key, default)).ToForm().Answered());
        if (publish) await editing.PublishAsync(key, form, A.Publisher(), default);
        else await editing.SaveAsync(key, form, A.Publisher(), default);
    }
}
