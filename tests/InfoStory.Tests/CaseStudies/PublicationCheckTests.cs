using System.Reflection;
using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>Every way to the public with each single fault, and with all of them at once.</summary>
public sealed class PublicationCheckTests
{
    private const string Yes = "It may be published.";

    /// <summary>The words of each refusal, and the callers that ask for it.</summary>
    private static readonly (string Fault, string Refusal, PublicationStep[] Asking)[] Faults =
    [
        ("no summary", "Write a summary before you publish", Enum.GetValues<PublicationStep>()),
        ("no story", "Write the story before you publish", Enum.GetValues<PublicationStep>()),
        ("identifier", "What they did: “0161 496 0000” looks like a telephone number", Enum.GetValues<PublicationStep>()),
        ("name", "The title: “Joan Whitfield” looks like a name", Enum.GetValues<PublicationStep>()),
        ("consent", "The author has not agreed to publication on this website", Enum.GetValues<PublicationStep>()),
        ("case", "A safeguarding case is open for this story", Enum.GetValues<PublicationStep>()),
        ("state", "because it is in review", Enum.GetValues<PublicationStep>()),
        ("sign-off", "has not said yes to these words", [PublicationStep.ChangeWhilePublic, PublicationStep.Publish]),
        ("second person", "needs a publisher as its second person", [PublicationStep.ChangeWhilePublic, PublicationStep.Publish]),
        ("notice", "The service must be told 3 working days before", [PublicationStep.ChangeWhilePublic, PublicationStep.Publish]),
        ("hours", "is published in working hours only", [PublicationStep.ChangeWhilePublic, PublicationStep.Publish]),
        ("other words", "and “The story” here has other words", [PublicationStep.ChangeWhilePublic, PublicationStep.Publish]),
        ("intruder", "Answer whether somebody could find out who this is", [PublicationStep.ChangeWhilePublic, PublicationStep.Publish]),
        ("no score", "Nobody has scored how critical this story is", [PublicationStep.Publish]),
    ];

    public static TheoryData<PublicationStep, string> Pairs()
    {
        TheoryData<PublicationStep, string> pairs = [];
        foreach (var step in Enum.GetValues<PublicationStep>())
        {
            foreach (var (fault, _, _) in Faults) pairs.Add(step, fault);
        }

        return pairs;
    }

    [Fact]
    public void The_day_stands_while_a_second_person_has_to_read_again()
    {
        var now = new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
        var score = new Score(Criticality.AvoidableHarm, null, null, null, null, now);

        Assert.Null(PublicationClock.Next([score], now));
        Assert.Equal(new DateTime(2026, 11, 30, 8, 0, 0, DateTimeKind.Utc), PublicationClock.Released([score], now));
    }

    [Theory]
    [InlineData(PublicationStep.SendToAuthor)]
    [InlineData(PublicationStep.Publish)]
    [InlineData(PublicationStep.ChangeWhilePublic)]
    public async Task What_is_wrong_with_the_fields_is_said_of_all_of_them_at_once(PublicationStep step)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Taken").Published());
        var (_, key) = await PrepareAsync(database, step);
        var form = await FormAsync(database, key) with { Title = " ", Summary = "", Address = "taken", WhatTheyDid = "They rang 0161 496 0000." };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => step switch
        {
            PublicationStep.SendToAuthor => database.Get<CaseStudyEditing>().SendToAuthorAsync(key, form, A.Publisher(), default),
            PublicationStep.Publish => database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default),
            _ => database.Get<CaseStudyEditing>().SaveAsync(key, form, A.Publisher(), default),
        });

        Assert.Equal(["Address", "Summary", "Title", "WhatTheyDid"], refused.Errors.Select(one => one.PropertyName).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Pairs))]
    public async Task Each_single_fault_stops_every_caller_that_asks_for_it(PublicationStep step, string fault)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await PrepareAsync(database, step);
        var form = await SpoilAsync(database, story, fault, await FormAsync(database, key));

        var answer = await TryAsync(database, step, key, form);

        var (_, refusal, asking) = Faults.Single(one => one.Fault == fault);
        if (asking.Contains(step)) Assert.Contains(refusal, answer, StringComparison.Ordinal);
        else Assert.Equal(Yes, answer);
    }

    [Theory]
    [InlineData(PublicationStep.ChangeWhilePublic)]
    [InlineData(PublicationStep.SendToAuthor)]
    [InlineData(PublicationStep.Publish)]
    public async Task Everything_that_is_missing_is_said_at_once(PublicationStep step)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await PrepareAsync(database, step);
        var form = await FormAsync(database, key);
        string[] together = ["no summary", "identifier", "consent", "case", "state", "sign-off", "other words", "second person", "intruder"];
        foreach (var fault in together) form = await SpoilAsync(database, story, fault, form);

        var answer = await TryAsync(database, step, key, form);
        var untitled = await TryAsync(database, step, key, form with { Title = " " });

        Assert.All(Faults.Where(one => together.Contains(one.Fault) && one.Asking.Contains(step)), one =>
            Assert.All([answer, untitled], said => Assert.Contains(one.Refusal, said, StringComparison.Ordinal)));
        Assert.Contains("Give the case study a title", untitled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_it_down_hears_only_of_what_cannot_be_saved()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await PrepareAsync(database, PublicationStep.ChangeWhilePublic);
        var form = await FormAsync(database, key) with { Title = " ", Summary = "", Intruder = new() };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().UnpublishAsync(key, form, A.Publisher(), default));

        Assert.Equal(["TakenDownWhy", "Title"], refused.Errors.Select(one => one.PropertyName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(PublicationStep.ChangeWhilePublic)]
    [InlineData(PublicationStep.SendToAuthor)]
    [InlineData(PublicationStep.Publish)]
    public async Task Where_nothing_is_missing_it_passes(PublicationStep step)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await PrepareAsync(database, step);

        Assert.Equal(Yes, await TryAsync(database, step, key, await FormAsync(database, key)));
    }

    [Fact]
    public void Only_the_check_says_that_a_case_study_is_cleared()
    {
        var (cleared, any) = (typeof(ClearedToPublish), BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var makers = cleared.GetMethods(any).Where(method => method.IsStatic && method.ReturnType == typeof(Task<ClearedToPublish>));

        Assert.True(cleared.IsSealed);
        Assert.All(cleared.GetConstructors(any), constructor => Assert.True(constructor.IsPrivate));
        Assert.Equal(typeof(PublicationCheck), Assert.Single(makers).GetParameters()[0].ParameterType);
        Assert.Equal(
            [typeof(ClearedToPublish), typeof(DateTime)],
            typeof(CaseStudy).GetMethod(nameof(CaseStudy.Publish))!.GetParameters().Select(given => given.ParameterType));
    }

    [Fact]
    public async Task Words_that_are_written_after_the_check_are_not_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, key) = await PrepareAsync(database, PublicationStep.Publish);
        await database.Get<CaseStudyEditing>().SaveAsync(
            key, (await database.StudyAsync(key)).ToForm().Answered() with { Summary = "What was checked." }, A.Publisher(), default);
        var study = await database.Get<InfoStoryContext>().CaseStudies.Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .SingleAsync(study => study.Id == key);
        var cleared = await database.Get<PublicationCheck>().PassAsync(study, PublicationStep.Publish, default);

        study.Summary = "What was not.";

        Assert.Throws<InvalidOperationException>(() => study.Publish(cleared, database.Clock.UtcNow));
        study.Summary = "What was checked.";
        study.Publish(cleared, database.Clock.UtcNow);
    }

    /// <summary>A case study that could take the step now, with words that are not saved yet.</summary>
    private static async Task<(GivenStory Story, Id<CaseStudy> Key)> PrepareAsync(TestDatabase database, PublicationStep step)
    {
        if (step == PublicationStep.ChangeWhilePublic)
        {
            var published = await database.Given(A.Story().Published());
            return (published, published.CaseStudy);
        }

        var story = await database.Given(step == PublicationStep.SendToAuthor ? A.Story().SeeFirst().Ready() : A.Story().Ready());
        return (story, await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default));
    }

    private static async Task<EditCaseStudy> FormAsync(TestDatabase database, Id<CaseStudy> key)
    {
        var study = await database.Get<CaseStudyEditing>().ShowAsync(key, default);
        return study.ToForm().Answered() with { Learning = "One number to ring." };
    }

    private static async Task<EditCaseStudy> SpoilAsync(TestDatabase database, GivenStory story, string fault, EditCaseStudy form)
    {
        var db = database.Get<InfoStoryContext>();
        var stories = db.Stories.Where(one => one.Id == story.Id);
        Task Set(Criticality? score, DateTime? secondedAt, DateTime? noticeGivenAt) => stories.ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Criticality, score).SetProperty(one => one.SecondedAt, secondedAt).SetProperty(one => one.NoticeGivenAt, noticeGivenAt));
        var longAgo = database.Clock.UtcNow.AddDays(-30);
        switch (fault)
        {
            case "intruder": return form with { Intruder = new() };
            case "no summary": return form with { Summary = " " };
            case "no story": return form with { TheStory = "" };
            case "identifier": return form with { WhatTheyDid = "Ring 0161 496 0000." };
            case "name": return form with { Title = "Three calls, shared by Joan Whitfield" };
            case "other words":
                await Set(Criticality.AvoidableHarm, longAgo, longAgo);
                return form with { TheStory = "Other words than the second person read." };
            case "consent":
                await db.Set<Consent>().Where(consent => consent.StoryId == story.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, database.Clock.UtcNow));
                break;
            case "case":
                db.Add(new SafeguardingCase { StoryId = story.Id, Level = SafeguardingLevel.Concern, RaisedAt = database.Clock.UtcNow, RaisedBy = "a test" });
                await db.SaveChangesAsync();
                break;
            case "state":
                await stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.State, StoryState.InReview));
                break;
            case "sign-off":
                await db.Database.ExecuteSqlRawAsync("UPDATE Stories SET SeeFirst = 1, SignedOffAt = NULL, SignedOffWords = NULL");
                break;
            case "second person":
                await Set(Criticality.AvoidableHarm, null, longAgo);
                break;
            case "notice":
                await Set(Criticality.AvoidableHarm, longAgo, null);
                break;
            case "hours":
                await Set(Criticality.Wasted, null, null);
                database.Clock.Advance(TimeSpan.FromHours(12));
                break;
            case "no score":
                await Set(null, null, null);
                break;
        }

        return form;
    }

    /// <summary>Takes the step through the service that people use; everything that it refuses with, as one text.</summary>
    private static async Task<string> TryAsync(TestDatabase database, PublicationStep step, Id<CaseStudy> key, EditCaseStudy form)
    {
        var editing = database.Get<CaseStudyEditing>();
        try
        {
            await (step switch
            {
                PublicationStep.ChangeWhilePublic => editing.SaveAsync(key, form, A.Publisher(), default),
                PublicationStep.SendToAuthor => editing.SendToAuthorAsync(key, form, A.Publisher(), default),
                PublicationStep.Publish => editing.PublishAsync(key, form, A.Publisher(), default),
            });
            return Yes;
        }
        catch (ValidationException refused)
        {
            return string.Join(' ', refused.Errors.Select(error => error.ErrorMessage));
        }
        catch (ConflictException refused)
        {
            return refused.Message;
        }
    }
}
