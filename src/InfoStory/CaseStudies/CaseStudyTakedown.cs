using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>What goes with a case study that is public no more; saved with whatever took it down.</summary>
public sealed class CaseStudyTakedown(InfoStoryContext db, AuthorNotifier notifier)
{
    /// <summary>Nothing is published from these case studies any more: their stories are ready again, their authors are told, and no page shows them.</summary>
    /// <param name="but">The story that is being forgotten, which needs none of this.</param>
    public async Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation, Id<Story>? but = null)
    {
        List<Story> told = [];
        foreach (var story in studies.SelectMany(study => study.Stories).Select(drawn => drawn.Story!).Where(story => story.Id != but))
        {
            story.CallBack();
            if (story.State != StoryState.Published) continue;

            story.Unpublish();
            told.Add(story);
        }

        await notifier.NoteAsync(told, HistoryAct.TakenDown, Actor.System, now, cancellation);
        await HideFromPublicAsync(studies, cancellation);
    }

    /// <summary>Takes case studies out of search. One statement.</summary>
    public async Task HideFromPublicAsync(IReadOnlyCollection<CaseStudy> studies, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id.Value).ToList();
        db.RemoveRange(await db.Set<SearchText>().Where(text => keys.Contains(text.Id)).ToListAsync(cancellation));
    }
}
