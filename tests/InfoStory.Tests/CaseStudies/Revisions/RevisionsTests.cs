using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Jobs;
using InfoStory.Moderation.Desk;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.CaseStudies.Drawing;

namespace InfoStory.Tests.CaseStudies.Revisions;

/// <summary>The words of a case study as they were saved, and brought back by a save as any other.</summary>
public sealed class RevisionsTests
{
    private static readonly Actor Colleague = new(905, "colleague@example.org", Roles.Publisher);

    [Fact]
    public async Task Each_save_that_changes_a_word_is_kept_with_who_when_and_what_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await SaveAsync(database, key, form => form);
        await SaveAsync(database, key, form => form with { Learning = "Ask once.", Figures = [Evidence.Figure] });
        database.Clock.Advance(TimeSpan.FromHours(1));
        await SaveAsync(database, key, form => form with { NamesAreReal = true }, Colleague);

        var list = (await ListAsync(database, key)).Revisions;

        Assert.Equal([3, 2, 1], list.Select(revision => revision.Number));
        Assert.Equal(
            [RevisedParts.Names, RevisedParts.Learning | RevisedParts.Figures, RevisedParts.None], list.Select(revision => revision.Changed));
        Assert.Equal([Colleague.Name, A.Publisher().Name, A.Publisher().Name], list.Select(revision => revision.By));
        Assert.Equal(TimeSpan.FromHours(1), list[0].At - list[1].At);
        Assert.All(list, revision => Assert.False(revision.WasPublic));
    }

    [Fact]
    public async Task What_is_restored_is_saved_as_a_new_revision_and_overwrites_none()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await SaveAsync(database, key, form => form with { Learning = "Ask once.", Figures = [Evidence.Figure], Quotes = ["A worker rang"] });
        await SaveAsync(database, key, form => form with { Learning = "Ask twice.", Figures = [], Quotes = [], Title = "Another title" });
        var before = await database.StudyAsync(key);

        await RestoreAsync(database, key, 2);

        var (study, list) = (await database.StudyAsync(key), await ListAsync(database, key));
        Assert.Equal(("Ask once.", 1, "A worker rang"), (study.Learning, study.Figures.Count, Assert.Single(study.Quotes)));
        // An address that was made of the title follows it, as ever.
        Assert.Equal(("another-title", "three-calls-for-one-answer"), (before.Slug, study.Slug));
        Assert.Equal([4, 3, 2, 1], list.Revisions.Select(revision => revision.Number));
        Assert.Equal(2, list.Revisions[0].Restored);
        Assert.Equal("Ask twice.", (await ReadAsync(database, key, 3)).Words.Learning);
        Assert.Equal(RevisedParts.None, (await ReadAsync(database, key, 4)).Words.Against((await ReadAsync(database, key, 2)).Words));
        Assert.Equal("2", Assert.Single(await HistoryAsync(database, HistoryAct.CaseStudyRestored)).Why);
    }

    [Fact]
    public async Task Words_that_were_changed_while_they_were_restored_are_typed_words()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await SaveAsync(database, key, form => form with { Learning = "Ask once." });

        var form = (await ReadAsync(database, key, 1)).ToForm() with { Learning = "Ask." };
        await database.Get<CaseStudyEditing>().SaveAsync(key, form, A.Publisher(), default);

        Assert.Null((await ListAsync(database, key)).Revisions[0].Restored);
        Assert.Empty(await HistoryAsync(database, HistoryAct.CaseStudyRestored));
    }

    [Fact]
    public async Task Who_restores_on_top_of_a_save_they_have_not_seen_is_told_and_loses_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await SaveAsync(database, key, form => form with { Learning = "Ask once." });
        var open = (await ReadAsync(database, key, 1)).ToForm();
        await SaveAsync(database, key, form => form with { Learning = "Ask twice." }, Colleague);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().SaveAsync(key, open, A.Publisher(), default));

        Assert.Equal("Ask twice.", (await database.StudyAsync(key)).Learning);
        Assert.Equal(3, (await ListAsync(database, key)).Revisions.Count);
    }

    [Fact]
    public async Task A_public_one_is_restored_only_by_what_publishing_asks_and_is_marked_as_read_by_everyone()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await PublishAsync(database, key);
        await SaveAsync(database, key, form => form with { Learning = "Ask once." });

        var unanswered = await Record.ExceptionAsync(async () => await database.Get<CaseStudyEditing>()
            .SaveAsync(key, (await RestoredForm(database, key, 1)) with { Intruder = new() }, A.Publisher(), default));
        await RestoreAsync(database, key, 1);

        Assert.NotNull(unanswered);
        var list = (await ListAsync(database, key)).Revisions;
        Assert.Equal([3, 2, 1], list.Select(revision => revision.Number));
        Assert.All(list, revision => Assert.True(revision.WasPublic));
        Assert.Null((await database.Get<Library>().ReadAsync((await database.StudyAsync(key)).Slug, default)).Learning);
    }

    [Fact]
    public async Task What_was_answered_of_words_that_were_never_public_does_not_count_when_they_come_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await SaveAsync(database, key, form => form.Answered() with { Learning = "Ask the nurse with the red hair." });
        var answered = (await database.StudyAsync(key)).IntruderStands;
        await SaveAsync(database, key, form => form with { Learning = "Ask the ward." });
        var form = (await ReadAsync(database, key, 2)).ToForm();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default));
        var wrong = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<CaseStudyEditing>().PublishAsync(key, form with { Title = "" }, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().SaveAsync(key, form, A.Publisher(), default);

        Assert.True(answered);
        Assert.Equal("Intruder.Why", Assert.Single(refused.Errors).PropertyName);
        Assert.Equal(["Intruder.Why", "Title"], wrong.Errors.Select(one => one.PropertyName).Order(StringComparer.Ordinal));
        Assert.False((await database.StudyAsync(key)).IntruderStands);
    }

    [Fact]
    public async Task Words_that_everyone_read_are_never_said_to_have_been_public_to_nobody()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await PublishAsync(database, key);
        await TakeDownAsync(database, key, "Ask once.");
        await RestoreAsync(database, key, 1);
        var kept = (await ListAsync(database, key)).Revisions;
        await database.Get<InfoStoryContext>().Set<CaseStudyRevision>().ExecuteDeleteAsync();
        await SaveAsync(database, key, form => form with { Learning = "Ask twice." });

        var anew = (await ListAsync(database, key)).Revisions;

        Assert.Equal([true, false, true], kept.Select(revision => revision.WasPublic));
        Assert.Equal([false, null], anew.Select(revision => revision.WasPublic));
        Assert.True(await database.Get<PublicationCheck>().MayNeverHaveBeenPublicAsync(key, 1, default));
    }

    [Fact]
    public async Task Words_that_the_author_did_not_say_yes_to_are_not_public_by_being_restored()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, _, key) = await TwoAsync(
            database, A.Story().Titled("The first").SeeFirst().Ready(), A.Story().Titled("The second").PublicText("She rang too.").Ready());
        await SaveAsync(database, key, form => form with { Learning = "Not read by the author." });
        await SendToAuthorsAsync(database, key);
        await SignOffAsync(database, first);
        await PublishAsync(database, key);
        var unread = (await ListAsync(database, key)).Revisions.First(revision => revision.WasPublic == false).Number;

        var refused = await Assert.ThrowsAsync<ConflictException>(() => RestoreAsync(database, key, unread));

        Assert.Contains("has not said yes to these words", refused.Message, StringComparison.Ordinal);
        Assert.Contains(first.Reference, refused.Message, StringComparison.Ordinal);
        Assert.Equal("Together.", (await database.StudyAsync(key)).Learning);
    }

    [Fact]
    public async Task Fifty_are_kept_and_those_that_were_public_longest()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await PublishAsync(database, key);
        await TakeDownAsync(database, key, "0");
        for (var turn = 1; turn <= RevisionKeeping.Most; turn++) await SaveAsync(database, key, form => form with { Learning = $"{turn}" });

        var list = (await ListAsync(database, key)).Revisions;

        Assert.Equal(RevisionKeeping.Most, list.Count);
        Assert.Equal([1, 4], list.Reverse().Take(2).Select(revision => revision.Number));
        Assert.True(list[^1].WasPublic);
    }

    [Fact]
    public async Task After_a_year_they_go_and_the_words_stay()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await SaveAsync(database, key, form => form with { Learning = "Ask once." });

        database.Clock.Advance(TimeSpan.FromDays(364));
        await database.Get<IEnumerable<IJob>>().OfType<DeleteExpired>().Single().RunAsync(default);
        var still = await CountAsync(database);
        database.Clock.Advance(TimeSpan.FromDays(2));
        await database.Get<IEnumerable<IJob>>().OfType<DeleteExpired>().Single().RunAsync(default);
        var gone = await CountAsync(database);
        await SaveAsync(database, key, form => form with { Learning = "Ask twice." });

        Assert.Equal((2, 0), (still, gone));
        // What was saved before is kept first where there is none.
        Assert.Equal("Ask once.", (await ReadAsync(database, key, 1)).Words.Learning);
        Assert.Null((await ReadAsync(database, key, 1)).Revision.By);
    }

    [Fact]
    public async Task On_hold_only_a_lead_reads_them()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        await database.Get<Review>().HoldAsync(story.Reference, new() { Revision = shown.Revision, Note = "A lead must read this." }, A.Moderator(), default);
        var lead = new Actor(906, "both@example.org", Roles.Publisher | Roles.SafeguardingLead);

        await Assert.ThrowsAsync<ForbiddenException>(() => ListAsync(database, key));
        await Assert.ThrowsAsync<ForbiddenException>(() => ReadAsync(database, key, 1));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<CaseStudyRevisions>().ListAsync(key, A.Moderator(), default));

        Assert.Single((await database.Get<CaseStudyRevisions>().ListAsync(key, lead, default)).Revisions);
    }

    private static async Task<Id<CaseStudy>> BegunAsync(TestDatabase database) => await database.Get<CaseStudyEditing>()
        .DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);

    private static async Task SaveAsync(TestDatabase database, Id<CaseStudy> key, Func<EditCaseStudy, EditCaseStudy> typed, Actor? by = null) =>
        await database.Get<CaseStudyEditing>().SaveAsync(key, typed(await database.FormAsync(key)), by ?? A.Publisher(), default);

    private static async Task TakeDownAsync(TestDatabase database, Id<CaseStudy> key, string learning) => await database.Get<CaseStudyEditing>()
        .TakeDownAsync(key, await database.FormAsync(key) with { Learning = learning }, A.Publisher(), default);

    private static async Task<EditCaseStudy> RestoredForm(TestDatabase database, Id<CaseStudy> key, int number) =>
        (await ReadAsync(database, key, number)).ToForm().Answered();

    private static async Task RestoreAsync(TestDatabase database, Id<CaseStudy> key, int number) =>
        await database.Get<CaseStudyEditing>().SaveAsync(key, await RestoredForm(database, key, number), A.Publisher(), default);

    private static Task<RevisionList> ListAsync(TestDatabase database, Id<CaseStudy> key) =>
        database.Get<CaseStudyRevisions>().ListAsync(key, A.Publisher(), default);

    private static Task<RevisionOnDesk> ReadAsync(TestDatabase database, Id<CaseStudy> key, int number) =>
        database.Get<CaseStudyRevisions>().ReadAsync(key, number, A.Publisher(), default);

    private static Task<int> CountAsync(TestDatabase database) => database.Get<InfoStoryContext>().Set<CaseStudyRevision>().CountAsync();

    private static Task<List<HistoryEntry>> HistoryAsync(TestDatabase database, HistoryAct act) =>
        database.Get<InfoStoryContext>().History.AsNoTracking().Where(entry => entry.Act == act).ToListAsync();
}
