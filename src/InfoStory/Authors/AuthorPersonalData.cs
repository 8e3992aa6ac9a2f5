using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>
/// When a story is taken back or erased, nobody stays in it: every browser that has it open is out at once, and no form of it waits for anybody.
/// </summary>
internal sealed class AuthorPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(AuthorSession), typeof(KeptForm)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var story = forgetting.Keys.Id;
        db.RemoveRange(await db.Set<AuthorSession>().Where(session => session.StoryId == story).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<KeptForm>().Where(form => form.StoryId == story).ToListAsync(cancellation));
    }
}
