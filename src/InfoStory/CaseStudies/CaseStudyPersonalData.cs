using InfoStory.CaseStudies.HereToo;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

public sealed record HeldCaseStudy(string Title, string Slug, bool Public);

/// <summary>
/// Case studies drawn from a story, whole, also where they are drawn from others as well. What nobody outside has seen leaves nothing; what was
/// public leaves a hash of its address, to say that it is gone, unless the story is erased.
/// </summary>
internal sealed class CaseStudyPersonalData(
    InfoStoryContext db, CaseStudyTakedown takedown, CaseStudyAddresses addresses, PublisherNotices notices, PictureShelf shelf)
    : IPersonalDataHolder
{
    /// <summary>What an address that says "taken back" needs; the decision is docs/decisions/0007.</summary>
    private static readonly HashSet<string> Kept =
    [
        nameof(CaseStudy.Slug), nameof(CaseStudy.State), nameof(CaseStudy.Kind), nameof(CaseStudy.FirstPublishedAt), nameof(CaseStudy.UpdatedAt),
        nameof(CaseStudy.Stories),
    ];

    public IReadOnlyCollection<Type> Entities { get; } =
    [
        typeof(CaseStudy), typeof(CaseStudyTag), typeof(CaseStudyStory), typeof(SearchText), typeof(FormerAddress), typeof(Tap),
        typeof(CaseStudyRevision), typeof(CaseStudyPicture),
    ];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange(await db.CaseStudies.AsNoTracking().Where(db.DrawsOn(story.Id))
            .Where(study => !study.Stories.Any(drawn => drawn.StoryId != story.Id && drawn.Story!.State == StoryState.OnHold))
            .Select(study => new HeldCaseStudy(study.Title, study.Slug, study.PublishedAt != null)).ToListAsync(cancellation));

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var (id, now) = (forgetting.Keys.Id, forgetting.Now);
        var studies = await db.CaseStudies.AsSplitQuery().Include(study => study.Tags).Include(study => study.Stories)
            .ThenInclude(drawn => drawn.Story).Where(db.DrawsOn(id)).ToListAsync(cancellation);
        if (studies.Count == 0) return;

        await takedown.LetGoAsync(studies, now, cancellation, but: id);
        foreach (var study in studies)
        {
            await EndScheduleAsync(study, forgetting, cancellation);
            if (forgetting.Erases || study.FirstPublishedAt is null)
            {
                db.CaseStudies.Remove(study);
                continue;
            }

            db.RemoveRange(await db.Set<CaseStudyRevision>().Where(revision => revision.CaseStudyId == study.Id).ToListAsync(cancellation));
            await shelf.ForgetAsync(study, all: true, cancellation);
            db.RemoveRange(await db.HereTooTaps.Where(tap => tap.CaseStudyId == study.Id).ToListAsync(cancellation));
            await addresses.ForgetAsync(study, cancellation);
            await db.ForgetAllButAsync(study, Kept, cancellation);
            study.Erase(now);
        }
    }

    /// <summary>Whoever scheduled it is told, and the other stories say in their history that it will not come.</summary>
    private async Task EndScheduleAsync(CaseStudy study, Forgetting forgetting, CancellationToken cancellation)
    {
        if (study.PublishAt is null) return;

        await notices.TakenBackAsync(study.ScheduledById, cancellation);
        db.History.AddRange(study.Stories.Where(drawn => drawn.StoryId != forgetting.Keys.Id)
            .Select(drawn => HistoryEntry.Of(drawn.Story!.Reference, HistoryAct.ScheduleEnded, Actor.System, forgetting.Now)));
    }
}
