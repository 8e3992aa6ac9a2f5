using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;

namespace InfoStory.Tests.Authors;

/// <summary>What is published of a story whose author asked to see it first is what the author said yes to.</summary>
public sealed class SigningOffTests
{
    private const string Title = "Three calls", Text = "A worker rang three times.";

    private static readonly EditCaseStudy Unchanged = new EditCaseStudy { Title = Title, Summary = Text, TheStory = Text }.Answered();

    public static TheoryData<EditCaseStudy> Others() =>
    [
        Unchanged with { Title = "Four calls" },
        Unchanged with { Summary = "They never rang back." },
        Unchanged with { TheStory = Text + " It was the night ward." },
        Unchanged with { PlaceAndNeed = "A ward." },
        Unchanged with { Partners = "The council." },
        Unchanged with { Barrier = "Trust." },
        Unchanged with { NamesAreReal = true },
        Unchanged with { Figures = [Evidence.Figure] },
        Unchanged with { WhatWasNotShared = "The address." },
        Unchanged with { WhatTheyDid = "They rang." },
        Unchanged with { WhatChanged = "Nothing." },
        Unchanged with { NotYetFixed = "All of it." },
        Unchanged with { Learning = "Ring back." },
        Unchanged with { Address = "left-in-a-corridor" },
    ];

    [Fact]
    public async Task The_public_text_that_was_signed_off_is_published_as_it_is()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database);

        await database.Get<CaseStudyEditing>().PublishAsync(key, Unchanged, A.Publisher(), default);

        Assert.Equal(StoryState.Published, (await database.Get<MyStory>().ShowAsync(story.Id, default)).State);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Other_words_are_refused_until_the_author_says_yes_to_exactly_these(EditCaseStudy form)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database);

        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().PublishAsync(key, form, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, form, A.Publisher(), default);
        await SayYesAsync(database, story);
        // What was answered of these words when they were sent still stands.
        await database.Get<CaseStudyEditing>().PublishAsync(key, form with { Revision = 1, Intruder = new() }, A.Publisher(), default);

        Assert.Contains("Send them to the author", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["Sent to the author", "Case study edited", "Signed off", "Published"],
            (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).History.TakeLast(4).Select(entry => entry.Act.Name));
    }

    [Fact]
    public async Task A_yes_to_one_version_is_no_yes_to_the_next()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database);
        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, Unchanged with { Learning = "Ring back." }, A.Publisher(), default);
        await SayYesAsync(database, story);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(key, Unchanged with { Revision = 1, Learning = "Ring back, always." }, A.Publisher(), default));
    }

    [Fact]
    public async Task What_a_publisher_sends_again_is_what_the_author_says_yes_to()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database);
        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, Unchanged with { Learning = "First." }, A.Publisher(), default);
        var (seen, revision) =
            (await database.Get<SigningOff>().ShowAsync(story.Id, default), (await database.Get<MyStory>().ShowAsync(story.Id, default)).Revision);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .SaveAsync(key, Unchanged with { Revision = 1, Learning = "Second." }, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, Unchanged with { Revision = 1, Learning = "Second." }, A.Publisher(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<SigningOff>().SignOffAsync(story.Id, revision, seen!.Words, default));
        Assert.Equal("Second.", (await database.Get<SigningOff>().ShowAsync(story.Id, default))!.Learning);
    }

    [Fact]
    public async Task Saying_yes_twice_changes_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SentToAuthor());
        var (seen, shown) = (await database.Get<SigningOff>().ShowAsync(story.Id, default), await database.Get<MyStory>().ShowAsync(story.Id, default));

        for (var time = 0; time < 2; time++) await database.Get<SigningOff>().SignOffAsync(story.Id, shown.Revision, seen!.Words, default);

        Assert.Equal(shown.Revision + 1, (await database.Get<MyStory>().ShowAsync(story.Id, default)).Revision);
    }

    [Fact]
    public async Task An_author_sees_a_case_study_only_while_it_waits_for_them()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, key) = await ReadyAsync(database);
        Assert.Null(await database.Get<SigningOff>().ShowAsync(story.Id, default));

        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, Unchanged with { Learning = "Ring back." }, A.Publisher(), default);
        var waiting = await database.Get<SigningOff>().ShowAsync(story.Id, default);
        await SayYesAsync(database, story);

        Assert.Equal("Ring back.", waiting!.Learning);
        Assert.Null(await database.Get<SigningOff>().ShowAsync(story.Id, default));
    }

    [Fact]
    public async Task A_change_asked_for_goes_back_to_the_publisher_and_nothing_is_published_meanwhile()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SentToAuthor());
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);

        await database.Get<MyStory>().AskForChangeAsync(story.Id, new() { Revision = shown.Revision, Text = "Not “in short”, please." }, default);

        var study = await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default);
        Assert.Equal((AuthorsWord.NotSignedOff, "Not “in short”, please."), (study.Author, Assert.Single(study.Messages).Text));
        Assert.Equal(StoryState.Ready, (await database.Get<MyStory>().ShowAsync(story.Id, default)).State);
        await Assert.ThrowsAsync<ConflictException>(() =>
            database.Get<CaseStudyEditing>().PublishAsync(
                story.CaseStudy,
                new EditCaseStudy { Revision = study.Revision, Title = study.Title, Summary = study.Summary, TheStory = study.TheStory }.Answered(),
                A.Publisher(), default));
    }

    [Fact]
    public async Task A_published_case_study_is_not_given_words_that_its_author_has_not_seen()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SeeFirst().Published());
        var study = await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default);
        var same = new EditCaseStudy { Revision = study.Revision, Title = study.Title, Summary = study.Summary, TheStory = study.TheStory }.Answered();

        var refused = await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .SaveAsync(story.CaseStudy, same with { Learning = "More." }, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().SaveAsync(story.CaseStudy, same, A.Publisher(), default);

        Assert.Contains("Take the case study down", refused.Message, StringComparison.Ordinal);
        Assert.Null((await database.Get<Library>().ReadAsync(story.Slug!, default)).Learning);
    }

    [Fact]
    public async Task What_is_read_again_by_the_team_is_signed_off_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SentToAuthor());
        await SayYesAsync(database, story);
        var desk = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);

        await database.Get<Review>().ClaimAsync(story.Reference, desk.Revision, A.Moderator(), default);

        Assert.Equal(AuthorsWord.NotSignedOff, (await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).Author);
    }

    [Fact]
    public async Task Words_that_nobody_has_to_see_are_not_sent()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, signedOff) = await ReadyAsync(database);
        var notAsked = await database.Get<CaseStudyEditing>().DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>().SendToAuthorAsync(signedOff, Unchanged, A.Publisher(), default));
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<CaseStudyEditing>()
            .SendToAuthorAsync(notAsked, Unchanged with { Learning = "L" }, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<CaseStudyEditing>()
            .SendToAuthorAsync(signedOff, Unchanged with { Learning = "L" }, A.Moderator(), default));
    }

    [Fact]
    public async Task An_author_who_did_not_ask_to_see_it_first_is_not_waited_for()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);

        await database.Get<CaseStudyEditing>().PublishAsync(key, Unchanged with { Learning = "Ring back." }, A.Publisher(), default);

        Assert.Equal(AuthorsWord.NotAsked, (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).Author);
    }

    private static async Task<(GivenStory Story, Id<CaseStudy> Key)> ReadyAsync(TestDatabase database)
    {
        var story = await database.Given(A.Story().Titled(Title).PublicText(Text).SeeFirst().Ready());
        return (story, await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default));
    }

    private static async Task SayYesAsync(TestDatabase database, GivenStory story)
    {
        var (seen, shown) = (await database.Get<SigningOff>().ShowAsync(story.Id, default), await database.Get<MyStory>().ShowAsync(story.Id, default));
        await database.Get<SigningOff>().SignOffAsync(story.Id, shown.Revision, seen?.Words, default);
    }
}
