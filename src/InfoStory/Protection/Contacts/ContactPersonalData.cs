using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Contacts;

/// <summary>How the author may be reached; a copy has only its mask.</summary>
internal sealed class ContactPersonalData(InfoStoryContext db, ContactBook contacts) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Contact)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation)
    {
        if (await contacts.FindAsync(story.Id, cancellation) is { } contact) export.Add(contact.Masked());
    }

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var key = forgetting.Keys.SendKey;
        db.RemoveRange(await db.Set<Contact>().Where(contact => contact.Key == key).ToListAsync(cancellation));
    }
}
