using FluentValidation;
using FluentValidation.Results;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.Protection;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>A report that waits to be read.</summary>
public sealed record ReportRow(string Slug, string What, string Organisation, DateTime SentAt)
{
    /// <summary>The day in London.</summary>
    public DateOnly SentOn => PromiseStanding.Day(SentAt);
}

/// <summary>One report on the desk.</summary>
/// <param name="By">Who sent it: their name, or their number where they are forgotten.</param>
/// <param name="Flags">What the rules for public words point at, a sentence for each text.</param>
/// <param name="WhyNot">Why it cannot be published; null where it can.</param>
/// <param name="To">Who is written to where it is given back: whoever sent it, or the mailbox; null where nobody can or may be.</param>
/// <param name="IsInTime">It came before the promise was overdue, so the days that we take to read it do not count.</param>
public sealed record ReportOnDesk(
    PromiseRow Promise, int Revision, RecordPromise Report, DateTime SentAt, string By, IReadOnlyList<string> Flags, string? WhyNot, string? To, bool IsInTime)
{
    /// <summary>The day in London on which it was sent.</summary>
    public DateOnly SentOn => PromiseStanding.Day(SentAt);

    /// <summary>What its stories are about, which is said before it is read.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];
}

/// <summary>A report that is to be given back.</summary>
/// <inheritdoc cref="ReportOnDesk" path="/param"/>
public sealed record ReportToReturn(string Organisation, int Revision, string? To, bool IsInTime);

/// <summary>Reads what organisations report on their promises before everyone does: publishes it, or gives it back with a reason.</summary>
public sealed class PromiseReportDesk(
    InfoStoryContext db, IValidator<ReturnResponse> giveBack, IWordsOfTeam words, Promising promising, PromiseTakedown takedown, SiteAddress site,
    TimeProvider clock)
{
    /// <summary>The most that are listed; more come up as these are read.</summary>
    public const int Most = 50;

    /// <summary>The title of the letter that says why one was given back.</summary>
    internal const string Returned = "Your report on a promise needs a change before it can appear";

    private const string PublishersOnly = "Only a publisher reads what organisations report on their promises.";

    /// <summary>Those that wait to be read, longest first. One statement.</summary>
    public async Task<IReadOnlyList<ReportRow>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var promises = db.Promises.ReadableBy(actor);
        return await db.PromiseReports.AsNoTracking().Where(one => one.SentAt != null && promises.Any(promise => promise.Id == one.PromiseId))
            .OrderBy(one => one.SentAt).ThenBy(one => one.Id).Take(Most)
            .Select(one => new ReportRow(one.Promise!.Slug, one.Promise.What, one.Promise.Organisation!.Name, one.SentAt!.Value)).ToListAsync(cancellation);
    }

    /// <summary>The report on this promise that waits.</summary>
    /// <exception cref="NotFoundException">None waits, or a story behind it is on hold.</exception>
    public async Task<ReportOnDesk> ShowAsync(string slug, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var (promise, report) = await FindAsync(slug, actor, cancellation);
        var by = await db.Responders.Where(person => person.Id == report.ResponderId).Select(person => person.Name).FirstOrDefaultAsync(cancellation)
            ?? ResponderSets.Subject(report.ResponderId);
        var notes = await db.Promises.Where(one => one.Id == promise.Id)
            .SelectMany(one => one.CaseStudy!.Stories, (_, drawn) => drawn.Story!.ContentNotes).ToListAsync(cancellation);
        var isShown = await IsShownAsync(promise, cancellation);
        return new(
            PromiseBook.Row(promise).At(clock.UtcNow), promise.Revision, report.ToForm(), report.SentAt!.Value, by,
            await words.LookAsync([ToRead(report)], cancellation), WhyNot(report, isShown), (await ToAsync(promise, report, clock.UtcNow, cancellation))?.To,
            promise.OnTimeUntil is not null)
        {
            ContentNotes = [.. notes.SelectMany(one => one).Distinct().Order()],
        };
    }

    /// <summary>What is said beside the reason. None of the words of the report.</summary>
    /// <param name="isDecided">It is shown again because somebody was first, so none waits any more.</param>
    /// <exception cref="NotFoundException">None waits, or a story behind it is on hold.</exception>
    public async Task<ReportToReturn> ToReturnAsync(string slug, bool isDecided, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var promise = await PromiseAsync(slug, actor, cancellation);
        var report = await db.PromiseReports.FirstOrDefaultAsync(one => one.PromiseId == promise.Id && one.SentAt != null, cancellation);
        if (report is null && !isDecided) throw new NotFoundException(nameof(PromiseReport));

        var to = report is null ? null : await ToAsync(promise, report, clock.UtcNow, cancellation);
        return new(promise.Organisation!.Name, promise.Revision, to?.To, promise.OnTimeUntil is not null);
    }

    /// <summary>It is written down as the team writes it, from the day on which it was sent; authors are asked and letters go as ever.</summary>
    /// <exception cref="NotFoundException">None waits, or a story behind it is on hold.</exception>
    /// <exception cref="ValidationException">A rule points at words in it, and no reason was given.</exception>
    /// <exception cref="ConflictException">Somebody was first, it is not public any more, or the new day is over.</exception>
    public async Task PublishAsync(string slug, PublishReport command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var (promise, report) = await FirstAsync(slug, actor, cancellation);
        promise.At(command.Revision);
        if (command.WhyPublic is { } why && !Enum.IsDefined(why))
            throw new ValidationException([new ValidationFailure(nameof(command.WhyPublic), "Choose a reason from the list")]);
        if (WhyNot(report, await IsShownAsync(promise, cancellation)) is { } sentence) throw new ConflictException(sentence);

        await words.PassAsync(Promising.Subject(promise.Id), [ToRead(report)], command.WhyPublic, actor, cancellation);
        await promising.WriteDownAsync(promise, report.ToForm(), report.Words, report.SentAt, actor, cancellation);
    }

    /// <summary>
    /// It does not appear as it is: whoever sent it gets a letter that says why, and what they wrote waits for them. None is written where nothing can be
    /// reported any more, or an author keeps the case study from them.
    /// </summary>
    /// <returns>Whether a letter was written.</returns>
    /// <exception cref="NotFoundException">None waits, or a story behind it is on hold.</exception>
    /// <exception cref="ValidationException">No reason was given, or it is too long.</exception>
    /// <exception cref="ConflictException">Somebody was first.</exception>
    public async Task<bool> ReturnAsync(string slug, ReturnResponse command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        await giveBack.ValidateAndThrowAsync(command, cancellation);
        var (promise, report) = await FirstAsync(slug, actor, cancellation);
        promise.At(command.Revision);
        var (why, now) = (PlainText.Tidy(command.Why), clock.UtcNow);
        report.Return(why);
        promise.ReturnReport(now);
        db.History.Add(HistoryEntry.Of(Promising.Subject(promise.Id), HistoryAct.PromiseReportReturned, actor, now));
        await takedown.StopLettersAsync([promise.Id], cancellation);
        var letter = await LetterAsync(promise, report, why, now, cancellation);
        if (letter is not null)
        {
            db.Add(letter);
            db.History.Add(HistoryEntry.Of(letter.Subject, HistoryAct.LetterWritten, actor, now));
        }

        db.Touch(promise);
        await db.SaveOrConflictAsync(cancellation);
        return letter is not null;
    }

    /// <summary>What the rules for public words are asked of; the words are the organisation's, so all that a publisher can give is a reason.</summary>
    private static WordsOfTeam ToRead(PromiseReport report) => new(nameof(PublishReport.WhyPublic), PromiseReport.Part, report.Words);

    private string? WhyNot(PromiseReport report, bool isShown) =>
        !isShown ? "The case study of this promise is not public any more, so nothing appears beside it."
        : report.Due <= clock.Today() ? "The new day is over already. Return it and ask for another."
        : null;

    private Task<bool> IsShownAsync(Promise promise, CancellationToken cancellation) =>
        db.CaseStudies.Shown(clock.UtcNow).AnyAsync(study => study.Id == promise.CaseStudyId, cancellation);

    private async Task<(Promise Promise, PromiseReport Report)> FindAsync(string slug, Actor actor, CancellationToken cancellation)
    {
        var promise = await PromiseAsync(slug, actor, cancellation);
        return (promise, await db.PromiseReports.FindAsync(one => one.PromiseId == promise.Id && one.SentAt != null, cancellation));
    }

    /// <summary>The same for whoever decides about it: where none waits, somebody was first.</summary>
    private async Task<(Promise Promise, PromiseReport Report)> FirstAsync(string slug, Actor actor, CancellationToken cancellation)
    {
        var promise = await PromiseAsync(slug, actor, cancellation);
        return await db.PromiseReports.FirstOrDefaultAsync(one => one.PromiseId == promise.Id && one.SentAt != null, cancellation) is { } report
            ? (promise, report)
            : throw new ConflictException("Somebody has published this report or given it back already.");
    }

    private Task<Promise> PromiseAsync(string slug, Actor actor, CancellationToken cancellation) =>
        db.Promises.ReadableBy(actor).WithEvents().AsSplitQuery().Include(one => one.Organisation!.Places)
            .FindAsync(one => one.Slug == slug, cancellation);

    /// <summary>Whoever sent it, while they answer for an organisation still; else the mailbox. Null where nobody can or may be written to.</summary>
    private async Task<(string To, DateTime? Until)?> ToAsync(Promise promise, PromiseReport report, DateTime now, CancellationToken cancellation)
    {
        var study = await db.CaseStudies.Shown(now).WithConsents().FirstOrDefaultAsync(one => one.Id == promise.CaseStudyId, cancellation);
        if (study is null || (await NamedServices.ReadAsync(db, cancellation)).WhyNot(study, promise.Organisation!, now) is not null) return null;

        var person = await db.ResponderSeats.AsNoTracking().Of(promise.OrganisationId).Open().Where(seat => seat.ResponderId == report.ResponderId)
            .Select(seat => seat.Responder!.Email).FirstOrDefaultAsync(cancellation);
        var to = person ?? (promise.Organisation!.ClosedAt is null ? promise.Organisation.Mailbox : null);
        return to is null ? null : (to, study.PublicUntil);
    }

    private async Task<Letter?> LetterAsync(Promise promise, PromiseReport report, string why, DateTime now, CancellationToken cancellation)
    {
        if (await ToAsync(promise, report, now, cancellation) is not var (to, publicUntil)) return null;

        var until = promise.OnTimeUntil is { } time && time > now
            ? $"\n\nThe time that we took to read does not count. You have until {AskLetters.InWords(PromiseStanding.Day(time).AddDays(-1))}."
            : "";
        return new()
        {
            // What takes the promise away, or says more of it, stops this letter with the others.
            Subject = Promising.Subject(promise.Id),
            To = to,
            Title = Returned,
            Body = $"Thank you for what you reported on this promise:\n{promise.What}\n{site.Url}/promises/{promise.Slug}\n\n"
                + $"We cannot publish it as it is:\n{why}\n\n"
                + $"Your words are kept. Change them and send them again:\n{site.Url}/respond/promises/{promise.Slug}{until}",
            WrittenAt = now,
            NextTryAt = now,
            ExpiresAt = publicUntil,
        };
    }
}
