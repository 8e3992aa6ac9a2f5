using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>A change that an author was asked about; <paramref name="Answer"/> is what they said last since it was made, null where nothing.</summary>
public sealed record KeptQuestion(string Slug, string What, string Organisation, string Evidence, KeptAnswer? Answer);

/// <summary>What those who live with it say of a change that was made.</summary>
public sealed class PromiseAnswers(InfoStoryContext db, LinkKey links, TimeProvider clock)
{
    /// <summary>What the link in an author's letter asks.</summary>
    /// <exception cref="NotFoundException">It is no link of ours, or the story was taken back.</exception>
    public async Task<KeptQuestion> ShowAsync(string link, CancellationToken cancellation)
    {
        var (promise, story) = await FindAsync(link, tracked: false, cancellation);
        return QuestionOf(promise, story);
    }

    /// <summary>The author answers by the link in their letter, as often as they change their mind.</summary>
    /// <inheritdoc cref="ShowAsync"/>
    /// <exception cref="ConflictException">It is not made any more.</exception>
    public Task AnswerAsync(string link, KeptAnswer answer, CancellationToken cancellation) => db.InsistAsync(async () =>
    {
        var (promise, story) = await FindAsync(link, tracked: true, cancellation);
        await HearAsync(promise, story, answer, cancellation);
    });

    /// <summary>The author answers at My story.</summary>
    /// <exception cref="NotFoundException">No case study that draws on the story has this promise.</exception>
    /// <exception cref="ConflictException">Nobody says that it is made.</exception>
    public Task AnswerAsync(Id<Story> story, string slug, KeptAnswer answer, CancellationToken cancellation) => db.InsistAsync(async () =>
    {
        var promise = await Of(story, db.Promises).WithEvents().FindAsync(one => one.Slug == slug, cancellation);
        await HearAsync(promise, story, answer, cancellation);
    });

    /// <summary>Everything that was made because of case studies that draw on this story, oldest first. Two statements.</summary>
    public async Task<IReadOnlyList<KeptQuestion>> ListAsync(Id<Story> story, CancellationToken cancellation)
    {
        PromiseOutcome[] made = [PromiseOutcome.Made, PromiseOutcome.Confirmed, PromiseOutcome.NotConfirmed];
        var promises = await Of(story, db.Promises).AsNoTracking().WithEvents().Include(one => one.Organisation).AsSplitQuery()
            .Where(one => made.Contains(one.Outcome)).OrderBy(one => one.Id).ToListAsync(cancellation);
        return promises.ConvertAll(promise => QuestionOf(promise, story));
    }

    private async Task HearAsync(Promise promise, Id<Story> story, KeptAnswer answer, CancellationToken cancellation)
    {
        if (!promise.Hear(story, answer, clock.UtcNow)) return;

        db.Touch(promise);
        var reference = await db.Stories.Where(one => one.Id == story).Select(one => one.Reference).SingleAsync(cancellation);
        db.History.Add(HistoryEntry.Of(Promising.Subject(promise.Id), HistoryAct.SaidWhetherKept, Actor.Author, clock.UtcNow));
        db.History.Add(HistoryEntry.Of(reference, HistoryAct.SaidWhetherKept, Actor.Author, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    private async Task<(Promise Promise, Id<Story> Story)> FindAsync(string link, bool tracked, CancellationToken cancellation)
    {
        var key = links.Open(LinkPurpose.Promise, link) is { } said ? new Id<PromiseEvent>(said.Subject) : throw new NotFoundException("The question");
        var asked = await db.Set<PromiseEvent>().AsNoTracking()
            .FindAsync(one => one.Id == key && one.Kind == PromiseEventKind.AuthorAsked && one.StoryId != null, cancellation);
        var promises = tracked ? db.Promises : db.Promises.AsNoTracking();
        var promise = await Of(asked.StoryId!.Value, promises).WithEvents().Include(one => one.Organisation)
            .FindAsync(one => one.Id == asked.PromiseId, cancellation);
        return (promise, asked.StoryId.Value);
    }

    /// <summary>Promises because of case studies that are public and draw on this story.</summary>
    private IQueryable<Promise> Of(Id<Story> story, IQueryable<Promise> promises)
    {
        var studies = db.CaseStudies.Shown(clock.UtcNow).Where(db.DrawsOn(story)).Select(study => study.Id);
        return promises.Where(promise => studies.Contains(promise.CaseStudyId));
    }

    private static KeptQuestion QuestionOf(Promise promise, Id<Story> story)
    {
        var since = promise.Events.FindLastIndex(one => one.Kind == PromiseEventKind.Made);
        return new(
            promise.Slug, promise.What, promise.Organisation!.Name, since < 0 ? "" : promise.Events[since].Words ?? "",
            promise.Events.Skip(Math.Max(since, 0)).LastOrDefault(one => one.Kind == PromiseEventKind.AuthorSaid && one.StoryId == story)?.Answer);
    }
}
