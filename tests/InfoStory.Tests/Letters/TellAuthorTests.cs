using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Letters;

/// <summary>Whatever is new for an author marks the contact they left, in the save of the act itself.</summary>
public sealed class TellAuthorTests
{
    private const string Someone = "somebody else";

    [Theory]
    [InlineData("ask", true)]
    [InlineData("approve", true)]
    [InlineData("decline", true)]
    [InlineData("save", false)]
    [InlineData("hold", false)]
    public async Task What_waits_for_the_author_marks_the_contact(string act, bool marks)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SeeFirst().InReview());
        await LeaveContactAsync(database, story);
        var form = new ReviewStory { Revision = 2, PublicTitle = "T", PublicText = "P", Kind = StoryKind.Failed, Question = "When?", Reason = "R", Note = "N" };
        var review = database.Get<Review>();

        await (act switch
        {
            "ask" => review.AskAsync(story.Reference, form, A.Moderator(), default),
            "approve" => review.ApproveAsync(story.Reference, form, A.Moderator(), default),
            "decline" => review.DeclineAsync(story.Reference, form, A.Moderator(), default),
            "hold" => review.HoldAsync(story.Reference, form, A.Moderator(), default),
            _ => review.SaveAsync(story.Reference, form, A.Moderator(), default),
        });

        Assert.Equal(marks ? database.Clock.UtcNow : null, await DueAsync(database));
    }

    [Fact]
    public async Task A_story_that_is_ready_without_sign_off_tells_its_author_nothing_yet()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        await LeaveContactAsync(database, story);

        await database.Get<Review>()
            .ApproveAsync(story.Reference, new() { Revision = 2, PublicTitle = "T", PublicText = "P", Kind = StoryKind.Failed }, A.Moderator(), default);

        Assert.Null(await DueAsync(database));
    }

    [Fact]
    public async Task Sending_publishing_and_taking_down_a_case_study_each_mark_the_contact()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().SeeFirst().Ready());
        await LeaveContactAsync(database, story);
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var form = new EditCaseStudy { Title = "T", Summary = "S", TheStory = "X" }.Answered();
        List<bool> marked = [await IsMarkedAsync()];

        await database.Get<CaseStudyEditing>().SendToAuthorAsync(key, form, A.Publisher(), default);
        marked.Add(await IsMarkedAsync());
        var (seen, shown) = (await database.Get<SigningOff>().ShowAsync(story.Id, default), await database.Get<MyStory>().ShowAsync(story.Id, default));
        await database.Get<SigningOff>().SignOffAsync(story.Id, shown.Revision, seen!.Words, default);
        marked.Add(await IsMarkedAsync());
        await database.Get<CaseStudyEditing>().PublishAsync(key, form with { Revision = 1 }, A.Publisher(), default);
        marked.Add(await IsMarkedAsync());
        await database.Get<CaseStudyEditing>().TakeDownAsync(key, form with { Revision = 2 }, A.Publisher(), default);
        marked.Add(await IsMarkedAsync());

        Assert.Equal([false, true, false, true, true], marked);

        async Task<bool> IsMarkedAsync()
        {
            var due = await DueAsync(database);
            await database.Get<InfoStoryContext>().Set<Contact>().ExecuteUpdateAsync(contact => contact.SetProperty(c => c.NoticeDueAt, (DateTime?)null));
            return due is not null;
        }
    }

    [Fact]
    public async Task A_notice_that_is_due_is_not_put_off()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        await LeaveContactAsync(database, story);
        await database.Get<Review>().AskAsync(story.Reference, new() { Revision = 2, Question = "When?" }, A.Moderator(), default);
        var due = await DueAsync(database);
        database.Clock.Advance(TimeSpan.FromHours(1));

        await database.Get<Review>().DeclineAsync(story.Reference, new() { Revision = 3, Reason = "R" }, A.Moderator(), default);

        Assert.Equal(due, await DueAsync(database));
    }

    private static async Task LeaveContactAsync(TestDatabase database, GivenStory story)
    {
        var db = database.Get<InfoStoryContext>();
        db.Add(new Contact { Key = story.Secret.Hash, Sealed = [1] });
        db.Add(new Draft { KeyHash = Someone, StartedAt = database.Clock.UtcNow, ExpiresAt = database.Clock.UtcNow.AddDays(7) });
        db.Add(new Contact { Key = Someone, Sealed = [2], NoticeDueAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync();
    }

    private static async Task<DateTime?> DueAsync(TestDatabase database) =>
        (await database.Get<InfoStoryContext>().Set<Contact>().AsNoTracking().SingleAsync(contact => contact.Key != Someone)).NoticeDueAt;
}
