using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.CaseStudies.Pictures;

namespace InfoStory.CaseStudies.Revisions;

/// <summary>What a save changed in the words of a case study.</summary>
[Flags]
public enum RevisedParts
{
    None = 0,
    Title = 1,
    Summary = 1 << 1,
    TheStory = 1 << 2,
    PlaceAndNeed = 1 << 3,
    Partners = 1 << 4,
    WhatWasNotShared = 1 << 5,
    Barrier = 1 << 6,
    WhatTheyDid = 1 << 7,
    WhatChanged = 1 << 8,
    NotYetFixed = 1 << 9,
    Learning = 1 << 10,
    Figures = 1 << 11,
    Quotes = 1 << 12,
    HandOffs = 1 << 13,
    Names = 1 << 14,
    Pictures = 1 << 15,
}

/// <summary>All words of a case study but its address, which stays where it is whatever is restored.</summary>
public sealed record RevisedWords : ISections
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string TheStory { get; init; }

    public string? PlaceAndNeed { get; init; }

    public string? Partners { get; init; }

    public string? WhatWasNotShared { get; init; }

    public string? Barrier { get; init; }

    public string? WhatTheyDid { get; init; }

    public string? WhatChanged { get; init; }

    public string? NotYetFixed { get; init; }

    public string? Learning { get; init; }

    public IReadOnlyList<CaseStudyFigure> Figures { get; init; } = [];

    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>The pictures that everyone sees, without their bytes.</summary>
    public IReadOnlyList<ShownPicture> Pictures { get; init; } = [];

    /// <summary>The hand-offs that everyone sees.</summary>
    public IReadOnlyList<ShownChain> Chains { get; init; } = [];

    public bool NamesChanged { get; init; } = true;

    /// <summary>The words as they stand in it now.</summary>
    internal static RevisedWords Of(CaseStudy study) => Of(study, study.Title, study.Summary, study.TheStory) with
    {
        Figures = [.. study.Figures],
        Quotes = [.. study.Quotes],
        Pictures = [.. study.Pictures],
        Chains = [.. study.Chains],
        NamesChanged = study.NamesChanged,
    };

    /// <summary>The words as they are saved, as its editor sees them.</summary>
    internal static RevisedWords Of(CaseStudyOnDesk study) => Of(study, study.Title, study.Summary, study.TheStory) with
    {
        Figures = study.Figures,
        Quotes = study.Quotes,
        Pictures = study.Pictures,
        Chains = study.Chains,
        NamesChanged = study.NamesChanged,
    };

    /// <summary>What is different between these words and others.</summary>
    public RevisedParts Against(RevisedWords other) => new[]
    {
        (RevisedParts.Title, Title == other.Title), (RevisedParts.Summary, Summary == other.Summary), (RevisedParts.TheStory, TheStory == other.TheStory),
        (RevisedParts.PlaceAndNeed, PlaceAndNeed == other.PlaceAndNeed), (RevisedParts.Partners, Partners == other.Partners),
        (RevisedParts.WhatWasNotShared, WhatWasNotShared == other.WhatWasNotShared), (RevisedParts.Barrier, Barrier == other.Barrier),
        (RevisedParts.WhatTheyDid, WhatTheyDid == other.WhatTheyDid), (RevisedParts.WhatChanged, WhatChanged == other.WhatChanged),
        (RevisedParts.NotYetFixed, NotYetFixed == other.NotYetFixed), (RevisedParts.Learning, Learning == other.Learning),
        (RevisedParts.Figures, Figures.SequenceEqual(other.Figures)), (RevisedParts.Quotes, Quotes.SequenceEqual(other.Quotes)),
        (RevisedParts.HandOffs, Json(Chains) == Json(other.Chains)), (RevisedParts.Names, NamesChanged == other.NamesChanged),
        (RevisedParts.Pictures, Pictures.SequenceEqual(other.Pictures)),
    }.Where(part => !part.Item2).Aggregate(RevisedParts.None, (all, part) => all | part.Item1);

    internal string ToJson() => Json(this);

    internal static RevisedWords Read(string json) => JsonSerializer.Deserialize<RevisedWords>(json, Options)!;

    private static RevisedWords Of(ISections sections, string title, string summary, string story) => new()
    {
        Title = title,
        Summary = summary,
        TheStory = story,
        PlaceAndNeed = sections.PlaceAndNeed,
        Partners = sections.Partners,
        WhatWasNotShared = sections.WhatWasNotShared,
        Barrier = sections.Barrier,
        WhatTheyDid = sections.WhatTheyDid,
        WhatChanged = sections.WhatChanged,
        NotYetFixed = sections.NotYetFixed,
        Learning = sections.Learning,
    };

    private static string Json<T>(T words) => JsonSerializer.Serialize(words, Options);
}
