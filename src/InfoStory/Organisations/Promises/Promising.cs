using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>
/// What publishers do to promises, for an organisation that answers by letter or telephone. Every word is public at once, and is asked what is asked of the
/// words of a case study.
/// </summary>
public sealed class Promising(
    InfoStoryContext db, IValidator<PlanPromise> plan, IValidator<RecordPromise> record, OrganisationFinder organisations, IWordsOfTeam words,
    AuthorNotifier notifier, PromiseTakedown takedown, TimeProvider clock)
{
    private const string OnlyPublishers = "Only a publisher can change promises.";

    /// <summary>What history says a promise is: its number, and none of its words.</summary>
    public static string Subject(Id<Promise> id) => $"promise {id}";

    /// <summary>Writes down what an organisation promises because of a case study that is public; its authors are told.</summary>
    /// <returns>The slug of the promise.</returns>
    /// <exception cref="ConflictException">The case study is not public, or the form was sent twice.</exception>
    /// <exception cref="ValidationException">A field is wrong, no open organisation is called so, or an author keeps it from that one.</exception>
    public async Task<string> PlanAsync(Id<CaseStudy> study, PlanPromise command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        var (slug, add) = await PrepareAsync(study, command, actor, cancellation);
        await db.TogetherAsync(add, cancellation);
        return slug;
    }

    /// <summary>The same in two steps: what is asked first, and what is saved in one transaction, which whoever calls begins.</summary>
    /// <inheritdoc cref="PlanAsync"/>
    internal async Task<(string Slug, Func<Task> Add)> PrepareAsync(
        Id<CaseStudy> study, PlanPromise command, Actor actor, CancellationToken cancellation)
    {
        await plan.ValidateAndThrowAsync(command, cancellation);
        var (now, what, role) = (clock.UtcNow, PlainText.Tidy(command.What), PlainText.Tidy(command.Role));
        var shown = await db.CaseStudies.Shown(now).WithConsents().AsTracking().FirstOrDefaultAsync(one => one.Id == study, cancellation)
            ?? throw new ConflictException("This case study is not public, so nothing can be promised because of it.");
        var organisation = (await organisations.NamedAsync(command.Organisation, nameof(command.Organisation), cancellation))!;
        if ((await NamedServices.ReadAsync(db, cancellation)).WhyNot(shown, organisation, now) is { } sentence)
            throw OrganisationFinder.Refused(nameof(command.Organisation), sentence);
        if (await db.Promises.AnyAsync(one => one.CaseStudyId == study && one.OrganisationId == organisation.Id && one.What == what, cancellation))
            throw new ConflictException("This promise is there already.");

        var (slug, stories) = (await NewSlugAsync(what, cancellation), await StoriesAsync(study, cancellation));
        return (slug, AddAsync);

        // History names it by its number, which a first save gives: all in one transaction.
        async Task AddAsync()
        {
            var promise = new Promise { Slug = slug, OrganisationId = organisation.Id, CaseStudyId = study, What = what, Role = role };
            promise.Plan(command.Due!.Value, now);
            // Whoever takes the case study down, or merges the organisation, at this moment must see the promise, or this must see them.
            db.AttachRange(shown, organisation);
            db.Touch(shown);
            shown.Answer();
            db.Entry(shown).Property(one => one.IsAnswered).IsModified = true;
            db.Touch(organisation);
            db.Promises.Add(promise);
            await db.SaveOrConflictAsync(cancellation);

            await words.PassAsync(
                Subject(promise.Id), [new(nameof(command.What), "What will change", what), new(nameof(command.Role), "The role", role)],
                command.WhyPublic, actor, cancellation);
            db.History.Add(HistoryEntry.Of(Subject(promise.Id), HistoryAct.Promised, actor, now));
            await notifier.NoteAsync(stories, HistoryAct.ChangePromised, actor, now, cancellation);
            await db.SaveOrConflictAsync(cancellation);
        }
    }

    /// <summary>
    /// Writes down what the organisation says of its promise: that it is made, needs another day, or is dropped. Where it is made, its authors are asked at
    /// once whether it is so.
    /// </summary>
    /// <exception cref="ConflictException">What became of it does not allow that, or somebody changed it since the form was opened.</exception>
    /// <exception cref="NotFoundException">There is no such promise, or a story behind it is on hold.</exception>
    public async Task RecordAsync(string slug, RecordPromise command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        var promise = await db.Promises.ReadableBy(actor).WithEvents().FindAsync(one => one.Slug == slug, cancellation);
        await record.ValidateAndThrowAsync(command, cancellation);
        var text = PlainText.Tidy(command.Words);
        promise.At(command.Revision);
        if (await db.PromiseReports.AnyAsync(report => report.PromiseId == promise.Id && report.SentAt != null, cancellation))
            throw new ConflictException("A report of the organisation waits to be read. Publish it or give it back first.");
        await words.PassAsync(
            Subject(promise.Id), [new(nameof(command.Words), PromiseReport.Part, text)], command.WhyPublic, actor, cancellation);
        await WriteDownAsync(promise, command, text, null, actor, cancellation);
    }

    /// <summary>What became of it is written down, with the history and the letters that go with that. The words have been looked at.</summary>
    /// <param name="said">When the organisation said so; null where that is now.</param>
    internal async Task WriteDownAsync(
        Promise promise, RecordPromise command, string text, DateTime? said, Actor actor, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        db.History.Add(HistoryEntry.Of(Subject(promise.Id), Apply(promise, command, text, now, said), actor, now));
        // What was given back is answered by what happened.
        db.RemoveRange(await db.PromiseReports.Where(report => report.PromiseId == promise.Id).ToListAsync(cancellation));
        // A letter that waits would remind of a day that is not promised any more.
        await takedown.StopLettersAsync([promise.Id], cancellation);
        db.Touch(promise);
        await db.SaveOrConflictAsync(cancellation);
    }

    private static HistoryAct Apply(Promise promise, RecordPromise command, string words, DateTime now, DateTime? said)
    {
        switch (command.Kind)
        {
            case PromiseEventKind.Made:
                promise.Make(words, now, said);
                return HistoryAct.PromiseMade;
            case PromiseEventKind.Dropped:
                promise.Drop(words, now, said);
                return HistoryAct.PromiseDropped;
            default:
                promise.Move(command.Due!.Value, words, now, said);
                return HistoryAct.PromiseMoved;
        }
    }

    /// <summary>The stories of the case study whose authors may be told: none that is on hold or taken back.</summary>
    private Task<List<Story>> StoriesAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        db.Stories.OfCaseStudy(db, study).ToListAsync(cancellation);

    private async Task<string> NewSlugAsync(string what, CancellationToken cancellation)
    {
        var wanted = Slug.Of(what) is null or "feed" ? "promise" : Slug.From(what);
        var slug = wanted;
        for (var number = 2; await IsTakenAsync(slug, cancellation); number++)
            slug = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 5)].TrimEnd('-')}-{number}";
        return slug;
    }

    /// <summary>An address that answers that it is gone stays gone.</summary>
    private async Task<bool> IsTakenAsync(string slug, CancellationToken cancellation)
    {
        var key = Promise.KeyOfAddress(slug);
        return await db.Promises.AnyAsync(one => one.Slug == slug, cancellation)
            || await db.FormerAddresses.AnyAsync(former => former.Key == key, cancellation);
    }
}
