using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Organisations.Responses;
using InfoStory.People;
using InfoStory.Rights;
using InfoStory.Tests.Organisations.Responses;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Authors;

/// <summary>What was typed about an answer or a promise goes with the story behind it.</summary>
public sealed class KeptFormSubjectTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task What_waits_about_an_answer_or_a_promise_goes_with_its_story(bool ofStaff, bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask, ann) = await AnswerBuilding.AskedAsync(database);
        await database.Get<Answering>().SendAsync(ann, ask, AnswerBuilding.Answer, default);
        var response = (await AnswerBuilding.ShownAsync(database)).Id;
        var slug = await database.Get<IServiceProvider>().PromiseAsync(story);
        var owner = ofStaff ? new FormOwner(await StaffAsync(database), null) : new FormOwner(null, null, ann);
        bool[] kept =
        [
            await KeepAsync(database, "of an answer", owner, new(Response: response)), await KeepAsync(database, "of a promise", owner, new(Promise: slug)),
            await KeepAsync(database, "of neither", owner, new()),
        ];

        if (erases) await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: false, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.All(kept, Assert.True);
        Assert.Equal(["of neither"], await database.Get<InfoStoryContext>().Set<KeptForm>().Select(form => form.Key).ToListAsync());
        Assert.False(await KeepAsync(database, "of an answer, later", owner, new(Response: response)));
        Assert.False(await KeepAsync(database, "of a promise, later", owner, new(Promise: slug)));
    }

    private static Task<bool> KeepAsync(TestDatabase database, string key, FormOwner owner, FormSubject subject) =>
        database.Get<KeptForms>().KeepAsync(key, owner, subject, [1], null, default);

    private static async Task<long> StaffAsync(TestDatabase database)
    {
        var (db, staff) = (database.Get<InfoStoryContext>(), new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator });
        db.Add(staff);
        await db.SaveChangesAsync();
        return staff.Id;
    }
}
