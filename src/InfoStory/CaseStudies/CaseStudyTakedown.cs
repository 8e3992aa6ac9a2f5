using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>One for each room that tells somebody outside of a case study, and must end that when it is public no more.</summary>
public interface IGoesWithPublication
{
    /// <summary>Ends it on the context; whoever takes the case studies down saves. They are loaded with their stories.</summary>
    /// <param name="but">The story that is being forgotten: nothing is written into its history. Null where none is.</param>
    Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation);

    /// <summary>Ends what the authors of these public case studies do not allow any more. Whoever narrows it saves.</summary>
    /// <param name="studies">Tracked, with their stories and consents.</param>
    /// <param name="now">The moment at which it is not allowed any more.</param>
    /// <param name="cancellation">Ends it.</param>
    Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation);
}

/// <summary>What goes with a case study that is public no more; saved with whatever took it down.</summary>
public sealed class CaseStudyTakedown(InfoStoryContext db, AuthorNotifier notifier, IEnumerable<IGoesWithPublication> rooms)
{
    /// <summary>
    /// Nothing is published from these case studies any more: their stories are ready again, their authors are told, and no page shows them. All that come
    /// down in one save are given at once, because any other one still counts as public.
    /// </summary>
    /// <param name="but">The story that is being forgotten, which needs none of this.</param>
    public async Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation, Id<Story>? but = null)
    {
        foreach (var story in studies.SelectMany(study => study.Stories).Select(drawn => drawn.Story!).Where(story => story.Id != but)) story.CallBack();

        var told = (await PublicOnlyInAsync(studies, cancellation)).Where(story => story.Id != but).ToList();
        told.ForEach(story => story.Unpublish());

        await notifier.NoteAsync(told, HistoryAct.TakenDown, Actor.System, now, cancellation);
        await HideFromPublicAsync(studies, now, cancellation, but);
    }

    /// <summary>Who may hear the stories of these case studies is fewer from now on; everyone may still read them.</summary>
    /// <param name="studies">Tracked, with their stories and consents.</param>
    /// <param name="now">The moment of that.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation)
    {
        if (studies.Count == 0) return;

        foreach (var room in rooms) await room.LetGoOfForbiddenAsync(studies, now, cancellation);
        // Whoever sends one at this moment sees it, or is seen.
        foreach (var study in studies) db.Touch(study);
    }

    /// <summary>The published stories of these case studies from which no other public one is drawn. One statement.</summary>
    public async Task<IReadOnlyList<Story>> PublicOnlyInAsync(IReadOnlyCollection<CaseStudy> studies, CancellationToken cancellation)
    {
        var published = studies.SelectMany(study => study.Stories).Select(drawn => drawn.Story!).Where(story => story.State == StoryState.Published)
            .Distinct().ToList();
        var (keys, these) = (published.ConvertAll(story => story.Id), studies.Select(study => study.Id).ToList());
        var others = await db.CaseStudies.Where(study => study.State == CaseStudyState.Published && !these.Contains(study.Id))
            .SelectMany(study => study.Stories).Where(drawn => keys.Contains(drawn.StoryId)).Select(drawn => drawn.StoryId).ToListAsync(cancellation);
        return published.FindAll(story => !others.Contains(story.Id));
    }

    /// <summary>Takes case studies out of search, and ends what other rooms have of them outside.</summary>
    public async Task HideFromPublicAsync(
        IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation, Id<Story>? but = null)
    {
        foreach (var room in rooms) await room.LetGoAsync(studies, now, but, cancellation);
        var keys = studies.Select(study => study.Id.Value).ToList();
        db.RemoveRange(await db.Set<SearchText>().Where(text => keys.Contains(text.Id)).ToListAsync(cancellation));
    }
}
