using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Rights;
using InfoStory.Stories.PersonalData;
using InfoStory.Tags;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>What is held, as a file to take away: services and the place go by their names, not by our keys.</summary>
public static class HeldFile
{
    /// <summary>JSON, indented, in UTF-8.</summary>
    public static byte[] Write(HeldData held) => JsonSerializer.SerializeToUtf8Bytes(held, Options(held.Names));

    private static JsonSerializerOptions Options(HeldNames names) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = new WithoutId(),
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new Name<Tag>(service => names.Services[service].FirstOrDefault()),
            new Name<Place>(_ => names.Place),
        },
    };

    /// <summary>“serviceId” is called “service”, because a name stands there.</summary>
    private sealed class WithoutId : JsonNamingPolicy
    {
        public override string ConvertName(string name) => CamelCase.ConvertName(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name);
    }

    private sealed class Name<T>(Func<Id<T>, string?> name) : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(name(value));
    }
}
