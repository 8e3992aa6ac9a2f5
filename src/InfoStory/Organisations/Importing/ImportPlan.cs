using System.Security.Cryptography;
using System.Text.Json;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Organisations.Importing;

/// <summary>What an import would change of an organisation that is there. It is only done where a publisher ticked it.</summary>
/// <param name="Line">Where its row begins in the file.</param>
/// <param name="Name">As it is called here.</param>
/// <param name="Cells">Each column with what it is and what it would be.</param>
public sealed record ImportChange(int Line, string Name, IReadOnlyList<ChangedCell> Cells);

public sealed record ChangedCell(string Column, string From, string To);

/// <summary>What an import of a file would do now.</summary>
public sealed record ImportPlan
{
    /// <summary>The most of each kind that a page shows. No more changes than this can be ticked at once.</summary>
    public const int MostShown = 100;

    /// <summary>Why nothing can be imported, line by line, the first hundred.</summary>
    public required IReadOnlyList<BadCell> Bad { get; init; }

    public required int BadCount { get; init; }

    /// <summary>The names that would be added, the first hundred.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    public required int AddedCount { get; init; }

    /// <summary>What would change, the first hundred.</summary>
    public required IReadOnlyList<ImportChange> Changes { get; init; }

    public required int ChangeCount { get; init; }

    /// <summary>Rows that say what is there already.</summary>
    public required int SameCount { get; init; }

    /// <summary>Names at which a rule points, with where they stand, the first hundred; somebody must say why everyone may read them.</summary>
    public IReadOnlyList<string> Flagged { get; init; } = [];

    /// <summary>All that it would do, as a hash: what is imported is what was looked at.</summary>
    public required string Seen { get; init; }

    public bool CanImport => BadCount == 0 && AddedCount + ChangeCount > 0;
}

/// <summary>What a row means, once all of it is understood.</summary>
/// <param name="Is">The organisation that it is about; null where it is new.</param>
/// <param name="ParentKey">The folded name of what it is part of; null where the row does not say.</param>
internal sealed record PlannedRow(
    CsvRow Row, string Name, KnownOrganisation? Is, Id<Tag>? Service, List<Id<Place>> Places, List<string> OtherNames, string? Mailbox, string? ParentKey)
{
    public string Key { get; } = OrganisationNames.Of(Name);

    public IReadOnlyList<ChangedCell> Cells { get; init; } = [];
}

/// <summary>All that a plan was made of, whole.</summary>
internal sealed record WholePlan(List<PlannedRow> Rows, List<BadCell> Bad)
{
    public IEnumerable<PlannedRow> Added => Rows.Where(row => row.Is is null);

    public IEnumerable<PlannedRow> Changes => Rows.Where(row => row.Cells.Count > 0);

    public ImportPlan Shown()
    {
        var (added, changes) = (Added.ToList(), Changes.Select(row => new ImportChange(row.Row.Line, row.Is!.Name, row.Cells)).ToList());
        return new()
        {
            Bad = [.. Bad.OrderBy(cell => cell.Line).Take(ImportPlan.MostShown)],
            BadCount = Bad.Count,
            Added = [.. added.Take(ImportPlan.MostShown).Select(row => row.Name)],
            AddedCount = added.Count,
            Changes = [.. changes.Take(ImportPlan.MostShown)],
            ChangeCount = changes.Count,
            SameCount = Rows.Count - added.Count - changes.Count,
            Seen = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Bad, changes, added = added.Select(row => row.Row) }))),
        };
    }
}
