using FluentValidation;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>The story that is drawn into a case study, or left out of it.</summary>
public sealed record DrawIn
{
    /// <summary>The revision of the case study that was on the screen.</summary>
    public int Revision { get; init; }

    public string? Reference { get; init; }

    /// <summary>Whoever leaves the story out says that nothing of it is in the case study.</summary>
    public bool NothingIsHere { get; init; }
}

/// <summary>A story that could be drawn in; <paramref name="Chain"/> is what its hand-offs come to, null where none is told.</summary>
public sealed record StoryToDrawIn(
    string Reference, string Title, string? Service, string? Place, string? Chain, IReadOnlyList<ContentNote> ContentNotes);

/// <summary>
/// Draws further stories into a case study, each within its own consents, and leaves them out again. Only while it is not public and no author reads it.
/// </summary>
public sealed class DrawingIn(
    InfoStoryContext db, CaseStudyWriting writing, RevisionKeeping revisions, IEnumerable<IForgetsLeftOut> rooms, PictureShelf shelf, TimeProvider clock)
{
    /// <summary>So many stories are offered; every other one is found by its reference.</summary>
    public const int Offered = 20;

    private const string BegunFrom = "The case study was begun from this story. Start a case study of its own from the other one instead.";

    private const string PublishersOnly = "Only a publisher can say from which stories a case study is drawn.";

    /// <summary>Stories that are ready and may be on this website, those that have waited longest first. Publishers only.</summary>
    public async Task<IReadOnlyList<StoryToDrawIn>> OfferAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var now = clock.UtcNow;
        var stories = await db.Stories.AsNoTracking().Include(story => story.Service).Include(story => story.Place).Where(StoryOnHold.ReadableBy(actor))
            .Where(story => story.State == StoryState.Ready && !db.Set<CaseStudyStory>().Any(drawn => drawn.CaseStudyId == id && drawn.StoryId == story.Id))
            .Where(story => story.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.Audience == Audience.Website))
            .OrderBy(story => story.DecidedAt).ThenBy(story => story.Id).Take(Offered).ToListAsync(cancellation);
        return stories.ConvertAll(story => new StoryToDrawIn(
            story.Reference, story.PublicTitle!, story.Service?.Name, story.Place?.Name,
            HandOffs.InWords(StoryAnswers.Of(story)), story.ContentNotes));
    }

    /// <summary>The references of the stories that may be left out again: not the one that the case study was begun from. Publishers only.</summary>
    public async Task<IReadOnlyList<string>> ToLeaveOutAsync(CaseStudyOnDesk study, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        return await DrawnIn(study.Id, [.. study.StoryReferences]).ToListAsync(cancellation);
    }

    /// <summary>
    /// Draws a story in. What was answered about who could find out no longer counts, a schedule ends, and a second yes to this story is asked for again:
    /// whoever gave it has not read this case study. Publishers only.
    /// </summary>
    /// <exception cref="ValidationException">The reference is of no story that can be drawn in.</exception>
    /// <exception cref="ConflictException">Somebody has saved it since, it is public, or an author reads it.</exception>
    public async Task DrawInAsync(Id<CaseStudy> id, DrawIn command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var study = await OpenAsync(id, command, actor, cancellation);
        var reference = Reference.Of(PlainText.Tidy(command.Reference));
        var story = await db.Stories.Include(story => story.Consents).FirstOrDefaultAsync(story => story.Reference == reference, cancellation);
        if (WhyNot(study, story) is { } sentence) throw PublicationCheck.Refused([new(sentence, nameof(DrawIn.Reference))]);

        var before = (RevisedWords.Of(study), study.UpdatedAt);
        study.Stories.Add(new() { StoryId = story!.Id });
        if (await ShownChain.OfAsync(db, story, cancellation) is { } chain) study.Chains = [.. study.Chains, chain];
        await revisions.KeepAsync(study, before, actor, cancellation);
        story.WriteAbout(actor);
        db.Touch(story);
        await SaveAsync(study, story, HistoryAct.StoryDrawnIn, Number(id), "Another story was drawn in.", actor, cancellation);
    }

    /// <summary>
    /// Leaves a story out again, where its public text is not in the words any more and somebody says that nothing else of it is: from then on its author’s
    /// permission does not count, and what was saved before is forgotten. The one that the case study was begun from stays, because its title, its place and
    /// its tags come from there. Publishers only.
    /// </summary>
    /// <exception cref="NotFoundException">The case study is not drawn from it.</exception>
    /// <exception cref="ConflictException">Somebody has saved it since, it is public, an author reads it, or the story cannot be left out.</exception>
    public async Task LeaveOutAsync(Id<CaseStudy> id, DrawIn command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var study = await OpenAsync(id, command, actor, cancellation);
        var drawn = study.Stories.Find(drawn => drawn.Story!.Reference == command.Reference) ?? throw new NotFoundException("The story");
        if (study.Stories.Count == 1) throw new ConflictException("A case study is drawn from one story at least.");

        var story = drawn.Story!;
        if (!await DrawnIn(id, [story.Reference]).AnyAsync(cancellation)) throw new ConflictException(BegunFrom);
        if (study.Holds(story)) throw new ConflictException($"“The story” still holds the public text of {story.Reference}. Take it out first.");
        if (!command.NothingIsHere)
            throw new ConflictException($"Tick “Nothing here is from this story” beside {story.Reference} if that is so. Else its author’s permission counts.");

        study.Stories.Remove(drawn);
        study.Chains = study.Chains.FindAll(chain => chain.StoryId != story.Id.Value);
        await revisions.BeginAnewAsync(study, actor, cancellation);
        await shelf.ForgetAsync(study, all: false, cancellation);
        foreach (var room in rooms) await room.ForgetAsync(id, cancellation);
        var why = $"{Number(id)}: nothing in it is from this story";
        await SaveAsync(study, story, HistoryAct.StoryLeftOut, why, "A story was left out.", actor, cancellation);
    }

    /// <summary>Whether the case study is drawn from all of these still: what was typed while it was drawn from another may be of that one.</summary>
    public async Task<bool> IsDrawnFromAsync(Id<CaseStudy> id, IReadOnlyCollection<string> references, CancellationToken cancellation)
    {
        var there = await db.Set<CaseStudyStory>().Where(drawn => drawn.CaseStudyId == id).Select(drawn => drawn.Story!.Reference).ToListAsync(cancellation);
        return references.All(there.Contains);
    }

    private static string Number(Id<CaseStudy> id) => $"number {id}";

    /// <summary>Which of these stories were drawn in after it was begun; their history says so, and where it is silent nothing is left out.</summary>
    private IQueryable<string> DrawnIn(Id<CaseStudy> id, List<string> references)
    {
        var number = Number(id);
        return db.History.Where(entry => references.Contains(entry.Subject) && entry.Act == HistoryAct.StoryDrawnIn && entry.Why == number)
            .Select(entry => entry.Subject).Distinct();
    }

    private async Task<CaseStudy> OpenAsync(Id<CaseStudy> id, DrawIn command, Actor actor, CancellationToken cancellation)
    {
        var study = (await writing.FindAsync(id, actor, cancellation)).At(command.Revision);
        if (study.Stories.Exists(drawn => drawn.Story!.State == StoryState.Withdrawn)) throw new ConflictException(CaseStudyWriting.TakenBack);
        if (study.State == CaseStudyState.Published) throw new ConflictException("Take the case study down before you change from which stories it is drawn.");
        if (study.Stories.Exists(drawn => drawn.Story!.ReadsCaseStudy)) throw new ConflictException(CaseStudyEditing.WithAuthor);
        return study;
    }

    private string? WhyNot(CaseStudy study, Story? story) => story switch
    {
        null => "There is no story with this reference",
        _ when study.Stories.Exists(drawn => drawn.StoryId == story.Id) => "The case study is drawn from this story already",
        _ when !story.Allows(Audience.Website, clock.UtcNow) => Gate.NotAllowed(Audience.Website).TrimEnd('.'),
        { State: not StoryState.Ready } => $"Only a story that is ready can be drawn in; this one is {story.State.InWords()}",
        _ => null,
    };

    private Task SaveAsync(
        CaseStudy study, Story story, HistoryAct act, string why, string endsSchedule, Actor actor, CancellationToken cancellation)
    {
        writing.EndSchedule(study, endsSchedule, actor);
        (study.Intruder, study.UpdatedAt) = (default, clock.UtcNow);
        db.Touch(study);
        db.History.Add(HistoryEntry.Of(story.Reference, act, actor, clock.UtcNow, why));
        return db.SaveOrConflictAsync(cancellation);
    }
}
