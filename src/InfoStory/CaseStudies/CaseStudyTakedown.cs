using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Search;
using InfoStory.Stories;

namespace InfoStory.CaseStudies;

/// <summary>What goes with a case study that is public no more; saved with whatever took it down.</summary>
public sealed class CaseStudyTakedown(InfoStoryContext db, AuthorNotifier notifier)
{
    /// <summary>Nothing is published from this case study any more: its stories are ready again, their authors are told, and no page shows it.</summary>
    /// <param name="but">The story that is being forgotten, which needs none of this.</param>
    public async Task LetGoAsync(CaseStudy study, DateTime now, CancellationToken cancellation, Id<Story>? but = null)
    {
        foreach (var story in study.Stories.Select(drawn => drawn.Story!).Where(story => story.Id != but))
        {
            story.CallBack();
            if (story.State != StoryState.Published) continue;

            story.Unpublish();
            db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.TakenDown, Actor.System, now));
            await notifier.TellAsync(story, now, cancellation);
        }

        await HideFromPublicAsync(study, cancellation);
    }

    /// <summary>Takes a case study out of search.</summary>
    public async Task HideFromPublicAsync(CaseStudy study, CancellationToken cancellation)
    {
        if (await db.Set<SearchText>().FindAsync([study.Id.Value], cancellation) is { } text) db.Remove(text);
    }
}
