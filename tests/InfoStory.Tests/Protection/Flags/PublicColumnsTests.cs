using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Tests.CaseStudies;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Protection.Flags;

/// <summary>Every column that the public reads is written by nobody, or through a form that asks the rules for public words.</summary>
public sealed class PublicColumnsTests
{
    private const string Telling = "Mrs Angela Whitcombe, 07700 900123, never rang back";

    /// <summary>What nobody types, and where it comes from.</summary>
    private static readonly HashSet<string> NotTyped =
    [
        // The list of the country's places comes with the program.
        Of<Place>(nameof(Place.Name)), Of<Place>(nameof(Place.Slug)),
        // Made of the texts of a case study, which are checked.
        Of<SearchText>(nameof(SearchText.Title)), Of<SearchText>(nameof(SearchText.Body)), Of<SearchText>(nameof(SearchText.Narrowing)),
        // For the team alone: no public page reads them.
        Of<CaseStudy>(nameof(CaseStudy.AskedBy)), Of<CaseStudy>(nameof(CaseStudy.AskedWhy)), Of<CaseStudy>(nameof(CaseStudy.AskedWords)),
        Of<CaseStudy>(nameof(CaseStudy.ScheduledBy)), Of<CaseStudy>(nameof(CaseStudy.NotPublished)),
        // They must stand in the story, which is checked (EvidenceTests).
        Of<CaseStudy>(nameof(CaseStudy.Quotes)),
        // Names of services and sentences of ours, which are checked all the same (EvidenceTests).
        Of<CaseStudy>(nameof(CaseStudy.Chains)),
        // A hash.
        Of<FormerAddress>(nameof(FormerAddress.Key)),
        // For the team alone: no public page reads them.
        Of<Organisation>(nameof(Organisation.Mailbox)), Of<Ask>(nameof(Ask.PutBy)), Of<AskEvent>(nameof(AskEvent.SentTo)),
        // Written outside, and checked when a publisher publishes it (AnsweringTests).
        Of<Response>(nameof(Response.Understood)), Of<Response>(nameof(Response.WillDo)), Of<Response>(nameof(Response.Whom)),
        Of<Response>(nameof(Response.Role)), Of<Response>(nameof(Response.Change)), Of<Response>(nameof(Response.Whose)),
        // For whoever wrote it alone: no public page reads it.
        Of<Response>(nameof(Response.ReturnedWhy)),
        // Made of what is promised, which is checked.
        Of<Promise>(nameof(Promise.Slug)),
        // Made of names, which are checked.
        Of<Organisation>(nameof(Organisation.Slug)), Of<Organisation>(nameof(Organisation.FoldedName)), Of<Organisation>(nameof(Organisation.FoldedNames)),
        Of<Campaign>(nameof(Campaign.Slug)), Of<Tag>(nameof(Tag.Slug)), Of<FormerSlug>(nameof(FormerSlug.Slug)),
    ];

    /// <summary>Words written into each of the others by whoever may.</summary>
    private static readonly Dictionary<string, Func<TestDatabase, string, WhyPublic?, Task>> Written = new()
    {
        [Of<Campaign>(nameof(Campaign.Name))] = Campaigned((form, words) => form with { Name = words }),
        [Of<Campaign>(nameof(Campaign.Hashtag))] = Campaigned((form, _) => form with { Hashtag = "#RingAngelaWhitcombe" }),
        [Of<Campaign>(nameof(Campaign.Summary))] = Campaigned((form, words) => form with { Summary = words }),
        [Of<Campaign>(nameof(Campaign.Prompts))] = Campaigned((form, words) => form with { ThirdPrompt = words }),
        [Of<Tag>(nameof(Tag.Name))] = Tagged((form, words) => form with { Name = words }),
        [Of<Tag>(nameof(Tag.Group))] = Tagged((form, words) => form with { Group = words }),
        [Of<Tag>(nameof(Tag.SynonymLines))] = Tagged((form, words) => form with { Synonyms = $"Late\n{words}" }),
        [Of<Organisation>(nameof(Organisation.Name))] = Organised((form, words) => form with { Name = words }),
        [Of<Organisation>(nameof(Organisation.OtherNames))] = Organised((form, words) => form with { OtherNames = $"Late\n{words}" }),
        [Of<Promise>(nameof(Promise.What))] = Promised((form, words) => form with { What = words }),
        [Of<Promise>(nameof(Promise.Role))] = Promised((form, words) => form with { Role = words }),
        [Of<PromiseEvent>(nameof(PromiseEvent.Words))] = async (database, words, why) =>
        {
            var slug = await database.Get<IServiceProvider>().PromiseAsync(await database.Given(A.Story().Published()));
            await database.Get<Promising>().RecordAsync(
                slug, new() { Kind = PromiseEventKind.Made, Words = words, WhyPublic = why }, A.Publisher(), default);
        },
        [Of<CaseStudy>(nameof(CaseStudy.Title))] = Studied((form, words) => form with { Title = words }),
        [Of<CaseStudy>(nameof(CaseStudy.Slug))] = Studied((form, words) => form with { Address = words }),
        [Of<CaseStudy>(nameof(CaseStudy.Summary))] = Studied((form, words) => form with { Summary = words }),
        [Of<CaseStudy>(nameof(CaseStudy.TheStory))] = Studied((form, words) => form with { TheStory = words }),
        [Of<CaseStudy>(nameof(CaseStudy.PlaceAndNeed))] = Studied((form, words) => form with { PlaceAndNeed = words }),
        [Of<CaseStudy>(nameof(CaseStudy.Partners))] = Studied((form, words) => form with { Partners = words }),
        [Of<CaseStudy>(nameof(CaseStudy.Barrier))] = Studied((form, words) => form with { Barrier = words }),
        [Of<CaseStudy>(nameof(CaseStudy.Figures))] = Studied((form, words) => form with { Figures = [Evidence.Figure with { Source = words }] }),
        [Of<CaseStudy>(nameof(CaseStudy.Pictures))] = async (database, words, _) =>
        {
            var editing = database.Get<CaseStudyEditing>();
            var key = await editing.DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);
            var picture = new AddPicture { File = Photograph.Png(8, 8), Alt = "A board" };
            await database.Get<CaseStudyPictures>().AddAsync(key, picture, A.Publisher(), default);
            var form = (await editing.ShowAsync(key, default)).ToForm().Answered();
            form.Pictures[0] = form.Pictures[0] with { Caption = words };
            await database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default);
        },
        [Of<CaseStudy>(nameof(CaseStudy.TakenDownWords))] = async (database, words, _) =>
        {
            var editing = database.Get<CaseStudyEditing>();
            var story = await database.Given(A.Story().Published());
            var form = (await editing.ShowAsync(story.CaseStudy, default)).ToForm();
            await editing.TakeDownAsync(story.CaseStudy, form with { TakenDownWords = words }, A.Publisher(), default);
        },
        [Of<CaseStudy>(nameof(CaseStudy.WhatWasNotShared))] = Studied((form, words) => form with { WhatWasNotShared = words }),
        [Of<CaseStudy>(nameof(CaseStudy.WhatTheyDid))] = Studied((form, words) => form with { WhatTheyDid = words }),
        [Of<CaseStudy>(nameof(CaseStudy.WhatChanged))] = Studied((form, words) => form with { WhatChanged = words }),
        [Of<CaseStudy>(nameof(CaseStudy.NotYetFixed))] = Studied((form, words) => form with { NotYetFixed = words }),
        [Of<CaseStudy>(nameof(CaseStudy.Learning))] = Studied((form, words) => form with { Learning = words }),
    };

    public static TheoryData<string> Columns() => [.. Written.Keys];

    /// <summary>What is written once and for all, such as a promise, is not asked again because nobody can change it.</summary>
    public static TheoryData<string> OfTeam() =>
    [
        .. Written.Keys.Where(column => !column.StartsWith(nameof(CaseStudy), StringComparison.Ordinal)
            && !column.StartsWith(nameof(Promise), StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task Every_public_column_of_words_is_checked_or_typed_by_nobody()
    {
        await using var database = await TestDatabase.NewAsync();

        var columns = database.Get<InfoStoryContext>().Model.GetEntityTypes().Where(type => typeof(IPublic).IsAssignableFrom(type.ClrType))
            .SelectMany(type => type.GetProperties()).Where(column => column.ClrType == typeof(string)
                || (column.ClrType.IsGenericType && column.ClrType.GetGenericTypeDefinition() == typeof(List<>)))
            .Select(column => $"{column.DeclaringType.ClrType.Name}.{column.Name}");

        Assert.Equal(columns.Order(StringComparer.Ordinal), NotTyped.Concat(Written.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task No_words_go_public_that_no_rule_has_read(string column)
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => Written[column](database, Telling, null));

        Assert.Contains("looks like a name", refused.Errors.First().ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("Whitcombe", await database.DumpAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfTeam))]
    public async Task Words_of_the_team_go_public_for_a_reason_that_history_keeps_and_are_not_asked_again(string column)
    {
        await using var database = await TestDatabase.NewAsync();

        await Written[column](database, Telling, WhyPublic.Public);
        await Written[column](database, Telling, null);

        var kept = await database.Get<InfoStoryContext>().Set<HistoryEntry>().AsNoTracking().ToListAsync();
        Assert.Equal("everyone may know it", Assert.Single(kept, one => one.Act == HistoryAct.FlagDismissed || one.Act == HistoryAct.FlagsDismissed).Why);
    }

    [Fact]
    public async Task The_names_of_new_tags_that_another_is_split_into_are_read_too()
    {
        await using var database = await TestDatabase.NewAsync();
        var tag = await database.Get<TagRegister>().OpenAsync("trust", default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<TagSplitting>().SplitAsync(
            "trust", new() { Revision = tag.Tag.Revision, Names = $"{Telling}\nOther trust" }, A.Administrator(), default));

        Assert.Equal([nameof(SplitTag.Names), nameof(WhyPublic)], refused.Errors.Select(error => error.PropertyName));
    }

    private static string Of<T>(string column) => $"{typeof(T).Name}.{column}";

    private static Func<TestDatabase, string, WhyPublic?, Task> Campaigned(Func<EditCampaign, string, EditCampaign> change) => async (database, words, why) =>
    {
        var editing = database.Get<CampaignEditing>();
        var day = DateOnly.FromDateTime(database.Clock.UtcNow);
        var slug = await database.Get<InfoStoryContext>().Campaigns.Where(one => one.Hashtag == "#Waiting" || one.Name == "Waiting")
            .Select(one => one.Slug).FirstOrDefaultAsync() ?? await editing.CreateAsync(
                new() { Name = "Waiting", Hashtag = "#Waiting", Summary = "What happened?", FirstDay = day, LastDay = day }, A.Administrator(), default);
        await editing.ChangeAsync(slug, change(await editing.OpenAsync(slug, default), words) with { WhyPublic = why }, A.Administrator(), default);
    };

    private static Func<TestDatabase, string, WhyPublic?, Task> Promised(Func<PlanPromise, string, PlanPromise> change) => async (database, words, why) =>
    {
        await database.Get<IServiceProvider>().ThereIsAnOrganisationAsync();
        var form = new PlanPromise
        {
            Organisation = PromiseBuilding.Organisation,
            What = PromiseBuilding.What,
            Role = "Head of housing",
            Due = DateOnly.FromDateTime(database.Clock.UtcNow).AddDays(9),
            WhyPublic = why,
        };
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        await database.Get<Promising>().PlanAsync(story.CaseStudy, change(form, words), A.Publisher(), default);
    };

    private static Func<TestDatabase, string, WhyPublic?, Task> Tagged(Func<EditTag, string, EditTag> change) => async (database, words, why) =>
    {
        var tag = (await database.Get<TagRegister>().OpenAsync("trust", default)).Tag;
        var form = new EditTag { Revision = tag.Revision, Name = tag.Name, Group = tag.Group, Synonyms = string.Join('\n', tag.Synonyms) };
        await database.Get<TagEditing>().ChangeAsync("trust", change(form, words) with { WhyPublic = why }, A.Administrator(), default);
    };

    private static Func<TestDatabase, string, WhyPublic?, Task> Organised(Func<EditOrganisation, string, EditOrganisation> change) =>
        async (database, words, why) =>
        {
            var editing = database.Get<OrganisationEditing>();
            var key = await database.Get<InfoStoryContext>().Organisations.Select(one => one.Id).FirstOrDefaultAsync();
            if (key.Value == 0) key = await editing.AddAsync(new() { Name = "Waiting" }, A.Publisher(), default);
            var form = await editing.OpenAsync(key, A.Publisher(), default);
            await editing.ChangeAsync(key, change(form, words) with { WhyPublic = why }, A.Publisher(), default);
        };

    private static Func<TestDatabase, string, WhyPublic?, Task> Studied(Func<EditCaseStudy, string, EditCaseStudy> change) => async (database, words, _) =>
    {
        var editing = database.Get<CaseStudyEditing>();
        var key = await editing.DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);
        var form = (await editing.ShowAsync(key, default)).ToForm().Answered();
        await editing.PublishAsync(key, change(form, words), A.Publisher(), default);
    };
}
