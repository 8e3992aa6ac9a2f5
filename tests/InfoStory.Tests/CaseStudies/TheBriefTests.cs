using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Moderation.Desk;
using InfoStory.Search;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.CaseStudies;

public sealed class TheBriefTests
{
    [Fact]
    public async Task The_caller_of_the_brief_left_hanging_and_telling_it_again_is_heard_and_published()
    {
        var told = Account();
        await using var database = await TestDatabase.NewAsync();
        var drafts = database.Get<Drafts>();
        var secret = await drafts.SaveAsync(null, new TellStory { Told = told }, new TellStoryRules(), default);
        await drafts.SaveAsync(secret, new SayWhoIsTelling { WhoIsTelling = WhoIsTelling.FrontLineWorker }, new SayWhoIsTellingRules(), default);
        await drafts.SaveAsync(secret, new GivePermission { Audiences = [Audience.Website, Audience.PolicyMakers] }, new GivePermissionRules(), default);

        var sent = await database.Get<StorySender>().SendAsync(secret, default);
        await database.Get<Review>().ClaimAsync(sent.Reference, 0, A.Moderator(), default);
        var tags = (await database.Get<TagCatalogue>().InAsync(Facet.HandOffProblem, default))
            .Where(tag => tag.Name is "Who do I talk to?" or "Repeating my story" or "Which service will help?" or "Left hanging, no call back")
            .Select(tag => tag.Id).ToList();
        var review = new ReviewStory
        {
            Revision = 1,
            PublicTitle = "Hanging on the telephone",
            PublicText = "A worker rang service after service for the people she helps, and told it again to each one that answered.",
            Kind = StoryKind.Failed,
            Criticality = Criticality.Wasted,
            Tags = tags,
        };
        await database.Get<Review>().ApproveAsync(sent.Reference, review, A.Moderator(), default);
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(sent.Reference, A.Publisher(), default);
        var draft = await database.Get<CaseStudyEditing>().ShowAsync(key, default);
        await database.Get<CaseStudyEditing>().PublishAsync(
            key, draft.ToForm().Answered(), A.Publisher(), default);

        var read = await database.Get<Library>().ReadAsync("hanging-on-the-telephone", default);
        Assert.Equal(4, read.Tags.Count);
        var found = await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse("hanging telephone")!), default);
        Assert.Equal(draft.Slug, Assert.Single(found.Entries).Slug);
        var author = await database.Get<MyStory>().OpenAsync(sent.Receipt, default);
        Assert.Equal(StoryState.Published, (await database.Get<MyStory>().ShowAsync(author!.Value, default)).State);
        Assert.Equal(told, (await database.Get<StoryDesk>().ShowAsync(sent.Reference, default)).Told);
    }

    /// <summary>What the customer's brief says in the caller's own words.</summary>
    private static string Account() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests/InfoStory.Tests/CaseStudies/brief.txt"))
            .Single(line => line.StartsWith("How many times have you been left hanging on the telephone?", StringComparison.Ordinal)).Trim();
}
