using System.Collections.Frozen;

namespace InfoStory.Places;

/// <summary>
/// Names that people use for a council area beside its own: the towns in it (towns.txt: GeoNames, CC BY 4.0, made by scripts/make-towns.mjs), and
/// counties of old, parts of cities, short forms and names in Welsh (other-names.txt: our own).
/// </summary>
public static class OtherNames
{
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Names = Read();

    /// <summary>Every place that has other names.</summary>
    public static IEnumerable<string> Places => Names.Keys;

    /// <param name="place">The name of a place as <see cref="Place"/> has it.</param>
    public static IReadOnlyList<string> Of(string place) => Names.GetValueOrDefault(place, []);

    private static FrozenDictionary<string, IReadOnlyList<string>> Read() =>
        Lines("towns.txt").Concat(Lines("other-names.txt")).Select(line => line.Split(": ", 2))
            .GroupBy(line => line[0], line => line[1].Split('|'))
            .ToFrozenDictionary(place => place.Key, IReadOnlyList<string> (place) => [.. place.SelectMany(names => names).Distinct()]);

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(OtherNames).Assembly.GetManifestResourceStream($"places/{file}")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal) && !line.StartsWith('#'))];
    }
}
