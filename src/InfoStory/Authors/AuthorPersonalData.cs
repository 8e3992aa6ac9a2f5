using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>When a story is taken back or erased, nobody stays in it: every browser that has it open is out at once.</summary>
internal sealed class AuthorPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(AuthorSession)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var story = forgetting.Keys.Id;
        db.RemoveRange(await db.Set<AuthorSession>().Where(session => session.StoryId == story).ToListAsync(cancellation));
    }
}
