using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>The author takes a story back.</summary>
public sealed class Withdrawal(InfoStoryContext db, Erasure erasure, TimeProvider clock)
{
    private static readonly HashSet<string> KeptOfStory =
    [
        nameof(Story.Reference), nameof(Story.State), nameof(Story.Turn), nameof(Story.Waits), nameof(Story.Channel), nameof(Story.CampaignId),
        nameof(Story.SeeFirst), nameof(Story.ReceivedAt), nameof(Story.OwedSince), nameof(Story.FlaggedAt), nameof(Story.DecidedAt), nameof(Story.SignedOffAt),
        nameof(Story.EnteredBy), nameof(Story.ClaimedById), nameof(Story.ClaimedBy), nameof(Story.ClaimedAt),
        nameof(Story.Receipt), nameof(Story.SendKey), nameof(Story.Consents),
    ];

    private static readonly HashSet<string> KeptOfCase =
    [
        nameof(SafeguardingCase.StoryId), nameof(SafeguardingCase.Level), nameof(SafeguardingCase.RaisedAt), nameof(SafeguardingCase.RaisedBy),
        nameof(SafeguardingCase.NoticedAt), nameof(SafeguardingCase.AlarmedAt), nameof(SafeguardingCase.OpenedAt), nameof(SafeguardingCase.OpenedBy),
        nameof(SafeguardingCase.Decision), nameof(SafeguardingCase.Rules), nameof(SafeguardingCase.ClosedAt), nameof(SafeguardingCase.ClosedBy),
    ];

    private static readonly HashSet<string> KeptOfCaseStudy =
    [
        nameof(CaseStudy.Slug), nameof(CaseStudy.State), nameof(CaseStudy.Kind), nameof(CaseStudy.FirstPublishedAt), nameof(CaseStudy.UpdatedAt),
        nameof(CaseStudy.Stories),
    ];

    /// <summary>
    /// Deletes the words of the story, the team's notes on it, all messages and every case study written from it, in one save: from then on
    /// it is on no public page, in no search and in no feed. Doing it twice changes nothing.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public Task WithdrawAsync(Id<Story> id, CancellationToken cancellation) => db.InsistAsync(() => WithdrawOnceAsync(id, cancellation));

    /// <summary>The author wants nothing to be left at all (<see cref="Erasure"/>).</summary>
    public Task EraseAsync(Id<Story> id, CancellationToken cancellation) => erasure.EraseAsync(id, byAuthor: true, cancellation);

    private async Task WithdrawOnceAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await db.Stories.Include(story => story.Consents).Include(story => story.Tags).FindAsync(story => story.Id == id, cancellation);
        if (story.State == StoryState.Withdrawn) return;

        var now = clock.UtcNow;
        story.Withdraw(now);
        await db.ForgetAllButAsync(story, KeptOfStory, cancellation);
        db.RemoveRange(await db.Set<Contact>().Where(contact => contact.Key == story.SendKey).ToListAsync(cancellation));
        foreach (var raised in await db.SafeguardingCases.Where(one => one.StoryId == id).ToListAsync(cancellation))
        {
            await db.ForgetAllButAsync(raised, KeptOfCase, cancellation);
            raised.CloseWithStory(Actor.Author.Name, now);
        }

        db.Notes.RemoveRange(await db.Notes.Where(note => note.StoryId == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<EditDraft>().Where(draft => draft.StoryId == id).ToListAsync(cancellation));
        db.Messages.RemoveRange(await db.Messages.Where(message => message.StoryId == id).ToListAsync(cancellation));

        db.Flags.RemoveRange(await db.Flags.Where(flag => flag.StoryId == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<StoryShingle>().Where(shingle => shingle.StoryId == id).ToListAsync(cancellation));

        var studies = await db.CaseStudies.AsSplitQuery().Include(study => study.Tags).Include(study => study.Stories).ThenInclude(drawn => drawn.Story)
            .Where(db.DrawsOn(id)).ToListAsync(cancellation);
        foreach (var study in studies) await EraseAsync(study, now, cancellation);

        db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.TakenBack, Actor.Author, now));
        await db.SaveOrConflictAsync(cancellation);
        await db.ForgetFlagsAsync(id, cancellation);
    }

    /// <summary>What nobody outside has seen leaves nothing; what was public leaves its address, to say that it is gone.</summary>
    private async Task EraseAsync(CaseStudy study, DateTime now, CancellationToken cancellation)
    {
        await db.LetGoAsync(study, now, cancellation);
        if (study.FirstPublishedAt is null)
        {
            db.CaseStudies.Remove(study);
            return;
        }

        await db.ForgetAllButAsync(study, KeptOfCaseStudy, cancellation);
        study.Erase(now);
    }
}
