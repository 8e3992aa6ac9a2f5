using System.Text.Json;

namespace InfoStory.Benchmarks.Limits;

/// <summary>A statement that a page of ours runs, with the values it has then.</summary>
internal sealed record BareStatement(string Sql, IReadOnlyDictionary<string, JsonElement> Values);

/// <summary>A page of ours as the limit gives it: the same statements, and the same HTML whatever they answer.</summary>
internal sealed record BarePage(IReadOnlyList<BareStatement> Statements, string Html);
