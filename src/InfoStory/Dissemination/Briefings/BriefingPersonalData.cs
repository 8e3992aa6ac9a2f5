using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>What a briefing quotes or picks of a case study goes with the story that it was drawn from.</summary>
internal sealed class BriefingPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(BriefingPick), typeof(BriefingQuote)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var studies = db.CaseStudies.Where(db.DrawsOn(forgetting.Keys.Id)).Select(study => study.Id);
        db.RemoveRange(await db.Set<BriefingPick>().Where(pick => studies.Contains(pick.CaseStudyId)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<BriefingQuote>().Where(quote => studies.Contains(quote.CaseStudyId)).ToListAsync(cancellation));
    }
}
