using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Tests.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Sharing;

public sealed class AssistedEntryTests
{
    private static readonly EnterStory Good = new()
    {
        Channel = Channel.Telephone,
        Story = new() { Told = "She rang six times." },
        Kind = new() { Kind = StoryKind.Failed },
        Teller = new() { WhoIsTelling = WhoIsTelling.CarerOrFamily },
        When = new() { When = WhenItHappened.LastMonth },
        Permission = new() { Audiences = [Audience.Website, Audience.Training], Months = 12, SeeFirst = true },
        Agreed = true,
    };

    [Fact]
    public async Task Whoever_entered_a_story_is_not_its_second_person()
    {
        await using var database = await TestDatabase.NewAsync();
        var (me, lead) = (new Actor(931, "me@example.org", Roles.Moderator | Roles.Publisher), A.SafeguardingLead());
        var sent = await database.Get<AssistedEntry>().EnterAsync(
            DraftSecret.New(), Good with { Permission = Good.Permission with { SeeFirst = false } }, me, default);
        await database.Get<Review>().ClaimAsync(sent.Reference, 0, lead, default);
        await database.Get<Review>().ApproveAsync(sent.Reference, new()
        {
            Revision = 1,
            PublicTitle = "Six calls",
            PublicText = "A carer rang six times.",
            Kind = StoryKind.Failed,
            Criticality = Criticality.AvoidableHarm,
        }, lead, default);
        var form = new ReviewStory { Revision = 2 };

        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<Scoring>().SecondAsync(sent.Reference, form, me, default));

        Assert.Contains("Somebody else", refused.Message, StringComparison.Ordinal);
        await database.Get<Scoring>().SecondAsync(sent.Reference, form, A.Publisher(), default);
    }

    [Fact]
    public async Task A_story_told_by_telephone_says_who_entered_it_and_how_permission_was_given()
    {
        await using var database = await TestDatabase.NewAsync();

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), Good, A.Moderator(), default);

        var desk = await database.Get<StoryDesk>().ShowAsync(sent.Reference, default);
        var consents = await database.Get<InfoStoryContext>().Stories.Where(story => story.Reference == sent.Reference)
            .SelectMany(story => story.Consents).ToListAsync();
        Assert.Equal((Channel.Telephone, "moderator@example.org", "She rang six times.", true), (desk.Channel, desk.EnteredBy, desk.Told, desk.SeeFirst));
        Assert.Equal([Audience.Website, Audience.Training], consents.Select(consent => consent.Audience));
        Assert.All(consents, consent =>
            Assert.Equal(
                (Channel.Telephone, ConsentWording.Current, database.Clock.UtcNow.AddMonths(12)), (consent.Channel, consent.Wording, consent.ExpiresAt)));
        Assert.Equal(("Entered", "moderator@example.org"), (Assert.Single(desk.History).Act.Name, desk.History[0].By));
    }

    [Fact]
    public async Task It_carries_every_answer_that_the_form_asks_for_and_no_blank_step()
    {
        await using var database = await TestDatabase.NewAsync();
        var housing = (await database.Get<TagCatalogue>().InAsync(Facet.Service, default)).First(tag => tag.Name == "Housing").Id;
        var leeds = (await database.Get<PlaceCatalogue>().AllAsync(default)).First(place => place.Name == "Leeds").Id;
        var everything = Good with
        {
            Story = Good.Story with { TimesTold = 3, ServicesTold = 2 },
            HandOffs = new()
            {
                Steps =
                [
                    new() { ServiceId = housing, Channel = HandOffChannel.Telephone, Waited = Waited.Week },
                    new(),
                    new() { ToldAgain = true, Happened = " They rang off. " },
                ],
            },
            Missing = new() { Needed = "The new address", HeldBy = housing, ReasonGiven = "GDPR", Existed = DidItExist.Yes, WouldHaveChanged = "One call" },
            Where = new() { Service = housing, Place = leeds },
            Hears = new() { WhoNeedsToHear = WhoNeedsToHear.Councillors },
        };

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), everything, A.Moderator(), default);

        var kept = (await database.Get<StoryDesk>().ShowAsync(sent.Reference, default)).Answers;
        Assert.Equivalent(
            new StoryAnswers
            {
                Kind = StoryKind.Failed,
                Told = "She rang six times.",
                TimesTold = 3,
                ServicesTold = 2,
                HandOffs =
                [
                    new() { Step = 1, ServiceId = housing, Channel = HandOffChannel.Telephone, Waited = Waited.Week },
                    new() { Step = 2, ToldAgain = true, Happened = "They rang off." },
                ],
                Missing = new()
                {
                    Needed = "The new address",
                    HeldById = housing,
                    ReasonGiven = "GDPR",
                    Existed = DidItExist.Yes,
                    WouldHaveChanged = "One call",
                },
                WhoIsTelling = WhoIsTelling.CarerOrFamily,
                ServiceId = housing,
                PlaceId = leeds,
                When = WhenItHappened.LastMonth,
                WhoNeedsToHear = WhoNeedsToHear.Councillors,
            },
            kept,
            strict: true);
        Assert.All(typeof(StoryAnswers).GetProperties(), answer =>
            Assert.False(answer.GetValue(kept) is null, $"{answer.Name} was asked for and is not kept."));
    }

    [Fact]
    public async Task Somebody_who_may_be_at_risk_puts_it_on_hold_and_the_case_names_who_ticked_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var atRisk = Good with { Story = new() { Told = "She rang six times.", SomeoneAtRisk = true } };

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), atRisk, A.Moderator(), default);

        var desk = await database.Get<StoryDesk>().ShowAsync(sent.Reference, default);
        var raised = await database.Get<InfoStoryContext>().SafeguardingCases.SingleAsync();
        Assert.Equal((StoryState.OnHold, SafeguardingLevel.Concern), (desk.State, desk.Safeguarding));
        Assert.Equal(("moderator@example.org", SafeguardingLevel.Concern), (raised.RaisedBy, raised.Level));
        Assert.Equal([HistoryAct.Entered, HistoryAct.PutOnHold], desk.History.Select(entry => entry.Act));
    }

    [Fact]
    public async Task Words_in_a_step_that_could_mean_danger_put_it_on_hold_as_on_the_website()
    {
        await using var database = await TestDatabase.NewAsync();
        var danger = Good with { HandOffs = new() { Steps = [new() { Happened = "I told them: he is hitting me." }] } };

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), danger, A.Moderator(), default);

        Assert.Equal(StoryState.OnHold, (await database.Get<StoryDesk>().ShowAsync(sent.Reference, default)).State);
    }

    public static TheoryData<string, EnterStory> Broken => new()
    {
        { "HandOffs.Steps[1].Happened", Good with { HandOffs = new() { Steps = [new(), new() { Happened = new('x', HandOff.MaxHappened + 1) }] } } },
        { "HandOffs.Steps[0].ServiceId", Good with { HandOffs = new() { Steps = [new() { ServiceId = new(999_999) }] } } },
        { "HandOffs.Steps", Good with { HandOffs = new() { Steps = [.. Enumerable.Range(0, HandOff.Most + 1).Select(_ => new HandOff())] } } },
        { "Missing.Needed", Good with { Missing = new() { Needed = new('x', MissingInformation.MaxLength + 1) } } },
        { "Hears.WhoNeedsToHear", Good with { Hears = new() { WhoNeedsToHear = (WhoNeedsToHear)99 } } },
        { "Where.Place", Good with { Where = new() { Place = new(999_999) } } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_breaks_a_rule_of_the_website_is_refused_here_at_its_own_field(string field, EnterStory command)
    {
        await using var database = await TestDatabase.NewAsync();

        var refused =
            await Assert.ThrowsAsync<ValidationException>(() => database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), command, A.Moderator(), default));

        Assert.Equal(field, Assert.Single(refused.Errors).PropertyName);
        Assert.Equal(0, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    public static TheoryData<EnterStory> Changed =>
    [
        Good with { Story = new() { Told = "She rang six times.", SomeoneAtRisk = true } },
        Good with { HandOffs = new() { Steps = [new() { Waited = Waited.Week }] } },
        Good with { Missing = new() { Existed = DidItExist.No } },
        Good with { Hears = new() { WhoNeedsToHear = WhoNeedsToHear.Inspectors } },
        Good with { Channel = Channel.Paper },
        Good with { Permission = Good.Permission with { Audiences = [Audience.Training] } },
        Good with { Permission = Good.Permission with { Months = 6 } },
    ];

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task An_answer_changed_on_a_page_that_was_sent_is_never_lost_in_silence(EnterStory changed)
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = DraftSecret.New();
        await database.Get<AssistedEntry>().EnterAsync(secret, Good, A.Moderator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<AssistedEntry>().EnterAsync(secret, changed, A.Moderator(), default));
    }

    [Fact]
    public async Task The_same_form_sent_again_after_its_service_was_merged_is_the_same_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var services = await database.Get<TagCatalogue>().InAsync(Facet.Service, default);
        var (secret, form) = (DraftSecret.New(), Good with
        {
            HandOffs = new() { Steps = [new() { ServiceId = services[0].Id }] },
            Missing = new() { HeldBy = services[0].Id },
        });
        var first = await database.Get<AssistedEntry>().EnterAsync(secret, form, A.Moderator(), default);
        await database.MergeAsync(services[0].Slug, services[1].Slug);

        var second = await database.Get<AssistedEntry>().EnterAsync(secret, form, A.Moderator(), default);

        Assert.Equal(first.Reference, second.Reference);
    }

    [Fact]
    public async Task The_teller_comes_back_with_the_six_words()
    {
        await using var database = await TestDatabase.NewAsync();

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), Good, A.Moderator(), default);

        Assert.NotNull(await database.Get<MyStory>().OpenAsync(sent.Receipt, default));
    }

    [Fact]
    public async Task The_same_form_sent_fifty_times_at_once_is_one_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = DraftSecret.New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => database.Get<AssistedEntry>().EnterAsync(secret, Good, A.Moderator(), default))));

        Assert.Single(answers.Select(answer => $"{answer.Reference} {answer.Receipt}").Distinct());
        Assert.Equal(1, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    [Fact]
    public async Task Another_story_written_over_a_page_that_was_sent_is_refused_and_not_taken_for_the_first()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = DraftSecret.New();
        await database.Get<AssistedEntry>().EnterAsync(secret, Good, A.Moderator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<AssistedEntry>()
            .EnterAsync(secret, Good with { Story = new() { Told = "He wrote nine letters." } }, A.Moderator(), default));

        Assert.Equal(1, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    [Fact]
    public async Task Without_channel_words_permission_or_the_tellers_yes_nothing_is_kept()
    {
        await using var database = await TestDatabase.NewAsync();

        var refused =
            await Assert.ThrowsAsync<ValidationException>(() => database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), new(), A.Moderator(), default));

        Assert.Equal(
            ["Channel", "Story.Told", "Permission.Audiences", "Agreed"],
            refused.Errors.Select(error => error.PropertyName));
        Assert.Equal(0, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    [Fact]
    public async Task The_website_is_not_a_door_that_staff_enter_by()
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<AssistedEntry>()
            .EnterAsync(DraftSecret.New(), Good with { Channel = Channel.Website }, A.Moderator(), default));

        Assert.Equal("Choose how the story was told", Assert.Single(refused.Errors).ErrorMessage);
    }
}
