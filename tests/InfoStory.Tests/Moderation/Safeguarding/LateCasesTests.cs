using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Moderation.Safeguarding;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Safeguarding;

/// <summary>Cases that nobody opened in time, on a site without mail.</summary>
public sealed class LateCasesTests
{
    [Fact]
    public async Task Where_no_letter_can_leave_a_late_case_is_marked_once_and_nobody_is_said_to_be_told()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Told("He is going to kill himself tonight."));
        var early = await database.Get<LeadNotices>().MarkLateAsync(default);
        database.Clock.Advance(TimeSpan.FromMinutes(15));

        var (late, again) = (await database.Get<LeadNotices>().MarkLateAsync(default), await database.Get<LeadNotices>().MarkLateAsync(default));

        Assert.Equal((0, 1, 0), (early, late, again));
        Assert.NotNull(Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows).AlarmedAt);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }
}
