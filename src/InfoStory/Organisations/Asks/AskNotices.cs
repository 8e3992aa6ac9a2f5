using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations.Responders;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>Writes the one reminder of an ask, and the one letter that says that its time is over.</summary>
public sealed class AskNotices(InfoStoryContext db, Batch batch, AskTakedown takedown, SiteAddress site, TimeProvider clock)
{
    /// <summary>The most asks that one run looks at.</summary>
    public const int AtOnce = 50;

    private readonly AskLetters letters = new(site);

    /// <summary>
    /// Writes the letter that is due of every open ask, each once. What its authors allow is asked again first: an ask that could not be put today is called
    /// off. Two processes that do this at once write once. What is late, because nothing ran, waits for working hours.
    /// </summary>
    /// <returns>How many asks were written about or called off.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        if (!WorkingDays.IsOpen(now)) return 0;

        return await batch.EachAsync(
            nameof(AskNotices), db.Asks.Where(ask => ask.LetterAt <= now).OrderBy(ask => ask.LetterAt).ThenBy(ask => ask.Id).Select(ask => ask.Id),
            AtOnce, id => id.Value, id => WriteAsync(id, now, cancellation), cancellation);
    }

    private async Task<int> WriteAsync(Id<Ask> id, DateTime now, CancellationToken cancellation)
    {
        var ask = await db.Asks.AsSplitQuery().Include(ask => ask.Organisation!.Places).Include(ask => ask.Events).ThenInclude(happened => happened.Other)
            .Include(ask => ask.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story!.Consents).FirstOrDefaultAsync(ask => ask.Id == id, cancellation);
        if (ask is null || ask.NextLetter(ask.Stands(now)) is not { } due || due.At > now) return 0;

        var (study, organisation) = (ask.CaseStudy!, ask.Organisation!);
        var isAllowed = (await NamedServices.ReadAsync(db, cancellation)).WhyNot(study, organisation, now) is null;
        var act = (isAllowed, due.Kind) switch
        {
            (false, _) => HistoryAct.AskCalledOff,
            (_, AskEventKind.Reminded) => HistoryAct.AskReminded,
            _ => HistoryAct.NoReplyInTime,
        };
        if (isAllowed)
        {
            var isShown = await db.CaseStudies.Shown(now).AnyAsync(one => one.Id == study.Id, cancellation);
            Tell(ask, due.Kind, isShown, await db.ResponderSeats.Of(organisation.Id).Open().AnyAsync(cancellation), now);
        }
        else
        {
            AskTakedown.CallOff(ask, now);
            await takedown.StopLettersAsync([ask], all: true, cancellation);
        }

        // Silence that is ours is nobody's to read.
        if (!isAllowed || !ask.IsUnreached) db.History.AddRange(Asking.Noted(study, act, organisation, Actor.System, now));
        await db.SaveOrConflictAsync(cancellation);
        return 1;
    }

    /// <summary>
    /// An organisation that has no mailbox any more, or is closed, is written down as told: nothing is sent. Nor is anything where the letter by which it
    /// would know of the ask has not left.
    /// </summary>
    private void Tell(Ask ask, AskEventKind kind, bool isShown, bool canAnswer, DateTime now)
    {
        var (study, organisation, stands) = (ask.CaseStudy!, ask.Organisation!, ask.Stands(now));
        var reaches = organisation is { Mailbox: not null, ClosedAt: null } && isShown && !ask.IsUnreached;
        var words = kind == AskEventKind.Reminded
            ? letters.Reminder(study.Title, study.Slug, stands.AskedOn, stands.Due)
            : letters.TimeOver(study.Title, study.Slug, stands.AskedOn, stands.OwesAnswer, canAnswer);
        ask.Happened(new()
        {
            Kind = kind,
            On = clock.Today(),
            At = now,
            SentTo = reaches ? organisation.Mailbox : null,
            Letter = reaches ? AskLetters.To(organisation, words, study, now) : null,
        });
        if (reaches) db.History.Add(HistoryEntry.Of(AskLetters.SubjectOf(organisation), HistoryAct.LetterWritten, Actor.System, now));
    }
}
