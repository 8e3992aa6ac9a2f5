using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Desk;

public sealed class CriticalityTests
{
    private static readonly Actor Another = new(905, "another@example.org", Roles.Publisher);

    private static readonly EditCaseStudy Form =
        new EditCaseStudy
        {
            Title = "Three calls for one answer",
            Summary = "In short.",
            TheStory = "A worker rang three times and began again each time."
        }.Answered();

    [Fact]
    public async Task A_story_without_a_score_is_not_approved()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<Review>().ClaimAsync(story.Reference, 0, A.Moderator(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<Review>()
                .ApproveAsync(story.Reference, new() { Revision = 1, PublicTitle = "T", PublicText = "P", Kind = StoryKind.Failed }, A.Moderator(), default));

        Assert.Equal("Criticality", Assert.Single(refused.Errors).PropertyName);
    }

    [Theory]
    [InlineData("its address")]
    [InlineData("a word")]
    public async Task A_second_yes_is_for_the_case_study_as_it_was_read(string changed)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.AvoidableHarm).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<CaseStudyEditing>().SaveAsync(key, Form with { WhatTheyDid = "They shared a list." }, A.Publisher(), default);
        var read = await RevisionAsync(database, story);
        var shown = Assert.Single(await database.Get<SecondReading>().ShowAsync(story.Reference, Another, default));

        var after = shown.ToForm();
        after = changed == "a word" ? after with { WhatTheyDid = "They shared two lists." } : after with { Address = "chosen-later" };
        await database.Get<CaseStudyEditing>().SaveAsync(key, after, A.Publisher(), default);

        Assert.Equal(("Three calls for one answer", "In short.", "They shared a list."), (shown.Title, shown.Summary, shown.WhatTheyDid));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<Scoring>().SecondAsync(story.Reference, new() { Revision = read }, Another, default));
        await database.Get<Scoring>().SecondAsync(story.Reference, new() { Revision = await RevisionAsync(database, story) }, Another, default);
        await database.Get<CaseStudyEditing>().SaveAsync(
            key, (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).ToForm() with { Address = "chosen-last" }, A.Publisher(), default);
        await RefusedAsync(database, key, "needs a publisher as its second person");
    }

    [Fact]
    public async Task A_story_from_before_there_were_scores_is_scored_on_its_page_and_then_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        await database.Get<InfoStoryContext>().Stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.Criticality, (Criticality?)null));
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);

        await RefusedAsync(database, key, "Nobody has scored");
        await database.Get<Scoring>()
            .ScoreAsync(story.Reference, new() { Revision = await RevisionAsync(database, story), Criticality = Criticality.Friction }, A.Moderator(), default);

        await database.Get<CaseStudyEditing>().PublishAsync(key, Form, A.Publisher(), default);
    }

    [Fact]
    public async Task A_three_waits_for_a_publisher_then_for_three_working_days_and_the_service_has_no_veto()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.AvoidableHarm).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var scoring = database.Get<Scoring>();

        await database.Get<CaseStudyEditing>().SaveAsync(key, Form, A.Publisher(), default);
        await RefusedAsync(database, key, "needs a publisher as its second person");
        await Assert.ThrowsAsync<ConflictException>(() => scoring.SecondAsync(story.Reference, new() { Revision = 3 }, A.SafeguardingLead(), default));
        await database.Get<Scoring>().SecondAsync(story.Reference, new() { Revision = await RevisionAsync(database, story) }, Another, default);
        await RefusedAsync(database, key, "must be told 3 working days before");
        await database.Get<Scoring>().GiveNoticeAsync(story.Reference, new() { Revision = await RevisionAsync(database, story) }, A.Publisher(), default);
        await RefusedAsync(database, key, "The service was told on Tuesday 24 November 2026. The story can be published from Friday 27 November 2026.");

        database.Clock.Advance(TimeSpan.FromDays(3));
        await database.Get<CaseStudyEditing>().PublishAsync(key, Form with { Revision = 1 }, A.Publisher(), default);
    }

    [Fact]
    public async Task A_four_waits_for_a_safeguarding_lead_who_says_that_it_is_not_told_as_it_was()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.SeriousHarm).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<CaseStudyEditing>().SaveAsync(key, Form, A.Publisher(), default);
        var seen = new ReviewStory { Revision = await RevisionAsync(database, story) };

        await RefusedAsync(database, key, "needs a safeguarding lead as its second person");
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<Scoring>()
            .SecondAsync(story.Reference, seen with { NotAsTold = true }, A.Publisher(), default));
        await Assert.ThrowsAsync<ValidationException>(() => database.Get<Scoring>().SecondAsync(story.Reference, seen, A.SafeguardingLead(), default));
        await database.Get<Scoring>().SecondAsync(story.Reference, seen with { NotAsTold = true }, A.SafeguardingLead(), default);

        await database.Get<CaseStudyEditing>().PublishAsync(key, Form with { Revision = 1 }, A.Publisher(), default);
    }

    [Fact]
    public async Task The_second_person_read_the_public_text_so_no_other_story_is_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.SeriousHarm).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<Scoring>()
            .SecondAsync(story.Reference, new() { Revision = await RevisionAsync(database, story), NotAsTold = true }, A.SafeguardingLead(), default);

        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, Form with { TheStory = "Other words." }, A.Publisher(), default));

        Assert.Contains("has other words", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scored")]
    [InlineData("claimed")]
    public async Task Nobody_is_their_own_second(string did)
    {
        await using var database = await TestDatabase.NewAsync();
        var both = new Actor(null, did == "claimed" ? "moderator@example.org" : "both@example.org", Roles.Moderator | Roles.Publisher);
        var story = await database.Given(A.Story().Ready());
        await database.Get<Scoring>().ScoreAsync(
            story.Reference, new() { Revision = await RevisionAsync(database, story), Criticality = Criticality.AvoidableHarm },
            did == "scored" ? both : A.SafeguardingLead(), default);

        var seen = new ReviewStory { Revision = await RevisionAsync(database, story) };
        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<Scoring>().SecondAsync(story.Reference, seen, both, default));

        Assert.Contains("Somebody else", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Criticality.Wasted)]
    [InlineData(Criticality.AvoidableHarm)]
    [InlineData(Criticality.SeriousHarm)]
    public async Task Whom_the_page_offers_to_be_the_second_person_the_story_accepts_and_nobody_else(Criticality score)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(score).Ready());
        Actor[] people =
        [
            A.Moderator(), A.Publisher(), A.SafeguardingLead(),
            A.Moderator() with { Name = "renamed@example.org", Roles = Roles.Publisher | Roles.SafeguardingLead },
        ];
        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        var stored = await database.Get<InfoStoryContext>().Stories.AsNoTracking().SingleAsync(one => one.Id == story.Id);

        var offered = people.Where(shown.CanSecond).ToList();
        var accepted = people.Where(one => Record.Exception(() => stored.Scored.Seconded(one, stored.Claimed, database.Clock.UtcNow)) is null).ToList();

        Assert.Equal(accepted, offered);
        Assert.Equal(score switch { Criticality.AvoidableHarm => [people[1]], Criticality.SeriousHarm => [people[2]], _ => [] }, offered);
    }

    [Fact]
    public async Task Nobody_is_asked_to_be_the_second_person_once_somebody_was()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.AvoidableHarm).Ready());

        await database.Get<Scoring>().SecondAsync(story.Reference, new() { Revision = await RevisionAsync(database, story) }, A.Publisher(), default);

        Assert.False((await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).CanSecond(new(905, "another@example.org", Roles.Publisher)));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("score")]
    public async Task What_changes_after_the_second_yes_needs_another(string act)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.AvoidableHarm).Ready());
        await database.Get<Scoring>().SecondAsync(story.Reference, new() { Revision = await RevisionAsync(database, story) }, A.Publisher(), default);

        var revision = await RevisionAsync(database, story);
        if (act == "claim") await database.Get<Review>().ClaimAsync(story.Reference, revision, A.Moderator(), default);
        else
            await database.Get<Scoring>()
                .ScoreAsync(story.Reference, new() { Revision = revision, Criticality = Criticality.SeriousHarm }, A.Moderator(), default);

        Assert.Null((await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).SecondedAt);
    }

    [Theory]
    [InlineData("2026-11-24T07:59", "Tuesday 24 November 2026")]
    [InlineData("2026-11-24T18:00", "Wednesday 25 November 2026")]
    [InlineData("2026-11-28T12:00", "Monday 30 November 2026")]
    [InlineData("2026-12-24T18:00", "Tuesday 29 December 2026")]
    [InlineData("2027-06-01T06:30", "Tuesday 1 June 2027")]
    [InlineData("2026-11-24T08:00", null)]
    [InlineData("2026-11-24T17:59", null)]
    [InlineData("2027-06-01T07:00", null)]
    public void From_two_on_nothing_is_published_out_of_hours_on_a_London_clock(string utc, string? from)
    {
        var now = DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

        var obstacle = PublicationClock.Obstacle(new(Criticality.Wasted, null, null, null, null, null), now);

        Assert.Equal(
            from is null ? null : $"A story scored 2 or more is published in working hours only. This one can be published from 8am on {from}.", obstacle);
        Assert.Null(PublicationClock.Obstacle(new(Criticality.Friction, null, null, null, null, null), now));
    }

    [Theory]
    [InlineData(Criticality.SeriousHarm, Criticality.Praise, "once scored 4 needs a safeguarding lead")]
    [InlineData(Criticality.SeriousHarm, Criticality.AvoidableHarm, "once scored 4 needs a safeguarding lead")]
    [InlineData(Criticality.AvoidableHarm, Criticality.Friction, "once scored 3 needs a publisher")]
    public async Task What_ever_was_three_or_four_needs_its_second_person_however_low_it_is_scored_now(Criticality was, Criticality now, string why)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(was).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        foreach (var lower in new[] { now, Criticality.Wasted, now })
            await database.Get<Scoring>().ScoreAsync(
                story.Reference, new() { Revision = await RevisionAsync(database, story), Criticality = lower }, A.Publisher(), default);
        database.Clock.Advance(TimeSpan.FromHours(12));

        await RefusedAsync(database, key, why);
        var seen = new ReviewStory { Revision = await RevisionAsync(database, story), NotAsTold = true };
        await Assert.ThrowsAnyAsync<Exception>(() => database.Get<Scoring>().SecondAsync(story.Reference, seen, A.Publisher(), default));
    }

    [Theory]
    [InlineData("wrote")]
    [InlineData("approved")]
    [InlineData("scored before")]
    [InlineData("entered a tag")]
    [InlineData("wrote the case study")]
    public async Task Nobody_who_had_a_hand_in_the_words_is_their_second_whoever_holds_them_now(string did)
    {
        await using var database = await TestDatabase.NewAsync();
        await Life.Hands.OfAsync(database, await database.Given(A.Story()));
        var (me, other) = (new Actor(931, "me@example.org", Roles.Moderator | Roles.Publisher), A.SafeguardingLead());
        var story = await database.Given(A.Story().InReview());
        await ReviewAsync(
            did == "wrote" ? me : other, (review, form, by) => review.SaveAsync(story.Reference, form with { PublicText = "New words." }, by, default));
        if (did == "entered a tag") await TagAsync();
        if (did == "scored before") await ScoreAsync(me, Criticality.Wasted);
        await ScoreAsync(other, Criticality.AvoidableHarm);
        var colleague = (await database.Get<Claims>().ColleaguesAsync(default))[0];
        await database.Get<Claims>().PassAsync(story.Reference, await RevisionAsync(database, story), colleague.Id, me, default);
        await ReviewAsync(did == "approved" ? me : other, (review, form, by) => review.ApproveAsync(story.Reference, form, by, default));
        if (did == "wrote the case study")
        {
            var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, me, default);
            await database.Get<CaseStudyEditing>().SaveAsync(key, Form, me, default);
        }

        var refused = await Assert.ThrowsAsync<ConflictException>(() => SecondAsync(me));
        await SecondAsync(A.Publisher());

        Assert.Contains("Somebody else", refused.Message, StringComparison.Ordinal);

        async Task ReviewAsync(Actor by, Func<Review, ReviewStory, Actor, Task> act) =>
            await act(database.Get<Review>(), ReviewStory.Of(await database.Get<StoryDesk>().ShowAsync(story.Reference, default)), by);

        async Task ScoreAsync(Actor by, Criticality score) => await database.Get<Scoring>()
            .ScoreAsync(story.Reference, new() { Revision = await RevisionAsync(database, story), Criticality = score }, by, default);

        async Task SecondAsync(Actor by) => await database.Get<Scoring>()
            .SecondAsync(story.Reference, new() { Revision = await RevisionAsync(database, story) }, by, default);

        async Task TagAsync() => await database.Get<BulkActions>().DoAsync(new()
        {
            Act = BulkKind.Tag,
            Tag = (await database.Get<TagCatalogue>().InAsync(Facet.Barrier, default))[0].Id,
            Stories = [new(story.Reference, await RevisionAsync(database, story))],
        }, me, default);
    }

    [Fact]
    public async Task A_word_of_the_case_study_that_changes_after_the_second_yes_asks_for_another()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Scored(Criticality.SeriousHarm).Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<Scoring>().SecondAsync(
            story.Reference, new() { Revision = await RevisionAsync(database, story), NotAsTold = true }, A.SafeguardingLead(), default);

        await RefusedAsync(database, key, "needs a safeguarding lead as its second person");
    }

    private static async Task RefusedAsync(TestDatabase database, Id<CaseStudy> key, string why)
    {
        var revision = (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).Revision;
        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, Form with { Revision = revision }, A.Publisher(), default));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<int> RevisionAsync(TestDatabase database, GivenStory story) =>
        (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
}
