using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies.Pictures;

/// <summary>The pictures of a case study: who sees them, from when and until when.</summary>
public sealed class CaseStudyPicturesTests
{
    private static readonly AddPicture Board = new() { Alt = "A board with 12 names, 3 lines empty", Caption = "The ward took it" };

    [Fact]
    public async Task A_draft_shows_what_is_added_and_everyone_sees_it_once_it_is_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);

        Assert.True(await AddAsync(database, key));

        var shown = Assert.Single((await database.StudyAsync(key)).Pictures);
        Assert.Equal((Board.Alt, Board.Caption, 64, 48), (shown.Alt, shown.Caption, shown.Width, shown.Height));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PublicPictures>().ReadAsync(shown.Key, default));
        await PublishAsync(database, key);
        Assert.Equal(key, (await database.Get<PublicPictures>().ReadAsync(shown.Key, default)).Of);
        Assert.Equal(shown, Assert.Single((await database.Get<Library>().ReadAsync((await database.StudyAsync(key)).Slug, default)).Pictures));
        Assert.Equal([shown.Key], await database.Get<PublicPictures>().Keys().ToListAsync());
    }

    [Fact]
    public async Task What_is_added_to_a_public_one_only_the_team_sees_until_it_is_ticked_and_looked_at()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = (await database.Given(A.Story().Published())).CaseStudy;

        Assert.False(await AddAsync(database, key));

        var form = await database.FormAsync(key);
        var picture = Assert.Single(form.Pictures);
        Assert.False(picture.Show);
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PublicPictures>().ReadAsync(picture.Key!, default));
        await database.Get<CaseStudyEditing>().SaveAsync(key, form with { Intruder = new() }, A.Publisher(), default);
        Assert.Empty((await database.StudyAsync(key)).Pictures);

        form = await database.FormAsync(key) with { Pictures = [picture with { Show = true }] };
        var unasked = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<CaseStudyEditing>().SaveAsync(key, form with { Intruder = new() }, A.Publisher(), default));
        var unseen = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().SaveAsync(
            key, form with { Intruder = A.Answer() with { Pictures = false } }, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().SaveAsync(key, form.Answered(), A.Publisher(), default);

        Assert.Equal("Intruder.Why", Assert.Single(unasked.Errors).PropertyName);
        Assert.Equal("Intruder.Pictures", Assert.Single(unseen.Errors).PropertyName);
        Assert.Equal(key, (await database.Get<PublicPictures>().ReadAsync(picture.Key!, default)).Of);
    }

    [Fact]
    public async Task Adding_what_nobody_sees_yet_changes_nothing_that_the_public_reads()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = (await database.Given(A.Story().Published())).CaseStudy;
        var (before, revision) = (await EditionsAsync(), (await database.StudyAsync(key)).Revision);

        Assert.False(await AddAsync(database, key));

        Assert.Equal((before, revision), (await EditionsAsync(), (await database.StudyAsync(key)).Revision));

        async Task<int> EditionsAsync() => await database.Get<InfoStoryContext>().Set<Edition>().CountAsync();
    }

    [Fact]
    public async Task One_that_everyone_saw_is_gone_once_it_is_taken_off_and_one_that_nobody_saw_never_was_there()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = (await database.Given(A.Story().WithPicture().Published())).CaseStudy;
        await AddAsync(database, key, 70);
        var form = await database.FormAsync(key);
        var (seen, unseen) = (form.Pictures[0].Key!, form.Pictures[1].Key!);
        Task ReadAsync(string picture) => database.Get<PublicPictures>().ReadAsync(picture, default);

        await database.Get<CaseStudyEditing>().SaveAsync(
            key, form with { Pictures = [form.Pictures[0] with { Show = false }, form.Pictures[1]] }, A.Publisher(), default);

        await Assert.ThrowsAsync<GoneException>(() => ReadAsync(seen));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(unseen));
        await database.Get<CaseStudyEditing>().TakeDownAsync(key, await database.FormAsync(key), A.Publisher(), default);
        await Assert.ThrowsAsync<GoneException>(() => ReadAsync(seen));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(unseen));
    }

    [Fact]
    public async Task Where_too_much_is_being_drawn_somebody_is_told_at_once_and_nothing_waits_for_ever()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        ValidationException busy;
        using (await database.Get<PictureQueue>().EnterAsync(PictureQueue.Most, default))
            busy = await Assert.ThrowsAsync<ValidationException>(() => AddAsync(database, key));

        Assert.Equal(("File", PictureDrawing.Busy), (Assert.Single(busy.Errors).PropertyName, busy.Errors.Single().ErrorMessage));
        Assert.True(await AddAsync(database, key));
    }

    [Fact]
    public async Task What_is_said_of_one_is_one_line()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);

        await database.Get<CaseStudyPictures>().AddAsync(
            key, new() { File = Photograph.Png(64, 48), Alt = "A board\r\n with 12 names\n", Caption = "The ward\n\ntook it" }, A.Publisher(), default);

        var shown = Assert.Single((await database.StudyAsync(key)).Pictures);
        Assert.Equal(("A board with 12 names", "The ward took it"), (shown.Alt, shown.Caption));
    }

    [Fact]
    public async Task Nothing_is_added_without_what_it_shows_or_that_is_no_picture_and_both_are_said_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<CaseStudyPictures>().AddAsync(key, new() { File = "%PDF-1.7"u8.ToArray(), Alt = "  " }, A.Publisher(), default));

        Assert.Equal(["File", "Alt"], refused.Errors.Select(error => error.PropertyName));
        Assert.Empty(await database.Get<InfoStoryContext>().Set<CaseStudyPicture>().ToListAsync());
    }

    [Fact]
    public async Task One_without_what_it_shows_is_neither_saved_nor_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await AddAsync(database, key);
        var form = await database.FormAsync(key);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().SaveAsync(
            key, form with { Pictures = [form.Pictures[0] with { Alt = "" }] }, A.Publisher(), default));
        var db = database.Get<InfoStoryContext>();
        var study = await db.CaseStudies.SingleAsync();
        study.Pictures = [study.Pictures[0] with { Alt = "" }];
        await db.SaveChangesAsync();

        Assert.Equal("Pictures[0].Alt", Assert.Single(refused.Errors).PropertyName);
        Assert.Contains((await database.Get<PublicationCheck>().OfSavedAsync(key, default)).Missing, one => one.Field == "Pictures[0].Alt");
    }

    [Fact]
    public async Task What_is_wrong_with_one_is_said_at_its_place_in_the_form_where_one_before_it_is_not_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await AddAsync(database, key);
        await AddAsync(database, key, 65);
        var form = await database.FormAsync(key);
        form = form with { Pictures = [form.Pictures[0] with { Show = false }, form.Pictures[1] with { Alt = "Ring 07700 900123" }] };
        await database.Get<CaseStudyEditing>().SaveAsync(key, form, A.Publisher(), default);

        var flagged = (await database.Get<PublicationCheck>().OfSavedAsync(key, default)).Missing;
        var db = database.Get<InfoStoryContext>();
        var study = await db.CaseStudies.SingleAsync();
        study.Pictures = [study.Pictures[0] with { Alt = "" }];
        await db.SaveChangesAsync();
        var silent = (await database.Get<PublicationCheck>().OfSavedAsync(key, default)).Missing;

        Assert.Equal("Pictures[1].Alt", Assert.Single(flagged, one => one.Sentence.StartsWith("Picture 2", StringComparison.Ordinal)).Field);
        Assert.Equal("Pictures[1].Alt", Assert.Single(silent, one => one.Field?.StartsWith("Pictures", StringComparison.Ordinal) == true).Field);
    }

    [Fact]
    public async Task There_are_four_at_most_and_none_twice()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await AddAsync(database, key);
        var twice = await Assert.ThrowsAsync<ValidationException>(() => AddAsync(database, key));
        for (var width = 65; width < 68; width++) await AddAsync(database, key, width);

        var many = await Assert.ThrowsAsync<ValidationException>(() => AddAsync(database, key, 70));

        Assert.Equal("This picture is here already", Assert.Single(twice.Errors).ErrorMessage);
        Assert.Equal("A case study has 4 pictures at most. Delete one first", Assert.Single(many.Errors).ErrorMessage);
        Assert.Equal([64, 65, 66, 67], (await database.StudyAsync(key)).Pictures.Select(picture => picture.Width));
    }

    [Fact]
    public async Task It_is_deleted_bytes_and_all_but_not_while_everyone_sees_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().WithPicture().Published());
        var shown = Assert.Single((await database.StudyAsync(story.CaseStudy)).Pictures);
        Task DeleteAsync() => database.Get<CaseStudyPictures>().DeleteAsync(story.CaseStudy, shown.Key, A.Publisher(), default);

        await Assert.ThrowsAsync<ConflictException>(DeleteAsync);
        await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);
        await Assert.ThrowsAsync<GoneException>(() => database.Get<PublicPictures>().ReadAsync(shown.Key, default));
        await DeleteAsync();

        Assert.Empty((await database.StudyAsync(story.CaseStudy)).Pictures);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<CaseStudyPicture>().ToListAsync());
        await Assert.ThrowsAsync<NotFoundException>(DeleteAsync);
        // Its revisions say that there was one; it does not come back.
        var restored = await database.Get<CaseStudyRevisions>().ReadAsync(story.CaseStudy, 2, A.Publisher(), default);
        Assert.Single(restored.Words.Pictures);
        Assert.Empty(restored.ToForm().Pictures);
    }

    [Fact]
    public async Task A_revision_brings_back_what_was_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await BegunAsync(database);
        await AddAsync(database, key);
        var form = await database.FormAsync(key);
        await database.Get<CaseStudyEditing>().SaveAsync(key, form with { Pictures = [form.Pictures[0] with { Show = false }] }, A.Publisher(), default);
        Assert.Empty((await database.StudyAsync(key)).Pictures);

        var revision = await database.Get<CaseStudyRevisions>().ReadAsync(key, 2, A.Publisher(), default);
        await database.Get<CaseStudyEditing>().SaveAsync(key, revision.ToForm(), A.Publisher(), default);

        Assert.Equal(RevisedParts.Pictures, revision.Revision.Changed);
        Assert.Equal(Board.Caption, Assert.Single((await database.StudyAsync(key)).Pictures).Caption);
    }

    [Fact]
    public async Task Its_author_says_yes_to_it_too_and_sees_it_before()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SeeFirst().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var before = (await database.FormAsync(key), await database.Get<PublicationCheck>().OfSavedAsync(key, default));
        await AddAsync(database, key);
        var after = await database.Get<PublicationCheck>().OfSavedAsync(key, default);
        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, await database.FormAsync(key), A.Publisher(), default);
        var signing = database.Get<SigningOff>();
        var shown = Assert.Single((await signing.ShowAsync(story.Id, default))!.Pictures);

        Assert.DoesNotContain(before.Item2.Missing, one => one.Sentence.Contains("said yes", StringComparison.Ordinal));
        Assert.Contains(after.Missing, one => one.Sentence.Contains("said yes", StringComparison.Ordinal));
        Assert.NotEmpty(await signing.PictureAsync(story.Id, shown.Key, default));
        await Assert.ThrowsAsync<NotFoundException>(() => signing.PictureAsync(story.Id, "other", default));
        await Assert.ThrowsAsync<ConflictException>(() => AddAsync(database, key, 70));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_bytes_go_when_the_story_does(bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().WithPicture().Published());
        await AddAsync(database, story.CaseStudy, 70);

        if (erases) await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Empty(await database.Get<InfoStoryContext>().Set<CaseStudyPicture>().ToListAsync());
        if (!erases) await Assert.ThrowsAsync<ConflictException>(() => AddAsync(database, story.CaseStudy));
    }

    [Fact]
    public async Task Only_a_publisher_adds_one_and_only_a_lead_sees_it_while_a_story_is_on_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await AddAsync(database, key);
        var (pictures, shown) = (database.Get<CaseStudyPictures>(), (await database.StudyAsync(key)).Pictures[0].Key);
        await Assert.ThrowsAsync<ForbiddenException>(() => pictures.AddAsync(key, Board with { File = Photograph.Png(70, 48) }, A.Moderator(), default));
        Assert.NotEmpty(await pictures.ReadAsync(key, shown, A.Moderator(), default));

        var db = database.Get<InfoStoryContext>();
        await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.State, StoryState.OnHold));

        await Assert.ThrowsAsync<NotFoundException>(() => pictures.ReadAsync(key, shown, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => AddAsync(database, key, 71));
        Assert.NotEmpty(await pictures.ReadAsync(key, shown, A.SafeguardingLead(), default));
    }

    private static async Task<Id<CaseStudy>> BegunAsync(TestDatabase database) =>
        await database.Get<CaseStudyEditing>().DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);

    private static Task<bool> AddAsync(TestDatabase database, Id<CaseStudy> key, int width = 64) =>
        database.Get<CaseStudyPictures>().AddAsync(key, Board with { File = Photograph.Png(width, 48) }, A.Publisher(), default);

    private static async Task PublishAsync(TestDatabase database, Id<CaseStudy> key) =>
        await database.Get<CaseStudyEditing>().PublishAsync(key, (await database.FormAsync(key)).Answered(), A.Publisher(), default);
}
