using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>A case study as the author of one of its stories reads it before the public may; <paramref name="Words"/> is the hash of all of it.</summary>
public sealed record CaseStudyToSignOff(
    string Words, string Address, string Title, string Summary, string TheStory, string? WhatWasNotShared,
    string? WhatTheyDid, string? WhatChanged, string? NotYetFixed, string? Learning);

/// <summary>What authors who asked to see it first do with a case study that says more than the public text they said yes to.</summary>
public sealed class SigningOff(InfoStoryContext db, MyStory stories, TimeProvider clock)
{
    private const string Changed = "We have changed our version since you opened this page. Please read it again.";

    /// <summary>The case study that waits for this author; null where none does. Nobody else outside the team can see it.</summary>
    public async Task<CaseStudyToSignOff?> ShowAsync(Id<Story> id, CancellationToken cancellation)
    {
        if (!await db.Stories.AnyAsync(story => story.Id == id && story.Turn == AuthorTurn.SignOff && story.SignedOffAt != null, cancellation)) return null;

        return await FindAsync(id, cancellation) is { } study
            ? new(
                study.Words(), study.Slug, study.Title, study.Summary, study.TheStory, study.WhatWasNotShared,
                study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning)
            : null;
    }

    /// <summary>
    /// The author says yes to what was shown at <paramref name="revision"/> of the story: to a case study where
    /// <paramref name="words"/> names its hash, else to the public text. Saying it twice changes nothing.
    /// </summary>
    /// <exception cref="ConflictException">The words have changed since, or are not with the author.</exception>
    public Task SignOffAsync(Id<Story> id, int revision, string? words, CancellationToken cancellation) =>
        string.IsNullOrEmpty(words)
            ? stories.SignOffAsync(id, revision, cancellation)
            : db.InsistAsync(() => SignOffOnceAsync(id, revision, words, cancellation));

    private async Task SignOffOnceAsync(Id<Story> id, int revision, string words, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
        if (story.State is StoryState.Ready or StoryState.Published && story.SignedOff.IsFor(words)) return;
        if (!story.ReadsCaseStudy || (await FindAsync(id, cancellation))?.Words() != words) throw new ConflictException(Changed);

        story.At(revision).SignOff(words, clock.UtcNow);
        db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.SignedOff, Actor.Author, clock.UtcNow));

        await db.SaveOrConflictAsync(cancellation);
    }

    private Task<CaseStudy?> FindAsync(Id<Story> id, CancellationToken cancellation) =>
        db.CaseStudies.AsNoTracking().OfNoStoryOnHold().Where(db.DrawsOn(id)).Where(study => study.State != CaseStudyState.Published)
            .OrderByDescending(study => study.Stories.Where(drawn => drawn.StoryId == id).Max(drawn => drawn.SentAt))
            .ThenByDescending(study => study.UpdatedAt).ThenByDescending(study => study.Id).FirstOrDefaultAsync(cancellation);
}
