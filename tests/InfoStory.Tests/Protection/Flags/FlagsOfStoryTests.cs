using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Protection.Flags;

public sealed class FlagsOfStoryTests
{
    private const string Number = "0161 496 0000";

    private static readonly ReviewStory Complete = new() { PublicTitle = "A title", PublicText = $"Ring {Number} for help.", Kind = StoryKind.Failed };

    [Fact]
    public async Task A_dismissal_says_who_and_why_and_outlives_a_save()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().PublicText($"Ring {Number}.").InReview());
        var flags = await OpenAsync(database, story);

        await database.Get<FlagsOfStory>().DismissAsync(
            story.Reference, new() { Flags = [Of(flags, "identity.phone").Key], Why = DismissReason.Public, Remark = "A helpline." }, A.Moderator(), default);
        await database.Get<Review>().SaveAsync(story.Reference, Complete with { Revision = 2 }, A.Moderator(), default);

        var shown = await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default);
        var dismissed = Assert.Single(shown.Dismissed);
        Assert.Equal((DismissReason.Public, "A helpline.", "moderator@example.org"), (dismissed.Dismissal, dismissed.Remark, dismissed.DismissedBy));
        Assert.DoesNotContain(shown.Open, flag => flag.Rule == "identity.phone");
        Assert.Contains("Flag dismissed", (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).History.Select(entry => entry.Act.Name));
    }

    [Fact]
    public async Task Looking_keeps_nothing_and_the_job_keeps_what_is_seen_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("Joan Whitfield of the housing team lied to me about the letter."));
        await OpenAsync(database, story);
        Assert.Equal(0, await database.Get<InfoStoryContext>().Flags.CountAsync());

        Assert.Equal(1, await database.Get<Flagging>().FlagNewAsync(default));
        Assert.Equal(0, await database.Get<Flagging>().FlagNewAsync(default));

        var kept = await database.Get<InfoStoryContext>().Flags.Select(flag => flag.Rule).ToListAsync();
        Assert.Contains("identity.name", kept);
        Assert.Contains("blame.name", kept);
        Assert.Equal(0, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision);
    }

    [Fact]
    public async Task On_hold_only_a_safeguarding_lead_sees_flags_or_dismisses_them()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("Joan Whitfield rang me.").OnHold());
        var asLead = await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.SafeguardingLead(), default);

        var asModerator = await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default);

        Assert.NotEmpty(asLead.Open);
        Assert.False(asModerator.IsShown);
        Assert.Empty(asModerator.Open);
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<FlagsOfStory>()
            .DismissAsync(story.Reference, new() { Flags = [asLead.Open[0].Key], Why = DismissReason.Dealt }, A.Moderator(), default));
    }

    [Fact]
    public async Task Dismissing_needs_a_flag_and_a_reason()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        var refused =
            await Assert.ThrowsAsync<ValidationException>(() => database.Get<FlagsOfStory>().DismissAsync(story.Reference, new(), A.Moderator(), default));

        Assert.Equal(["Flags", "Why"], refused.Errors.Select(error => error.PropertyName));
    }

    [Fact]
    public async Task A_flag_of_an_identifier_that_is_public_is_not_restored()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().PublicText($"Ring {Number}.").InReview());
        await DismissAsync(database, story, "identity.phone");
        await database.Get<Review>().ApproveAsync(story.Reference, Complete with { Revision = 2 }, A.Moderator(), default);
        var study = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await database.Get<CaseStudyEditing>()
            .PublishAsync(study, new EditCaseStudy { Title = "T", Summary = "S", TheStory = $"Ring {Number}." }.Answered(), A.Publisher(), default);
        var key = Assert.Single((await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Dismissed).Key;

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<FlagsOfStory>().RestoreAsync(story.Reference, key, A.Moderator(), default));
        await database.Get<CaseStudyEditing>()
            .TakeDownAsync(study, new() { Revision = 1, Title = "T", Summary = "S", TheStory = $"Ring {Number}." }, A.Publisher(), default);
        await database.Get<FlagsOfStory>().RestoreAsync(story.Reference, key, A.Moderator(), default);

        await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>()
            .PublishAsync(
                study, new EditCaseStudy { Revision = 2, Title = "T", Summary = "S", TheStory = $"Ring {Number}." }.Answered(), A.Publisher(), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_a_flag_is_left_when_a_story_is_taken_back_or_erased(bool erased)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("Quinquereme Whitfield lied to me.").PublicText("Mr Quinquereme lied.").InReview());
        await database.Get<Flagging>().FlagNewAsync(default);
        Assert.Contains("blame.name", await database.DumpAsync(), StringComparison.Ordinal);

        if (erased) await database.Get<Withdrawal>().EraseAsync(story.Id, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        await database.Get<Flagging>().FlagNewAsync(default);

        Assert.DoesNotContain("quinquereme", await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            (0, 0), (await database.Get<InfoStoryContext>().Flags.CountAsync(), await database.Get<InfoStoryContext>().Set<StoryShingle>().CountAsync()));
    }

    private static FlagOnDesk Of(IEnumerable<FlagOnDesk> flags, string rule) => flags.First(flag => flag.Rule == rule && flag.In != FlagPlace.Told);

    private static async Task<IReadOnlyList<FlagOnDesk>> OpenAsync(TestDatabase database, GivenStory story) =>
        (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open;

    private static async Task DismissAsync(TestDatabase database, GivenStory story, string rule) =>
        await database.Get<FlagsOfStory>().DismissAsync(
            story.Reference, new() { Flags = [Of(await OpenAsync(database, story), rule).Key], Why = DismissReason.Public }, A.Moderator(), default);
}
