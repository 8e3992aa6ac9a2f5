using InfoStory.Data;
using InfoStory.Data.Folding;
using InfoStory.Places;

namespace InfoStory.Organisations.Importing;

/// <summary>Understands the rows of a file, or says why not.</summary>
internal sealed class ImportPlanner(KnownOrganisations known)
{
    private const int MostRows = 5000, MostLevels = 10, Quoted = 60;

    private readonly List<BadCell> bad = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public WholePlan Plan(byte[] file)
    {
        var (rows, unread) = OrganisationCsv.Read(file);
        bad.AddRange(unread);
        if (rows.Count > MostRows) return new([], [new(rows[MostRows].Line, "", $"The file has more than {MostRows:N0} rows. Divide it")]);

        var planned = rows.ConvertAll(Understand);
        foreach (var row in planned) CompareNames(row);
        var byKey = planned.Where(row => row.Key.Length > 0).DistinctBy(row => row.Key).ToDictionary(row => row.Key, StringComparer.Ordinal);
        foreach (var row in planned.Where(row => row.ParentKey is not null)) FindParent(row, byKey);
        return new(planned.ConvertAll(row => row with { Cells = Differences(row) }), bad);
    }

    private PlannedRow Understand(CsvRow row)
    {
        var name = PlainText.Tidy(row.Name);
        Check(row.Line, OrganisationCsv.Name, name);
        if (OrganisationNames.Of(name).Length == 0) Refuse(row.Line, OrganisationCsv.Name, "The name is empty");

        var kind = PlainText.TidyOrNull(row.Kind);
        var service = kind is null ? null : known.Service(kind);
        if (kind is not null && service is null)
            Refuse(row.Line, OrganisationCsv.Kind, $"“{Short(kind)}” is no service here. Write one of those that the filter of the list offers");

        var others = EditOrganisation.ListOf(OrganisationCsv.Parts(row.OtherNames), name);
        others.ForEach(other => Check(row.Line, OrganisationCsv.OtherNames, other));
        if (others.Count > Organisation.MostOtherNames)
            Refuse(row.Line, OrganisationCsv.OtherNames, $"There are {others.Count} other names, and {Organisation.MostOtherNames} is the most");

        var mailbox = EmailAddress.Tidy(row.Mailbox);
        if (mailbox is not null && !EmailAddress.IsValid(mailbox)) Refuse(row.Line, OrganisationCsv.Mailbox, $"“{Short(mailbox)}” is not one email address");

        var parent = PlainText.TidyOrNull(row.Parent);
        var key = OrganisationNames.Of(name);
        return new(row, name, known.Named(key), service, PlacesOf(row), others, mailbox, parent is null ? null : OrganisationNames.Of(parent));
    }

    private List<Id<Place>> PlacesOf(CsvRow row)
    {
        List<Id<Place>> found = [];
        foreach (var part in OrganisationCsv.Parts(row.Places))
        {
            if (known.Place(part) is { } place) found.Add(place);
            else Refuse(row.Line, OrganisationCsv.Places, $"“{Short(part)}” is no place here. Write council areas, regions or countries, with | between them");
        }

        if (found.Distinct().Count() > Organisation.MostPlaces)
            Refuse(row.Line, OrganisationCsv.Places, $"There are more than {Organisation.MostPlaces} places. Write the region or the country instead");
        return [.. found.Distinct()];
    }

    /// <summary>One name is one organisation: in the file, and in what is there.</summary>
    private void CompareNames(PlannedRow row)
    {
        var line = row.Row.Line;
        if (row.Key.Length == 0) return;
        if (!lines.TryAdd(row.Key, line)) Refuse(line, OrganisationCsv.Name, $"Line {lines[row.Key]} has this name already");
        if (row.Is is { IsClosed: true }) Refuse(line, OrganisationCsv.Name, $"{row.Is.Name} is closed. Open it again first, or take the row out");
        if (row.Is is null && known.AlsoNamed(row.Key) is { } called)
            Refuse(line, OrganisationCsv.Name, $"{called.Name} is called so, too. Write that name, or take this one from its other names");

        foreach (var other in row.OtherNames)
        {
            var key = OrganisationNames.Of(other);
            if (lines.TryGetValue(key, out var there) && there != line)
                Refuse(line, OrganisationCsv.OtherNames, $"“{Short(other)}” is the name of line {there}");
            else if (!lines.TryAdd(key, line)) continue;
            if (known.Named(key) is { } another && another != row.Is)
                Refuse(line, OrganisationCsv.OtherNames, $"“{Short(other)}” is the name of another organisation. Merge the two, or leave it out");
        }
    }

    private void FindParent(PlannedRow row, Dictionary<string, PlannedRow> byKey)
    {
        var (line, key) = (row.Row.Line, row.ParentKey!);
        if (!byKey.ContainsKey(key) && known.Named(key) is not { IsClosed: false })
            Refuse(line, OrganisationCsv.Parent, $"No open organisation is called “{Short(row.Row.Parent!.Trim())}”. Write its name as it stands here");

        var at = key;
        for (var level = 0; at is not null; level++)
        {
            if (at == row.Key || level == MostLevels)
            {
                Refuse(line, OrganisationCsv.Parent, "It would be part of itself");
                return;
            }

            at = byKey.TryGetValue(at, out var planned) && planned.ParentKey is { } above ? above : known.Of(known.Named(at)?.Parent)?.FoldedName;
        }
    }

    /// <summary>What the row says otherwise than what is there. An empty cell says nothing.</summary>
    private List<ChangedCell> Differences(PlannedRow row)
    {
        List<ChangedCell> cells = [];
        if (row.Is is not { } now) return cells;

        if (row.Service is { } service && service != now.Service) cells.Add(new(OrganisationCsv.Kind, NameOf(now.Service), NameOf(service)));
        if (row.Places.Count > 0 && !row.Places.ToHashSet().SetEquals(now.Places))
            cells.Add(new(OrganisationCsv.Places, NamesOf(now.Places), NamesOf(row.Places)));
        if (row.OtherNames.Count > 0 && !row.OtherNames.Select(OrganisationNames.Of).ToHashSet().SetEquals(now.OtherNames.Select(OrganisationNames.Of)))
            cells.Add(new(OrganisationCsv.OtherNames, string.Join(", ", now.OtherNames), string.Join(", ", row.OtherNames)));
        if (row.Mailbox is { } mailbox && mailbox != now.Mailbox) cells.Add(new(OrganisationCsv.Mailbox, now.Mailbox ?? "", mailbox));
        var parent = known.Of(now.Parent);
        if (row.ParentKey is { } key && key != parent?.FoldedName) cells.Add(new(OrganisationCsv.Parent, parent?.Name ?? "", row.Row.Parent!.Trim()));
        return cells;

        string NameOf(Id<Tags.Tag>? id) => id is { } tag ? known.ServiceNames.GetValueOrDefault(tag, "") : "";
        string NamesOf(IEnumerable<Id<Place>> places) => string.Join(", ", places.Select(place => known.PlaceNames[place]).Order(StringComparer.Ordinal));
    }

    private void Check(int line, string column, string name)
    {
        if (!PlainText.Fits(name, Organisation.MaxName)) Refuse(line, column, $"“{Short(name)}” is longer than {Organisation.MaxName} characters");
        else if (name.Contains('\n', StringComparison.Ordinal)) Refuse(line, column, $"“{Short(name.Replace('\n', ' '))}” has a line break in it");
        else if (Pasted.Refused(Pasted.Clean(name)) is not null)
            Refuse(line, column, "It has hidden characters that we cannot keep. Type it again instead of pasting it");
    }

    private void Refuse(int line, string column, string why) => bad.Add(new(line, column, why));

    internal static string Short(string text) => text.Length <= Quoted ? text : text[..(char.IsHighSurrogate(text[Quoted - 1]) ? Quoted - 1 : Quoted)] + "…";
}
