using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Data;

/// <summary>Revisions, editions and the chain of the history belong to asynchronous saves; a synchronous one must not slip past them.</summary>
public sealed class SavingTests
{
    [Fact]
    public async Task A_revised_entity_is_not_saved_synchronously()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        var db = database.Get<InfoStoryContext>();
        (await db.Stories.SingleAsync()).Suspicion = "Late";

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());

        Assert.Null((await database.Get<InfoStoryContext>().Stories.SingleAsync()).Suspicion);
    }

    [Fact]
    public async Task What_the_public_sees_is_not_saved_synchronously()
    {
        await using var database = await TestDatabase.NewAsync();
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        db.Add(new Campaign { Slug = "w", Name = "W", Hashtag = "#W", Summary = "Tell us.", StartsAt = now, EndsAt = now.AddDays(9) });

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }
}
