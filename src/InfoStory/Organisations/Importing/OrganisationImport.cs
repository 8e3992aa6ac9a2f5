using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Importing;

/// <summary>That a file that was looked at is imported.</summary>
public sealed record ImportOrganisations
{
    /// <summary>The file, as <see cref="ImportFile.Pack"/> makes it.</summary>
    public List<string?> File { get; init; } = [];

    /// <summary><see cref="ImportPlan.Seen"/> of what was looked at.</summary>
    public string? Seen { get; init; }

    /// <summary>The lines of the changes that are to be made.</summary>
    public List<int> Lines { get; init; } = [];

    /// <summary>Why everyone may read names at which a rule points.</summary>
    public WhyPublic? WhyPublic { get; init; }
}

/// <summary>How many were added and changed.</summary>
public sealed record ImportedOrganisations(int Added, int Changed);

/// <summary>Organisations from a file, and into one.</summary>
public sealed class OrganisationImport(
    InfoStoryContext db, TagCatalogue tags, PlaceCatalogue places, OrganisationEditing editing, IWordsOfTeam words, TimeProvider clock)
{
    private const string File = nameof(ImportOrganisations.File), Subject = "organisations";
    private const string Changed = "Organisations have changed since you looked at this file. This is what it would do now. Look again, then import it.";
    private const string NotThatFile = "Choose the file again, and look at what it would do";

    /// <summary>What an import would do, and changes nothing. Publishers only.</summary>
    /// <param name="file">At most 1 MB, in a charset that <see cref="OrganisationCsv"/> reads.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ImportPlan> TryAsync(byte[] file, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OrganisationEditing.PublishersOnly);
        var plan = await PlanAsync(file, cancellation);
        return plan.Shown() with { Flagged = plan.Bad.Count == 0 ? await FlaggedAsync(plan, actor, cancellation) : [] };
    }

    /// <summary>Adds what is new and changes what was ticked, in one transaction.</summary>
    /// <exception cref="ConflictException">What is there changed since the file was looked at, so that it would do something else now.</exception>
    /// <exception cref="ValidationException">There is no file, it cannot be imported, or nobody said why everyone may read its names.</exception>
    public async Task<ImportedOrganisations> ImportAsync(ImportOrganisations command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OrganisationEditing.PublishersOnly);
        var file = ImportFile.Unpack(command.File) ?? throw OrganisationFinder.Refused(File, NotThatFile);
        if (command.WhyPublic is { } why && !Enum.IsDefined(why))
            throw OrganisationFinder.Refused(nameof(command.WhyPublic), "Choose a reason from the list");
        var done = new ImportedOrganisations(0, 0);

        await editing.TogetherAsync(async () =>
        {
            var plan = await PlanAsync(file, cancellation);
            if (plan.Shown().Seen != command.Seen)
                throw new ConflictException(Changed);
            if (plan.Bad.Count > 0) throw OrganisationFinder.Refused(File, "Put right what is wrong with the file, then choose it again");
            if (command.Lines.Except(plan.Changes.Select(row => row.Row.Line)).Any())
                throw OrganisationFinder.Refused(nameof(command.Lines), "Choose from the changes on the page");

            List<PlannedRow> rows = [.. plan.Added, .. plan.Changes.Where(row => command.Lines.Contains(row.Row.Line))];
            if (rows.Count == 0) throw OrganisationFinder.Refused(nameof(command.Lines), "Tick at least one change, or leave everything as it is");
            await words.PassAsync(Subject, Words(rows), command.WhyPublic, actor, cancellation);
            await SaveAsync(rows, actor, cancellation);
            done = new(rows.Count(row => row.Is is null), rows.Count(row => row.Is is not null));
        }, cancellation);
        return done;
    }

    /// <summary>Every organisation that exists, as a file that can be imported again. Publishers only.</summary>
    public async Task<byte[]> ExportAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OrganisationEditing.PublishersOnly);
        var known = await KnownOrganisations.LoadAsync(db, tags, places, cancellation);
        return OrganisationCsv.Write(known.All.Where(one => !one.IsClosed).Select((one, number) => new CsvRow(
            number, one.Name, one.Service is { } service ? known.ServiceNames[service] : null,
            string.Join('|', one.Places.Select(place => known.PlaceNames[place]).Order(StringComparer.Ordinal)), string.Join('|', one.OtherNames), one.Mailbox,
            known.Of(one.Parent)?.Name)));
    }

    private async Task<WholePlan> PlanAsync(byte[] file, CancellationToken cancellation) => file.Length > ImportFile.MaxBytes
        ? new([], [new(1, "", "The file is larger than 1 MB. Divide it")])
        : new ImportPlanner(await KnownOrganisations.LoadAsync(db, tags, places, cancellation)).Plan(file);

    private async Task<IReadOnlyList<string>> FlaggedAsync(WholePlan plan, Actor actor, CancellationToken cancellation)
    {
        try
        {
            await words.PassAsync(Subject, Words([.. plan.Added, .. plan.Changes]), null, actor, cancellation);
            return [];
        }
        catch (ValidationException flagged)
        {
            return [.. flagged.Errors.Where(error => error.PropertyName == File).Take(ImportPlan.MostShown).Select(error => error.ErrorMessage)];
        }
    }

    private static List<WordsOfTeam> Words(List<PlannedRow> rows) =>
    [
        .. rows.SelectMany(row => row.OtherNames.Except(row.Is?.OtherNames ?? []).Select(name => (Column: OrganisationCsv.OtherNames, name))
            .Concat(row.Is is null ? [(OrganisationCsv.Name, row.Name)] : [])
            .Select(name => new WordsOfTeam(File, $"Line {row.Row.Line}, {name.Column}", name.name))),
    ];

    private async Task SaveAsync(List<PlannedRow> rows, Actor actor, CancellationToken cancellation)
    {
        var keys = rows.Select(row => row.Is?.Id).OfType<Id<Organisation>>().ToList();
        var there = await db.Organisations.Include(one => one.Places).Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var taken = await db.Organisations.AsNoTracking().Select(one => one.Slug).ToHashSetAsync(cancellation);
        var saved = rows.ConvertAll(row => (Row: row, Saved: row.Is is { } known
            ? there[known.Id]
            : db.Add(new Organisation { Name = row.Name, Slug = OrganisationNames.FreeSlug(row.Name, taken) }).Entity));
        foreach (var (row, organisation) in saved)
        {
            if (row.Service is { } service) organisation.ServiceId = service;
            if (row.Places.Count > 0) organisation.WorkIn(row.Places);
            if (row.OtherNames.Count > 0) organisation.OtherNames = row.OtherNames;
            if (row.Mailbox is { } mailbox) organisation.Mailbox = mailbox;
            if (row.Is is not null) db.Touch(organisation);
        }

        await db.SaveChangesAsync(cancellation);
        await PutTogetherAsync(saved, cancellation);
        db.History.AddRange(saved.Select(one => HistoryEntry.Of(
            OrganisationEditing.Subject(one.Saved.Id), HistoryAct.Imported, actor, clock.UtcNow)));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task PutTogetherAsync(List<(PlannedRow Row, Organisation Saved)> saved, CancellationToken cancellation)
    {
        var wanted = saved.Where(one => one.Row.ParentKey is not null).ToList();
        if (wanted.Count == 0) return;

        var keys = wanted.Select(one => one.Row.ParentKey!).Distinct().ToList();
        var parents = (await db.Organisations.Where(one => keys.Contains(one.FoldedName) && !one.IsMerged && one.ClosedAt == null)
            .OrderBy(one => one.Id).ToListAsync(cancellation)).DistinctBy(one => one.FoldedName).ToDictionary(one => one.FoldedName, StringComparer.Ordinal);
        foreach (var (row, organisation) in wanted)
        {
            var parent = parents.GetValueOrDefault(row.ParentKey!) ?? throw OrganisationFinder.Refused(File, NotThatFile);
            await editing.PutUnderAsync(organisation, parent, File, cancellation);
        }
    }
}
