using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Stories;

namespace InfoStory.Web.Demonstration;

public sealed record DemonstrationStory(
    string Key, StoryKind Kind, string Title, string Told, WhoIsTelling WhoIsTelling, string Service, string Place, bool Website, bool PolicyMakers,
    bool SeeFirst, StoryState State, string? Reason, string? PublicText, IReadOnlyList<string> Tags, int DaysAgo);

public sealed record DemonstrationCaseStudy(
    string Story, string Title, string Summary, string TheStory, string? WhatWasNotShared, string? WhatTheyDid, string? WhatChanged,
    string? NotYetFixed, string? Learning, int DaysAgo);

public sealed record DemonstrationCampaign(string Slug, string Name, string Hashtag, string Summary, List<string> Prompts, IReadOnlyList<string> Places);

public sealed record DemonstrationOrganisation(string Name, string Service, string Place, string Mailbox);

/// <summary>The files of this folder, which travel inside the program.</summary>
internal static class DemonstrationData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static T Read<T>(string file)
    {
        using var stream = typeof(DemonstrationData).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
