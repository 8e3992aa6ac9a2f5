using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
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
    InfoStoryContext db, IValidator<PlanPromise> plan, IValidator<MovePromise> move, IValidator<ClosePromise> close, IWordsOfTeam words,
    AuthorNotifier notifier, TimeProvider clock)
{
    private const string OnlyPublishers = "Only a publisher can change promises.";

    /// <summary>What history says a promise is.</summary>
    public static string Subject(string slug) => $"promise {slug}";

    /// <summary>Writes down what an organisation promises because of a case study that is public; its authors are told.</summary>
    /// <returns>The slug of the promise.</returns>
    /// <exception cref="ConflictException">The case study is not public, the organisation is closed, or the form was sent twice.</exception>
    /// <exception cref="NotFoundException">There is no such case study or organisation.</exception>
    public async Task<string> PlanAsync(Id<CaseStudy> study, PlanPromise command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        await plan.ValidateAndThrowAsync(command, cancellation);
        var (now, what, role) = (clock.UtcNow, PlainText.Tidy(command.What), PlainText.Tidy(command.Role));
        if (!await db.CaseStudies.Shown(now).AnyAsync(one => one.Id == study, cancellation))
            throw new ConflictException("This case study is not public, so nothing can be promised because of it.");
        var organisation = await db.Organisations.AsNoTracking().FindAsync(one => one.Id == command.Organisation, cancellation);
        if (organisation.ClosedAt is not null) throw new ConflictException($"{organisation.Name} is closed. Choose the organisation that does its work now.");
        if (await db.Promises.AnyAsync(one => one.CaseStudyId == study && one.OrganisationId == organisation.Id && one.What == what, cancellation))
            throw new ConflictException("This promise is there already.");

        var promise = new Promise
        {
            Slug = await NewSlugAsync(what, cancellation), OrganisationId = organisation.Id, CaseStudyId = study, What = what, Role = role
        };
        promise.Plan(command.Due!.Value, now);
        await words.PassAsync(
            Subject(promise.Slug), [new(nameof(command.What), "What will change", what), new(nameof(command.Role), "The role", role)], command.WhyPublic, actor,
            cancellation);
        db.Promises.Add(promise);
        db.History.Add(HistoryEntry.Of(Subject(promise.Slug), HistoryAct.Promised, actor, now));
        await notifier.NoteAsync(await StoriesAsync(study, cancellation), HistoryAct.ChangePromised, actor, now, cancellation);
        await db.SaveOrConflictAsync(cancellation);

        return promise.Slug;
    }

    /// <summary>Moves its day, for a reason that everyone reads.</summary>
    /// <exception cref="ConflictException">It is made or dropped, or somebody changed it since the form was opened.</exception>
    /// <exception cref="NotFoundException">There is no such promise.</exception>
    public async Task MoveAsync(string slug, MovePromise command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        await move.ValidateAndThrowAsync(command, cancellation);
        await ChangeAsync(slug, command.Revision, command.Words, command.WhyPublic, HistoryAct.PromiseMoved, actor,
            (promise, why) => promise.Move(command.Due!.Value, why, clock.UtcNow), cancellation);
    }

    /// <summary>The organisation says that the change is made. Its authors are asked at once whether it is so.</summary>
    /// <inheritdoc cref="MoveAsync"/>
    public async Task MakeAsync(string slug, ClosePromise command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        await close.ValidateAndThrowAsync(command, cancellation);
        await ChangeAsync(slug, command.Revision, command.Words, command.WhyPublic, HistoryAct.PromiseMade, actor,
            (promise, evidence) => promise.Make(evidence, clock.UtcNow), cancellation);
    }

    /// <summary>The organisation gives it up, for a reason that everyone reads.</summary>
    /// <inheritdoc cref="MoveAsync"/>
    public async Task DropAsync(string slug, ClosePromise command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        await close.ValidateAndThrowAsync(command, cancellation);
        await ChangeAsync(slug, command.Revision, command.Words, command.WhyPublic, HistoryAct.PromiseDropped, actor,
            (promise, why) => promise.Drop(why, clock.UtcNow), cancellation);
    }

    private async Task ChangeAsync(
        string slug, int revision, string? typed, WhyPublic? why, HistoryAct act, Actor actor, Action<Promise, string> verb, CancellationToken cancellation)
    {
        var promise = await db.Promises.WithEvents().FindAsync(one => one.Slug == slug, cancellation);
        var text = PlainText.Tidy(typed);
        await words.PassAsync(Subject(slug), [new(nameof(ClosePromise.Words), "This", text)], why, actor, cancellation);

        verb(promise.At(revision), text);
        db.Touch(promise);
        db.History.Add(HistoryEntry.Of(Subject(slug), act, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>The stories of the case study whose authors may be told: none that is on hold or taken back.</summary>
    private Task<List<Story>> StoriesAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        db.Stories.OfCaseStudy(db, study).ToListAsync(cancellation);

    private async Task<string> NewSlugAsync(string what, CancellationToken cancellation)
    {
        var wanted = Slug.Of(what) is null or "feed" ? "promise" : Slug.From(what);
        var slug = wanted;
        for (var number = 2; await db.Promises.AnyAsync(one => one.Slug == slug, cancellation); number++)
            slug = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 5)].TrimEnd('-')}-{number}";
        return slug;
    }
}
