using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Protection.Flags;

/// <summary>No words go public with an open flag on them, whatever rule raised it and whichever text holds them.</summary>
public sealed class PublicFlagsTests
{
    /// <summary>Words for every rule that looks at public words.</summary>
    private static readonly Dictionary<string, string> Seen = new()
    {
        ["identity.name"] = "It was Joan Whitfield who rang",
        ["identity.phone"] = "The number was 0161 496 0000",
        ["identity.email"] = "The address was joan@example.org",
        ["identity.nhs"] = "The NHS number was 943 476 5919",
        ["identity.ni"] = "The number was QQ 12 34 56 C",
        ["identity.date"] = "It was on 14 March 2025",
        ["identity.address"] = "It was at 12 Acacia Avenue",
        ["identity.postcode"] = "It was at LS1 4AP",
        ["identity.vehicle"] = "The car was AB12 CDE",
        ["identity.case"] = "The case number was HB/2024/1234",
        ["identity.role"] = "It was the headteacher in Slaithwaite",
        ["link"] = "It was on www.example.org/joan",
        ["self-harm.hanging"] = "They hanged themselves",
        ["self-harm.overdose"] = "They took a whole packet of paracetamol",
        ["self-harm.cutting"] = "They cut their wrists",
        ["self-harm.jumping"] = "They jumped off a bridge",
        ["self-harm.other"] = "They drowned themselves",
        ["blame.role"] = "The doctor lied to us",
        ["blame.name"] = "It was Joan Whitfield who lied to us",
    };

    private static readonly string[] Fields =
        ["PublicTitle", "PublicText", "Title", "Summary", "TheStory", "WhatWasNotShared", "WhatTheyDid", "WhatChanged", "NotYetFixed", "Learning"];

    public static TheoryData<string> Rules() => [.. Seen.Keys];

    [Fact]
    public void Every_rule_that_looks_at_public_words_is_tried()
    {
        FlagKind[] kinds = [FlagKind.Identity, FlagKind.Link, FlagKind.SelfHarmMethod, FlagKind.Blame];

        Assert.Equal(FlagRules.All.Where(rule => kinds.Contains(rule.Kind)).Select(rule => rule.Name).Order(), Seen.Keys.Order());
        Assert.All(Seen, one => Assert.Contains(FlagFinder.InPublic(one.Value, FlagPlace.PublicText), flag => flag.Rule.Name == one.Key));
    }

    [Theory, MemberData(nameof(Rules))]
    public async Task Words_with_an_open_flag_are_neither_approved_nor_published_in_any_text(string rule)
    {
        await using var database = await TestDatabase.NewAsync();
        var desk = await database.Given(A.Story().InReview());
        var ready = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);

        foreach (var field in Fields)
        {
            var refused = await Assert.ThrowsAsync<ValidationException>(() => field.StartsWith("Public", StringComparison.Ordinal)
                ? database.Get<Review>().ApproveAsync(desk.Reference, Planted(Clean, field, Seen[rule]), A.Moderator(), default)
                : database.Get<CaseStudyEditing>().PublishAsync(key, Planted(CleanStudy, field, Seen[rule]), A.Publisher(), default));

            Assert.Contains(refused.Errors, error => error.PropertyName == field
                && error.ErrorMessage.Contains(FlagRules.Find(rule)!.Looks, StringComparison.Ordinal)
                && error.ErrorMessage.Contains("dismiss", StringComparison.Ordinal));
        }

        Assert.False(await database.Get<InfoStoryContext>().CaseStudies.AnyAsync(study => study.PublishedAt != null));
        Assert.Equal(StoryState.InReview, (await database.Get<StoryDesk>().ShowAsync(desk.Reference, default)).State);
    }

    [Fact]
    public async Task Flags_are_dismissed_with_the_words_that_hold_them_in_one_act()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var words = Planted(Clean, "PublicTitle", "A day shared by Joan Whitfield");
        var open = await OpenAsync(database, story, words);

        words = words with { Dismiss = Ticked(open, DismissReason.Agreed, "She asked for it.") };
        await database.Get<Review>().ApproveAsync(story.Reference, words, A.Moderator(), default);

        var shown = await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default);
        var flag = Assert.Single(shown.Dismissed);
        Assert.Equal(("Joan Whitfield", DismissReason.Agreed, "She asked for it."), (flag.Words, flag.Dismissal, flag.Remark));
        Assert.Equal(StoryState.Ready, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).State);
        Assert.Contains(
            await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == story.Reference).Select(entry => entry.Act).ToListAsync(),
            act => act == HistoryAct.FlagDismissed);
    }

    [Fact]
    public async Task A_flag_that_was_dismissed_at_the_desk_is_not_asked_again_in_the_case_study_and_another_name_is()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var words = Planted(Clean, "PublicText", "Joan Whitfield rang three times.");
        var open = await OpenAsync(database, story, words);
        await database.Get<Review>().ApproveAsync(story.Reference, words with { Dismiss = Ticked(open, DismissReason.Agreed) }, A.Moderator(), default);
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var study = (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).ToForm().Answered();

        var other = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, study with { Learning = "Ask Marek Nowak." }, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().PublishAsync(key, study, A.Publisher(), default);

        Assert.Equal("Learning", Assert.Single(other.Errors).PropertyName);
        Assert.DoesNotContain(
            (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Publisher(), default)).Open, flag => flag.In == FlagPlace.CaseStudy);
    }

    [Fact]
    public async Task Words_that_nobody_ticked_and_ticks_without_a_reason_dismiss_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var ready = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);
        var words = CleanStudy with { Summary = "Joan Whitfield rang.", Learning = "Ask Marek Nowak." };
        var id = (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).Id;
        var open = await database.Get<PublicationCheck>().OpenFlagsAsync(id, words, default);
        var one = Ticked([.. open.Where(flag => flag.Field == "Summary")], DismissReason.Public);

        var half = await Assert.ThrowsAsync<ValidationException>(() => PublishAsync(words with { Dismiss = one }));
        var unsaid = await Assert.ThrowsAsync<ValidationException>(() => PublishAsync(words with { Dismiss = one with { Why = null } }));
        await PublishAsync(words with { Dismiss = Ticked(open, DismissReason.Public) });

        Assert.Equal("Learning", Assert.Single(half.Errors).PropertyName);
        Assert.Equal(["Dismiss.Why", "Learning"], unsaid.Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));

        Task PublishAsync(EditCaseStudy form) => database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default);
    }

    [Fact]
    public async Task However_many_flags_a_public_text_has_the_last_one_counts()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var many = string.Concat(Enumerable.Range(1, 90).Select(day => $"On {1 + (day % 28)} March {1930 + day} we rang. "));
        var words = Planted(Clean, "PublicText", many + "It was Joan Whitfield.");
        var open = await OpenAsync(database, story, words);
        var butTheLast = Ticked([.. open.Where(flag => flag.Words != "Joan Whitfield")], DismissReason.Public);

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            database.Get<Review>().ApproveAsync(story.Reference, words with { Dismiss = butTheLast }, A.Moderator(), default));

        Assert.True(open.Count > FlagFinder.Most);
        Assert.Contains("“Joan Whitfield”", Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
    }

    private static ReviewStory Clean => new()
    {
        Revision = 2,
        PublicTitle = "Three calls",
        PublicText = "A worker rang three times.",
        Kind = StoryKind.Failed,
        Criticality = Criticality.Friction,
    };

    private static EditCaseStudy CleanStudy =>
        new EditCaseStudy { Title = "Three calls", Summary = "In short.", TheStory = "A worker rang three times." }.Answered();

    private static Task<IReadOnlyList<OpenFlag>> OpenAsync(TestDatabase database, GivenStory story, ReviewStory words) =>
        database.Get<PublicFlags>().OpenAsync([story.Id], words.Texts(), default);

    private static DismissFlags Ticked(IReadOnlyList<OpenFlag> open, DismissReason why, string? remark = null) =>
        new() { Flags = [.. open.Select(flag => flag.Key)], Why = why, Remark = remark };

    private static T Planted<T>(T form, string field, string words)
    {
        typeof(T).GetProperty(field)!.SetValue(form, words);
        return form;
    }
}
