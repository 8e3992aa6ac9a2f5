using System.Text.RegularExpressions;

namespace InfoStory.Testing.Architecture;

/// <summary>A type in one of its files, with all that is nested in it.</summary>
/// <param name="Name">With its namespace and its type parameters, as they are written.</param>
public sealed partial record WrittenType(string Name, SourceFile File, bool IsPartial, IReadOnlyList<string> Lines)
{
    public bool IsMadeInPart => Lines.Any(line =>
        line.Contains("[GeneratedRegex(", StringComparison.Ordinal) || line.Contains("[LoggerMessage(", StringComparison.Ordinal)
        || line.EndsWith(" : JsonSerializerContext;", StringComparison.Ordinal));

    /// <summary>Reads what dotnet format leaves: a type of a namespace begins at the margin, and so does the line that ends it.</summary>
    public static IEnumerable<WrittenType> In(SourceFile file)
    {
        var lines = file.Lines;
        var room = "";
        for (var number = 0; number < lines.Count; number++)
        {
            if (Namespace().Match(lines[number]) is { Success: true } named) room = named.Groups["name"].Value + ".";
            if (Declaration().Match(lines[number]) is not { Success: true } declared) continue;

            var first = number;
            while (lines[number] is not ['}', ..] && !EndsWithoutBody(lines, first, number)) number++;
            yield return new(
                room + declared.Groups["name"].Value, file, declared.Groups["before"].Value.Contains("partial ", StringComparison.Ordinal),
                [.. lines.Skip(first).Take(number - first + 1)]);
        }
    }

    private static bool EndsWithoutBody(IReadOnlyList<string> lines, int first, int number) =>
        lines[number].EndsWith(';') && !lines.Skip(first).Take(number - first).Any(line => line is ['{', ..]);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?<before>([a-z]+ )*)(record class|record struct|class|record|struct|interface|enum) (?<name>\w+(<[^>]*>)?)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
