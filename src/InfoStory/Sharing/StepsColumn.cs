using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfoStory.Sharing;

/// <summary>The steps of a draft in one column of JSON: nothing is ever asked of a single one. EF keeps no JSON column inside an owned type.</summary>
internal sealed class StepsColumn() : ValueConverter<List<HandOff>, string>(steps => Write(steps), text => Read(text))
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true, Converters = { new Key() } };

    public static ValueComparer<List<HandOff>> Comparer { get; } =
        new((one, other) => Write(one!) == Write(other!), steps => Write(steps).GetHashCode(StringComparison.Ordinal), steps => Read(Write(steps)));

    internal static string Write(List<HandOff> steps) => JsonSerializer.Serialize(steps, Options);

    internal static List<HandOff> Read(string text) => JsonSerializer.Deserialize<List<HandOff>>(text, Options)!;

    private sealed class Key : JsonConverter<Id<Tag>>
    {
        public override Id<Tag> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Id<Tag> value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
