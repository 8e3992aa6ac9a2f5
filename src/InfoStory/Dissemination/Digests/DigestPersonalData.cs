using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Digests;

/// <summary>
/// In which digests case studies were that draw on the story, and letters of them that wait. Taking the story back takes them out of every one, and its save
/// takes the letters back (<see cref="DigestsTakenBack"/>); what had left is in the log of deliveries.
/// </summary>
internal sealed class DigestPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(DigestItem), typeof(DigestLetter)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var studies = await DeliveryLock.DrawnFromAsync(db, [forgetting.Keys.Id], cancellation);
        db.RemoveRange(await db.Set<DigestItem>().Where(item => studies.Contains(item.CaseStudyId)).ToListAsync(cancellation));
    }
}
