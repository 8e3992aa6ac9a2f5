using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>What is held on a subscriber, as a file to take away.</summary>
public static class HeldSubscriptionFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>JSON, indented, in UTF-8.</summary>
    public static byte[] Write(HeldSubscription held) => JsonSerializer.SerializeToUtf8Bytes(held, Options);
}
