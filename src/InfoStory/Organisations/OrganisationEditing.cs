using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>An organisation as the desk shows it, with its form.</summary>
public sealed record OrganisationOnDesk(string Slug, bool IsClosed, EditOrganisation Form);

/// <summary>What publishers say of organisations. Every change begins a new edition, because the public reads it.</summary>
public sealed class OrganisationEditing(
    InfoStoryContext db, IValidator<EditOrganisation> rules, OrganisationFinder finder, IWordsOfTeam words, TimeProvider clock)
{
    internal const string PublishersOnly = "Only a publisher can look after organisations.";

    internal const string Changed = "Someone else has changed this organisation since you opened it. Yours is still in the boxes. "
        + "Look at theirs on the public page, then press the button to put yours in its place.";

    /// <summary>Longer than any real chain of bodies that are part of one another.</summary>
    private const int MostLevels = 10;

    /// <summary>What history says an organisation is: its number.</summary>
    public static string Subject(Id<Organisation> id) => $"organisation {id}";

    /// <summary>Adds one under an address made from its name.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="ValidationException">The command breaks a rule.</exception>
    /// <exception cref="ConflictException">There is one of this name.</exception>
    public async Task<Id<Organisation>> AddAsync(EditOrganisation command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        await rules.ValidateAndThrowAsync(command, cancellation);
        var added = default(Id<Organisation>);

        await TogetherAsync(async () =>
        {
            var organisation = new Organisation { Name = PlainText.Tidy(command.Name), Slug = await NewSlugAsync(command.Name!, cancellation) };
            await ChangeAsync(organisation, command, cancellation);
            db.Organisations.Add(organisation);
            await db.SaveChangesAsync(cancellation);
            await words.PassAsync(Subject(organisation.Id), command.NewWords(null), command.WhyPublic, actor, cancellation);
            db.History.Add(HistoryEntry.Of(Subject(organisation.Id), HistoryAct.Added, actor, clock.UtcNow));
            await db.SaveChangesAsync(cancellation);
            added = organisation.Id;
        }, cancellation);
        return added;
    }

    /// <summary>Changes everything but the address.</summary>
    /// <exception cref="NotFoundException">There is none, or it was merged.</exception>
    /// <exception cref="ConflictException">Somebody changed it since the form was opened.</exception>
    public async Task ChangeAsync(Id<Organisation> id, EditOrganisation command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        await rules.ValidateAndThrowAsync(command, cancellation);

        await TogetherAsync(async () =>
        {
            var organisation = await db.Organisations.Include(one => one.Places).Include(one => one.Parent)
                .FindAsync(one => one.Id == id && !one.IsMerged, cancellation);
            if (command.Seen != ToForm(organisation).Seen) throw new ConflictException(Changed);

            await words.PassAsync(Subject(id), command.NewWords(organisation), command.WhyPublic, actor, cancellation);
            await ChangeAsync(organisation, command, cancellation);
            // Its places are rows of their own: whoever changes only them changes the organisation too.
            db.Touch(organisation);
            db.History.Add(HistoryEntry.Of(Subject(id), HistoryAct.Edited, actor, clock.UtcNow));
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
    }

    /// <summary>The organisation as its form shows it.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<EditOrganisation> OpenAsync(Id<Organisation> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        return ToForm(await db.Organisations.AsNoTracking().Include(one => one.Places).Include(one => one.Parent)
            .FindAsync(one => one.Id == id, cancellation));
    }

    /// <summary>The organisation as the desk shows it.</summary>
    /// <exception cref="NotFoundException">There is none, or it was merged.</exception>
    public async Task<OrganisationOnDesk> ShowAsync(Id<Organisation> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var organisation = await db.Organisations.AsNoTracking().Include(one => one.Places).Include(one => one.Parent)
            .FindAsync(one => one.Id == id && !one.IsMerged, cancellation);
        return new(organisation.Slug, organisation.ClosedAt is not null, ToForm(organisation));
    }

    /// <param name="organisation">With its places and what it is a part of.</param>
    internal static EditOrganisation ToForm(Organisation organisation)
    {
        var form = new EditOrganisation
        {
            Name = organisation.Name,
            Service = organisation.ServiceId,
            Places = [.. organisation.Places.Select(on => on.PlaceId).OrderBy(place => place.Value)],
            OtherNames = string.Join('\n', organisation.OtherNames),
            Mailbox = organisation.Mailbox,
            Parent = organisation.Parent?.Name,
        };
        return form with { Seen = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { form, organisation.ClosedAt }))) };
    }

    /// <summary>Runs it in one transaction; whoever comes second is told so.</summary>
    internal async Task TogetherAsync(Func<Task> act, CancellationToken cancellation)
    {
        try
        {
            await db.TogetherAsync(act, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConflictException(Changed);
        }
        catch (ClashException)
        {
            throw ConflictException.AtOnce();
        }
    }

    /// <summary>Puts it under another, or under none.</summary>
    /// <exception cref="ValidationException">That one is part of it already.</exception>
    internal async Task PutUnderAsync(Organisation organisation, Organisation? parent, string field, CancellationToken cancellation)
    {
        if (parent?.Id == organisation.ParentId) return;

        // Whoever makes one of them part of another at this moment changes one of these too, so that two never close a circle together.
        for (var (at, level) = (parent, 0); at is not null; level++)
        {
            if (at == organisation || level == MostLevels)
                throw OrganisationFinder.Refused(field, $"{parent!.Name} is part of this organisation itself. Write another, or leave it empty");

            db.Touch(at);
            var up = at.ParentId;
            at = up is null ? null : await db.Organisations.FirstOrDefaultAsync(one => one.Id == up, cancellation);
        }

        organisation.ParentId = parent?.Id;
    }

    private async Task<string> NewSlugAsync(string name, CancellationToken cancellation)
    {
        var start = Slug.Of(name) is { } wanted ? wanted[..Math.Min(wanted.Length, Slug.MaxLength - 5)] : "organisation";
        return OrganisationNames.FreeSlug(
            name, await db.Organisations.AsNoTracking().Where(one => one.Slug.StartsWith(start)).Select(one => one.Slug).ToHashSetAsync(cancellation));
    }

    private async Task ChangeAsync(Organisation organisation, EditOrganisation command, CancellationToken cancellation)
    {
        var (id, name) = (organisation.Id, PlainText.Tidy(command.Name));
        var folded = OrganisationNames.Of(name);
        if (await db.Organisations.AnyAsync(one => one.FoldedName == folded && one.Id != id && !one.IsMerged, cancellation))
            throw new ConflictException([new("There is an organisation of this name already. Write what tells the two apart", nameof(command.Name))]);

        var unchanged = organisation.Parent is { } parent && parent.Name == PlainText.Tidy(command.Parent);
        if (!unchanged)
        {
            var above = await finder.NamedAsync(command.Parent, nameof(command.Parent), cancellation);
            await PutUnderAsync(organisation, above, nameof(command.Parent), cancellation);
        }

        var today = await Successors.LoadAsync(db, cancellation);
        (organisation.Name, organisation.OtherNames) = (name, command.OtherNameList);
        (organisation.ServiceId, organisation.Mailbox) = (today.Of(command.Service), EmailAddress.Tidy(command.Mailbox));
        organisation.WorkIn(command.Places);
    }
}
