using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>Letters that wait: to the author, and to safeguarding leads, whose letters name the story and so only stay while its reference does.</summary>
internal sealed class LetterPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Letter)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var ((id, _, key), erases) = (forgetting.Keys, forgetting.Erases);
        var cases = db.Set<SafeguardingCase>().Where(one => one.StoryId == id).Select(one => (Id<SafeguardingCase>?)one.Id);
        db.RemoveRange(await db.Set<Letter>()
            .Where(letter => letter.ContactKey == key || (erases && cases.Contains(letter.CaseId)))
            .ToListAsync(cancellation));
    }
}
