using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>Asks authors, four weeks after everyone could read what they told, whether anything changed.</summary>
public sealed class AskingWhatChanged(
    InfoStoryContext db, Batch batch, StoryLock storyLock, ContactSeal seal, LinkKey links, SiteAddress site, TimeProvider clock)
{
    /// <summary>The most stories that one run asks about.</summary>
    public const int AtOnce = 200;

    /// <summary>So long after a case study that draws on the story and is public now became so.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(28);

    /// <summary>
    /// Asks the author of every story of which a case study is public now, since four weeks or more; once for a story. Who left an email address
    /// gets a letter, the others find the question at My story. Nobody is asked while their story is taken back, on hold or taken down.
    /// </summary>
    /// <returns>How many were asked.</returns>
    public Task<int> AskDueAsync(CancellationToken cancellation) => batch.EachAsync(
        nameof(AskingWhatChanged), Due(clock.UtcNow).OrderBy(story => story.Id).Select(story => story.Id), AtOnce, id => id.Value,
        id => AskAsync(id, cancellation), cancellation);

    private IQueryable<Story> Due(DateTime now)
    {
        var (before, asked) = (now - After, db.Set<ChangeQuestion>());
        var shown = db.CaseStudies.Shown(now).Where(study => study.PublishedAt <= before);
        return db.Stories.Where(story => story.State == StoryState.Published && !asked.Any(question => question.StoryId == story.Id)
            && shown.Any(study => study.Stories.Any(drawn => drawn.StoryId == story.Id)));
    }

    private async Task<int> AskAsync(Id<Story> id, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var story = await Due(now).AsNoTracking().FirstOrDefaultAsync(story => story.Id == id, cancellation);
        if (story is null) return 0;

        db.ChangeQuestions.Add(new() { StoryId = id, AskedAt = now });
        db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.AskedWhatChanged, Actor.System, now));
        var closed = await db.Set<Contact>().Where(contact => contact.Key == story.SendKey).Select(contact => contact.Sealed)
            .FirstOrDefaultAsync(cancellation);
        if (closed is not null && seal.Open(closed).Email is not null) db.Add(LetterTo(story, now));
        // Whoever puts it on hold or takes it down at this moment is first, or sees the letter.
        await storyLock.SaveAsync(story, cancellation);
        return 1;
    }

    /// <summary>Nothing here says that there is a story or what it is about: somebody else may read the letter.</summary>
    private Letter LetterTo(Story story, DateTime now) => new()
    {
        Subject = story.Reference,
        ContactKey = story.SendKey,
        Title = "Did anything change?",
        Body = $"""
            We would like to know one thing from you: has anything changed in the last weeks?

            {site.Url}/changed/{links.Sign(LinkPurpose.Change, story.Id.Value, 0)}

            It takes one tap: yes, a little, no, or it got worse. We ask this only once.

            You left this address so that we could tell you. You can take it away at {site.Url}/my-story
            """,
        WrittenAt = now,
        NextTryAt = now,
    };
}
