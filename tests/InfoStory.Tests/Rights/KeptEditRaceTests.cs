using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Rights;

/// <summary>Whoever types while a story is taken back, erased or put on hold leaves nothing beside it, whichever comes in the midst of the other.</summary>
public sealed class KeptEditRaceTests
{
    private const string Canary = "quinquereme", Stories = "FROM \"Stories\"", Edits = "FROM \"EditDrafts\"";

    public enum Writes
    {
        Keep,
        Save,
    }

    public enum Ends
    {
        TakeBack,
        Erase,
        Hold,
    }

    public static TheoryData<Writes, Ends, bool> Orders
    {
        get
        {
            TheoryData<Writes, Ends, bool> orders = [];
            foreach (var write in Enum.GetValues<Writes>())
            {
                foreach (var end in Enum.GetValues<Ends>())
                {
                    orders.Add(write, end, true);
                    orders.Add(write, end, false);
                }
            }

            return orders;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Nothing_typed_is_left_beside_a_story_in_any_order(Writes write, Ends end, bool endsInTheMidst)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().InReview());
        var typist = await TypistAsync(database);
        await KeepAsync(database, story, typist, "another tab");
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, A.Moderator(), default)).Revision;
        Func<Task> writing = () => write == Writes.Keep
            ? KeepAsync(database, story, typist, "this tab")
            : database.Get<Review>().SaveAsync(
                story.Reference, new() { Revision = revision, PublicTitle = "A title", PublicText = Canary }, A.Moderator(), default);
        Func<Task> ending = () => end switch
        {
            Ends.TakeBack => database.Get<Withdrawal>().WithdrawAsync(story.Id, default),
            Ends.Erase => database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default),
            Ends.Hold => database.Get<Review>().HoldAsync(
                story.Reference, new() { Revision = revision, Note = "She may be at risk." }, A.Moderator(), default),
        };
        var (first, second) = endsInTheMidst ? (writing, ending) : (ending, writing);
        var words = endsInTheMidst ? (write == Writes.Keep ? Edits : Stories) : end == Ends.Hold ? Stories : Edits;
        var faults = new List<Exception?>();
        bool wasInTheMidst;

        // Taking back and erasing hold the story from their first statement: whoever writes beside it waits until they are through.
        using (var meanwhile = new Meanwhile(database.File, words, async () => faults.Add(await Record.ExceptionAsync(second)))
        {
            Waits = endsInTheMidst || end == Ends.Hold,
        })
        {
            var fault = await Record.ExceptionAsync(first);
            wasInTheMidst = meanwhile.IsDone;
            await meanwhile.Done;
            faults.Add(fault);
        }

        Assert.True(wasInTheMidst);
        Assert.All(faults, fault => Assert.True(fault is null or ConflictException or NotFoundException or DbUpdateConcurrencyException, $"{fault}"));
        if (end == Ends.Hold)
        {
            var isOnHold = await database.Get<InfoStoryContext>().Stories.AnyAsync(one => one.Id == story.Id && one.State == StoryState.OnHold);
            if (isOnHold) Assert.Null(await database.Get<EditDrafts>().FindAsync(story.Reference, typist, default));
            await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        }

        Assert.IsType<NotFoundException>(await Record.ExceptionAsync(() => KeepAsync(database, story, typist, "a third tab")));
        Assert.Equal(0, await database.Get<InfoStoryContext>().Set<EditDraft>().CountAsync());
        Assert.DoesNotContain(Canary, await database.DumpAsync(), StringComparison.Ordinal);
    }

    private static Task KeepAsync(TestDatabase database, GivenStory story, Actor typist, string tab) =>
        database.Get<EditDrafts>().KeepAsync(story.Reference, new() { PublicText = $"{Canary} in {tab}" }, typist, default);

    /// <summary>A moderator with an account, which a kept edit belongs to.</summary>
    private static async Task<Actor> TypistAsync(TestDatabase database)
    {
        var (db, staff) = (database.Get<InfoStoryContext>(), new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator });
        db.Add(staff);
        await db.SaveChangesAsync();
        return new(staff.Id, staff.UserName, staff.Roles);
    }
}
