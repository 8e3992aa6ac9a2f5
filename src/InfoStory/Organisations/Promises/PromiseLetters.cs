using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>Reminds organisations of their promises, and asks authors whether those that were made were kept.</summary>
public sealed class PromiseLetters(InfoStoryContext db, Batch batch, LinkKey links, SiteAddress site, TimeProvider clock)
{
    /// <summary>The most promises that one run looks at, of each kind.</summary>
    public const int AtOnce = 200;

    /// <summary>
    /// Writes to every organisation whose promise is due in 14 days, today, or since 14 days; each once. Where several are late, because nothing ran, only
    /// the last is written, and by day: at night the next one may be a few hours away. No letter where the organisation has no mailbox, or is closed.
    /// </summary>
    /// <returns>How many letters were written.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        if (!WorkingDays.IsDaytime(now)) return 0;

        var due = db.Promises.Where(promise => promise.NextLetterAt <= now).OrderBy(promise => promise.NextLetterAt).ThenBy(promise => promise.Id)
            .Select(promise => promise.Id);
        return await batch.EachAsync($"{nameof(PromiseLetters)}.Remind", due, AtOnce, id => id.Value, id => RemindAsync(id, now, cancellation), cancellation);
    }

    /// <summary>
    /// Asks the authors of every promise that was made since, and those who said four weeks ago that it was too early; each once. Who left no address sees the
    /// question at My story.
    /// </summary>
    /// <returns>How many authors were asked.</returns>
    public Task<int> AskAuthorsAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        // What is down for a moment has its turn when it is shown again.
        var shown = db.CaseStudies.Shown(now);
        var due = db.Promises.Where(promise => promise.AskAuthorsAt <= now && shown.Any(study => study.Id == promise.CaseStudyId))
            .OrderBy(promise => promise.AskAuthorsAt).ThenBy(promise => promise.Id).Select(promise => promise.Id);
        return batch.EachAsync($"{nameof(PromiseLetters)}.Ask", due, AtOnce, id => id.Value, id => AskAsync(id, now, cancellation), cancellation);
    }

    private async Task<int> RemindAsync(Id<Promise> id, DateTime now, CancellationToken cancellation)
    {
        var promise = await db.Promises.WithEvents().Include(one => one.Organisation!.Places).FindAsync(one => one.Id == id, cancellation);
        if (!promise.TakeLetter(now)) return 0;

        // Nobody is reminded because of a case study that cannot be read, or that its authors keep from them.
        var study = await db.CaseStudies.Shown(now).WithConsents().FirstOrDefaultAsync(study => study.Id == promise.CaseStudyId, cancellation);
        var mayBeTold = study is not null && (await NamedServices.ReadAsync(db, cancellation)).WhyNot(study, promise.Organisation!, now) is null;
        var mailbox = mayBeTold && promise.Organisation!.ClosedAt is null ? promise.Organisation.Mailbox : null;
        if (mailbox is not null)
        {
            var subject = Promising.Subject(promise.Id);
            db.Add(new Letter
            {
                Subject = subject,
                To = mailbox,
                Title = TitleFor(promise, now),
                Body = ReminderFor(promise, await db.ResponderSeats.Of(promise.OrganisationId).Open().AnyAsync(cancellation)),
                WrittenAt = now,
                NextTryAt = now,
                ExpiresAt = study!.PublicUntil,
            });
            db.History.Add(HistoryEntry.Of(subject, HistoryAct.LetterWritten, Actor.System, now));
        }

        await db.SaveOrConflictAsync(cancellation);
        return mailbox is null ? 0 : 1;
    }

    private async Task<int> AskAsync(Id<Promise> id, DateTime now, CancellationToken cancellation)
    {
        var asked = 0;
        // A link names the question, whose key a first save gives: all in one transaction.
        await db.TogetherAsync(async () => asked = await AskOnceAsync(id, now, cancellation), cancellation);
        return asked;
    }

    private async Task<int> AskOnceAsync(Id<Promise> id, DateTime now, CancellationToken cancellation)
    {
        var promise = await db.Promises.WithEvents().FindAsync(one => one.Id == id, cancellation);
        if (promise.AskAuthorsAt is not { } at || at > now) return 0;

        if (!await db.CaseStudies.Shown(now).AnyAsync(study => study.Id == promise.CaseStudyId, cancellation)) return 0;

        List<(PromiseEvent Asked, Story Story)> asked = [];
        var stories = await db.Stories.AsNoTracking().OfCaseStudy(db, promise.CaseStudyId).OrderBy(story => story.Id).ToListAsync(cancellation);
        foreach (var story in stories)
        {
            if (promise.Ask(story.Id, now) is { } question) asked.Add((question, story));
        }

        promise.AskedAll(stories.ConvertAll(story => story.Id));
        db.History.AddRange(asked.Select(one => HistoryEntry.Of(one.Story.Reference, HistoryAct.AskedWhetherKept, Actor.System, now)));
        db.Touch(promise);
        await db.SaveOrConflictAsync(cancellation);

        var keys = asked.ConvertAll(one => one.Story.SendKey);
        var reached = await db.Set<Contact>().Where(contact => keys.Contains(contact.Key)).Select(contact => contact.Key).ToListAsync(cancellation);
        db.AddRange(asked.Where(one => reached.Contains(one.Story.SendKey)).Select(one => new Letter
        {
            Subject = one.Story.Reference,
            ContactKey = one.Story.SendKey,
            Title = "Did it change?",
            Body = QuestionFor(one.Asked),
            WrittenAt = now,
            NextTryAt = now,
        }));
        await db.SaveOrConflictAsync(cancellation);
        return asked.Count;
    }

    private static string TitleFor(Promise promise, DateTime now) => promise.StateAt(now) switch
    {
        PromiseState.Overdue => "A change that you promised is overdue",
        _ when now >= promise.DueAt => "A change that you promised is due today",
        _ => "A change that you promised is due in two weeks",
    };

    private string ReminderFor(Promise promise, bool canReport) => $"""
        {promise.Organisation!.Name} promised this change by {PromiseStanding.Day(promise.DueAt):d MMMM yyyy}:

        {promise.What}

        {site.Url}/promises/{promise.Slug}

        Tell us when it is made and what shows it, or why it takes longer. Everyone reads the day and the reason on that page.{(canReport ? Here(promise) : "")}
        """;

    private string Here(Promise promise) => $"\n\nWhoever answers for you can say it here, signed in:\n{site.Url}/respond/promises/{promise.Slug}";

    /// <summary>Nothing here says that there is a story or what it is about: somebody else may read the letter.</summary>
    private string QuestionFor(PromiseEvent asked) => $"""
        Somebody says that something has changed. Only you can say whether it has:

        {site.Url}/kept/{links.Sign(LinkPurpose.Promise, asked.Id.Value, 0)}

        It takes one tap: yes, partly, no, or too early to say.

        You left this address so that we could tell you. You can take it away at {site.Url}/my-story
        """;
}
