using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.CaseStudies;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;

namespace InfoStory.Web.Demonstration;

public sealed record DemonstrationStory(
    string Key, StoryKind Kind, string Title, string Told, WhoIsTelling WhoIsTelling, string Service, string Place, bool Website, bool PolicyMakers,
    bool SeeFirst, StoryState State, string? Reason, string? PublicText, IReadOnlyList<string> Tags, int DaysAgo)
{
    public IReadOnlyList<DemonstrationHandOff> HandOffs { get; init; } = [];
}

public sealed record DemonstrationHandOff(string Service, HandOffChannel Channel, Waited Waited, bool ToldAgain);

public sealed record DemonstrationCaseStudy(
    string Story, string Title, string Summary, string TheStory, string? WhatWasNotShared, string? WhatTheyDid, string? WhatChanged,
    string? NotYetFixed, string? Learning, int DaysAgo)
{
    public string? PlaceAndNeed { get; init; }

    public string? Partners { get; init; }

    public string? Barrier { get; init; }

    public IReadOnlyList<EditFigure> Figures { get; init; } = [];

    public IReadOnlyList<string> Quotes { get; init; } = [];
}

public sealed record DemonstrationCampaign(string Slug, string Name, string Hashtag, string Summary, List<string> Prompts, IReadOnlyList<string> Places);

public sealed record DemonstrationOrganisation(string Name, string Service, string Place, string Mailbox);

/// <summary>What happens after a case study is public.</summary>
public enum DemonstrationAct
{
    Subscribe,
    Put,
    Record,
    Answer,
    Promise,
    Say,
    Kept,
    HereToo,

    /// <summary>Digests that are due are made, and those that wait go out.</summary>
    Digests,

    /// <summary>A briefing is made and given to somebody.</summary>
    Brief,
}

/// <summary>One thing that happened, and what belongs to its act; days are those before today. A promise is named by its number in the file.</summary>
public sealed record DemonstrationChange(int DaysAgo, DemonstrationAct Act)
{
    public string Story { get; init; } = "";

    public string Organisation { get; init; } = "";

    public List<string> To { get; init; } = [];

    public AskEventKind? Happened { get; init; }

    public int? UntilDaysAgo { get; init; }

    public string? On { get; init; }

    public int DueDaysAgo { get; init; }

    public string? What { get; init; }

    public string? Role { get; init; }

    public int Promise { get; init; }

    public PromiseEventKind? Became { get; init; }

    public string? Words { get; init; }

    public string? Understood { get; init; }

    public string? Whom { get; init; }

    public string? Quote { get; init; }

    public KeptAnswer? Answer { get; init; }

    public int Times { get; init; }

    public string? Email { get; init; }

    public SubscriberAudience? Audience { get; init; }

    public Rhythm? Rhythm { get; init; }

    public string? Service { get; init; }
}

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
