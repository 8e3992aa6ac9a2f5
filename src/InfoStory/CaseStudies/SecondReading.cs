using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>What a second person reads beside the public text of a story, because their yes is for all that will be published (docs/decisions/0046).</summary>
public sealed class SecondReading(InfoStoryContext db, CaseStudyEditing editing)
{
    /// <summary>The case studies that draw on a story, as they would be published; none that draws on another story that is on hold.</summary>
    public async Task<IReadOnlyList<CaseStudyOnDesk>> ShowAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var keys = await db.CaseStudies.AsNoTracking().OfNoStoryOnHold()
            .Where(study => study.Stories.Any(drawn => drawn.Story!.Reference == reference))
            .OrderBy(study => study.Id).Select(study => study.Id).ToListAsync(cancellation);
        List<CaseStudyOnDesk> shown = [];
        foreach (var key in keys) shown.Add(await editing.ShowAsync(key, cancellation));
        return shown;
    }
}
