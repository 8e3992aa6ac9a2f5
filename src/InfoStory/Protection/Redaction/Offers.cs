namespace InfoStory.Protection.Redaction;

/// <summary>Replacements of one kind.</summary>
public sealed record OfferGroup(string Name, IReadOnlyList<string> Offers);

/// <summary>What one can say instead, coarse enough for anyone to be meant.</summary>
public static class Offers
{
    private static readonly string[] Regions = ["East of England", "East Midlands", "West Midlands", "North East", "North West", "South East", "South West"];

    /// <param name="region">The region or country of the story's place; null where it has none.</param>
    public static IReadOnlyList<OfferGroup> For(string? region) =>
    [
        new("People", ["[a colleague]", "[a manager]", "[a relative]", "[a neighbour]", "[a friend]", "[a child]", "[a worker]", "[a doctor]", "[someone]"]),
        new("Places", [.. region is null ? (string[])[] : [$"[a town in {In(region)}]", $"[somewhere in {In(region)}]"],
            "[a town]", "[a school]", "[a hospital]", "[a local service]", "[an address]"]),
        new("Days", ["[a date last spring]", "[a date last summer]", "[a date last autumn]", "[a date last winter]", "[one day]", "[a few weeks later]"]),
        new("Numbers and addresses", ["[a telephone number]", "[an email address]", "[a case number]", "[a number]", "[a link]"]),
    ];

    private static string In(string region) => Regions.Contains(region) ? $"the {region}" : region;
}
