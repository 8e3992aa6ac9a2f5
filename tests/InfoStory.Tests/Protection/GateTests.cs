using FsCheck;
using FsCheck.Fluent;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;

namespace InfoStory.Tests.Protection;

/// <summary>What the public sees, compared with a model of what was allowed, over chains of acts that nobody wrote down.</summary>
public sealed class GateTests
{
    private const int Chains = 25;

    [Fact]
    public async Task The_public_sees_a_story_only_while_its_author_allows_it()
    {
        foreach (var acts in Gen.ListOf(Act()).Resize(12).Sample(Chains)) await WalkAsync([.. acts]);
    }

    private static async Task WalkAsync(IReadOnlyList<object> acts)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().Published());
        var model = new Model(database.Clock.UtcNow.AddMonths(Consent.Longest));
        foreach (var (act, place) in acts.Select((act, place) => (act, place)))
        {
            await DoAsync(database, story, act, model);

            var seen = await SeesAsync(database, story);
            Assert.True(seen == model.Shows(database.Clock.UtcNow), $"{(seen ? "Seen" : "Not seen")} after {string.Join(", ", acts.Take(place + 1))}");
        }
    }

    private static async Task DoAsync(TestDatabase database, GivenStory story, object act, Model model)
    {
        switch (act)
        {
            case GivePermission permission when !model.Withdrawn:
                await database.Get<Permissions>().ChangeAsync(story.Id, permission, default);
                var website = permission.Audiences.Contains(Audience.Website);
                model.AllowedUntil = website ? database.Clock.UtcNow.AddMonths(permission.Months) : DateTime.MinValue;
                // Taken down with its permission, and whoever gives it back has not published it again.
                model.Public &= website;
                break;
            case TimeSpan days:
                database.Clock.Advance(days);
                break;
            case "take back":
                await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
                (model.Withdrawn, model.Public) = (true, false);
                break;
            case "publish" when !model.Public:
                model.Public = await PublishesAsync(database, story);
                Assert.Equal(!model.Withdrawn && database.Clock.UtcNow < model.AllowedUntil, model.Public);
                break;
        }
    }

    private static async Task<bool> PublishesAsync(TestDatabase database, GivenStory story)
    {
        try
        {
            var study = await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default);
            await database.Get<CaseStudyEditing>().PublishAsync(
                story.CaseStudy,
                new EditCaseStudy { Revision = study.Revision, Title = "Again", Summary = "Again.", TheStory = "Told again." }.Answered(),
                A.Publisher(), default);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    /// <summary>By its address, in the list, in what feeds and files are made of and in the sitemap, which must agree.</summary>
    private static async Task<bool> SeesAsync(TestDatabase database, GivenStory story)
    {
        var library = database.Get<Library>();
        var read = true;
        try
        {
            await library.ReadAsync(story.Slug!, default);
        }
        catch (GoneException)
        {
            read = false;
        }

        var places = new[]
        {
            (await library.ListAsync(null, 20, default)).Entries.Count > 0,
            (await database.Get<LibraryFinder>().FindAsync(new(new()), default)).Found > 0,
            await library.Sitemap().AnyAsync(),
            await library.FindByStoryAsync(story.Id, default) is not null,
            await database.Get<LibraryRows>().AllAsync(new(), words: null, default).AnyAsync(some => some.Count > 0),
        };
        Assert.All(places, place => Assert.Equal(read, place));
        if (read) Assert.Empty((await database.Get<GoneCaseStudies>().ListAsync(null, 20, default)).Rows);
        return read;
    }

    private static Gen<object> Act() => Gen.OneOf(
        Gen.SubListOf(Enum.GetValues<Audience>()).SelectMany(audiences => Gen.Elements(6, 12, 24), (audiences, months) =>
            (object)new GivePermission { Audiences = [.. audiences], Nobody = audiences.Count == 0, Months = months }),
        Gen.Choose(1, 400).Select(days => (object)TimeSpan.FromDays(days)),
        Gen.Frequency((4, Gen.Constant<object>("publish")), (1, Gen.Constant<object>("take back"))));

    private sealed class Model(DateTime until)
    {
        public DateTime AllowedUntil { get; set; } = until;

        public bool Public { get; set; } = true;

        public bool Withdrawn { get; set; }

        public bool Shows(DateTime now) => Public && now < AllowedUntil;
    }
}
