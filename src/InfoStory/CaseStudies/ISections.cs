using InfoStory.Data.Markdown;

namespace InfoStory.CaseStudies;

/// <summary>The parts of a case study that follow its story, in the order in which they are read. Each may be missing.</summary>
public interface ISections
{
    string? PlaceAndNeed { get; }

    string? Partners { get; }

    string? WhatWasNotShared { get; }

    string? Barrier { get; }

    string? WhatTheyDid { get; }

    string? WhatChanged { get; }

    string? NotYetFixed { get; }

    string? Learning { get; }
}

public static class SectionsExtensions
{
    /// <summary>The parts that are there, in their order.</summary>
    public static IEnumerable<string> Parts(this ISections sections) =>
        new[]
        {
            sections.PlaceAndNeed, sections.Partners, sections.WhatWasNotShared, sections.Barrier, sections.WhatTheyDid, sections.WhatChanged,
            sections.NotYetFixed, sections.Learning,
        }.OfType<string>();

    /// <summary>Every passage that the public reads, as plain text, the summary and the story first.</summary>
    public static IEnumerable<string> Passages(this CaseStudy study) =>
        study.Parts().Prepend(study.TheStory).Select(text => MarkdownText.Of(text)).Prepend(study.Summary);
}
