using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfoStory.Data;

/// <summary>A short list in one column of JSON, read with its row: nothing is ever asked of a single one of it. Rows from before have an empty text.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<List<T>, string>(rows => Write(rows), text => Read(text))
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static ValueComparer<List<T>> Comparer { get; } =
        new((one, other) => Write(one!) == Write(other!), rows => Write(rows).GetHashCode(StringComparison.Ordinal), rows => Read(Write(rows)));

    internal static string Write(List<T> rows) => JsonSerializer.Serialize(rows, Options);

    internal static List<T> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<List<T>>(text, Options)!;
}
