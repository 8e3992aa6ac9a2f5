using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>Closes organisations, merges them, and opens them again.</summary>
public sealed class OrganisationEnding(
    InfoStoryContext db, IValidator<EndOrganisation> rules, OrganisationEditing editing, OrganisationFinder finder, AskMoving asks,
    PromiseTakedown promises, TimeProvider clock)
{
    /// <summary>
    /// Closes it, or merges it into another. What was merged leads to the last of a chain; what was part of it is part of the other. What it was asked and
    /// has not answered, and what it promised and has not made, goes to whoever does its work now; an ask is called off where nobody does.
    /// </summary>
    /// <returns>The name of the organisation that does its work from now on; null where none does.</returns>
    /// <exception cref="NotFoundException">There is none, or it was merged.</exception>
    /// <exception cref="ConflictException">Somebody changed one of the two, or the other is closed.</exception>
    /// <exception cref="ValidationException">The command breaks a rule, or no organisation is called so.</exception>
    public async Task<string?> EndAsync(Id<Organisation> id, EndOrganisation command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OrganisationEditing.PublishersOnly);
        await rules.ValidateAndThrowAsync(command, cancellation);
        string? name = null;

        await editing.TogetherAsync(async () =>
        {
            var organisation = await SeenAsync(id, command.Seen, cancellation);
            var successor = await finder.NamedAsync(command.Successor, nameof(command.Successor), cancellation);
            name = successor?.Name;
            // Both change, so that two who lead them to each other at this moment cannot both be saved.
            db.Touch(organisation);
            if (successor is not null) db.Touch(successor);
            if (command.How == OrganisationEnd.Merged) await MergeAsync(organisation, successor!, actor, cancellation);
            else
            {
                organisation.Close(successor, clock.UtcNow);
                Write(organisation.Id, HistoryAct.Closed, actor, successor is null ? null : OrganisationEditing.Subject(successor.Id));
            }

            await asks.MoveAsync(organisation, successor, actor, cancellation);
            await MovePromisesAsync(organisation, successor, cancellation);
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
        return name;
    }

    /// <summary>It exists after all. One that was merged stays what it is.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="ConflictException">Somebody changed it, or it is open or merged.</exception>
    public async Task ReopenAsync(Id<Organisation> id, string? seen, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OrganisationEditing.PublishersOnly);

        await editing.TogetherAsync(async () =>
        {
            var organisation = await SeenAsync(id, seen, cancellation);
            organisation.Reopen();
            Write(id, HistoryAct.OpenedAgain, actor, null);
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
    }

    private async Task MergeAsync(Organisation organisation, Organisation into, Actor actor, CancellationToken cancellation)
    {
        var (from, to) = (organisation.Id, into.Id);
        var parts = await db.Organisations.Where(one => one.ParentId == from && one.Id != to).ToListAsync(cancellation);
        var followers = await db.Organisations.Where(one => one.SuccessorId == from).ToListAsync(cancellation);
        if (await IsWithinAsync(into, from, cancellation)) into.ParentId = organisation.ParentId;
        organisation.MergeInto(into, clock.UtcNow);
        parts.ForEach(part => part.ParentId = to);
        followers.ForEach(follower => follower.Follow(into));

        Write(from, HistoryAct.MergedInto, actor, OrganisationEditing.Subject(to));
        Write(to, HistoryAct.TookIn, actor, OrganisationEditing.Subject(from));
    }

    private async Task MovePromisesAsync(Organisation from, Organisation? to, CancellationToken cancellation)
    {
        var open = await db.Promises.Where(promise => promise.OrganisationId == from.Id && promise.Outcome == PromiseOutcome.Open).ToListAsync(cancellation);
        var keys = open.ConvertAll(promise => promise.Id);
        if (await db.PromiseReports.AnyAsync(report => keys.Contains(report.PromiseId) && report.SentAt != null, cancellation))
            throw new ConflictException("A report on a promise of it waits to be read. Publish it or give it back first.");

        if (to is null) return;

        open.ForEach(promise => promise.OrganisationId = to.Id);
        // What people of a closed one began to write is not for those who come after them.
        if (!from.IsMerged) db.RemoveRange(await db.PromiseReports.Where(report => keys.Contains(report.PromiseId)).ToListAsync(cancellation));
        // A letter that waits would go to the mailbox of the old one: whoever does its work now gets one.
        var stopped = await promises.StopLettersAsync(keys, cancellation, mayTellWhatWasReturned: from.IsMerged);
        open.FindAll(promise => stopped.Contains(promise.Id)).ForEach(promise => promise.WriteAgain(clock.UtcNow));
    }

    /// <summary>Whether one is part of the other, or of a part of it.</summary>
    private async Task<bool> IsWithinAsync(Organisation one, Id<Organisation> whole, CancellationToken cancellation)
    {
        HashSet<Id<Organisation>> seen = [];
        for (var up = one.ParentId; up is { } at && seen.Add(at);)
        {
            if (at == whole) return true;

            up = await db.Organisations.Where(above => above.Id == at).Select(above => above.ParentId).FirstOrDefaultAsync(cancellation);
        }

        return false;
    }

    private async Task<Organisation> SeenAsync(Id<Organisation> id, string? seen, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.Include(one => one.Places).Include(one => one.Parent)
            .FindAsync(one => one.Id == id && !one.IsMerged, cancellation);
        return OrganisationEditing.ToForm(organisation).Seen == seen ? organisation : throw new ConflictException(OrganisationEditing.Changed);
    }

    private void Write(Id<Organisation> id, HistoryAct act, Actor actor, string? detail) =>
        db.History.Add(HistoryEntry.Of(OrganisationEditing.Subject(id), act, actor, clock.UtcNow, detail));
}
