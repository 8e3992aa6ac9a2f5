using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Rights;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.CaseStudies.Drawing;

namespace InfoStory.Tests.CaseStudies.Revisions;

/// <summary>Former words, and words that were typed and not saved, go at the moment at which the words of today go.</summary>
public sealed class RevisionsForgottenTests
{
    private const string Canary = "quinquereme";

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    public async Task Taken_back_or_erased_by_either_author_no_former_word_is_left(bool isPublic, bool byFirst, bool withdraws)
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key, owner) = await CanariedAsync(database);
        if (isPublic) await PublishAsync(database, key);
        Assert.Contains(Canary, await database.DumpAsync(), StringComparison.Ordinal);
        var story = byFirst ? first : second;

        if (withdraws) await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        else await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);

        await GoneAsync(database, owner);
    }

    [Fact]
    public async Task Kept_for_as_long_as_permission_and_six_months_and_then_erased_with_the_words()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, _, key, owner) = await CanariedAsync(database);
        await PublishAsync(database, key);

        database.Clock.Advance(TimeSpan.FromDays(366 * 10));
        await database.Get<Retention>().RunAsync(default);

        await GoneAsync(database, owner);
    }

    [Fact]
    public async Task A_story_that_is_left_out_leaves_no_former_word_behind()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, second, key, owner) = await CanariedAsync(database);

        await LeaveOutAsync(database, key, second.Reference);

        Assert.DoesNotContain(Canary, await database.DumpAsync(), StringComparison.Ordinal);
        Assert.Empty(await database.Get<KeptForms>().OfAsync(owner, key, default));
        Assert.Single((await database.Get<CaseStudyRevisions>().ListAsync(key, A.Publisher(), default)).Revisions);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_case_study_whose_story_was_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, second, key, owner) = await CanariedAsync(database);
        await database.Get<Withdrawal>().WithdrawAsync(second.Id, default);

        Assert.False(await KeepAsync(database, key, owner, "LATER"));

        await GoneAsync(database, owner);
    }

    [Fact]
    public async Task What_is_typed_takes_the_place_of_what_the_same_window_kept_and_of_nothing_else()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, _, key, owner) = await CanariedAsync(database);
        var colleague = await OwnerAsync(database, "colleague@example.org");

        await KeepAsync(database, key, owner, "OTHER");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await KeepAsync(database, key, owner, "WINDOW");
        var stolen = await KeepAsync(database, key, colleague, "WINDOW");
        await KeepAsync(database, key, owner, "BACK", from: "OTHER");

        Assert.False(stolen);
        Assert.Equal(["BACK", "WINDOW"], (await database.Get<KeptForms>().OfAsync(owner, key, default)).Select(form => form.Key).Order());
        Assert.Empty(await database.Get<KeptForms>().OfAsync(colleague, key, default));
    }

    /// <summary>A case study of two stories with the canary in a former revision and in what somebody types.</summary>
    private static async Task<(GivenStory First, GivenStory Second, Id<CaseStudy> Key, FormOwner Owner)> CanariedAsync(TestDatabase database)
    {
        var (first, second, key) = await TwoAsync(database);
        var saved = (await database.StudyAsync(key)).TheStory;
        await WriteAsync(database, key, $"She told of a {Canary}.");
        await WriteAsync(database, key, saved);
        var owner = await OwnerAsync(database, "typist@example.org");
        Assert.True(await KeepAsync(database, key, owner, "WINDOW"));
        return (first, second, key, owner);
    }

    private static async Task<FormOwner> OwnerAsync(TestDatabase database, string name)
    {
        var (db, staff) = (database.Get<InfoStoryContext>(), new StaffMember { UserName = name, Roles = Roles.Publisher });
        db.Add(staff);
        await db.SaveChangesAsync();
        return new(staff.Id, null);
    }

    private static Task<bool> KeepAsync(TestDatabase database, Id<CaseStudy> key, FormOwner owner, string window, string? from = null) =>
        database.Get<KeptForms>().KeepAsync(window, owner, new(CaseStudy: key), [1, 2, 3], from, default);

    private static async Task GoneAsync(TestDatabase database, FormOwner owner)
    {
        Assert.DoesNotContain(Canary, await database.DumpAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await database.Get<InfoStoryContext>().Set<CaseStudyRevision>().CountAsync());
        Assert.Empty(await database.Get<KeptForms>().OfAsync(owner, default));
    }
}
