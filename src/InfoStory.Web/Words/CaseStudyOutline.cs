using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Markdown;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;

namespace InfoStory.Web.Words;

/// <summary>One part of the page of a case study: what its address ends in after the sign #, its heading, and its text where it has one.</summary>
internal sealed record CaseStudyPart(string Id, string Heading, string? Text);

/// <summary>How the page of a case study is put together.</summary>
internal static class CaseStudyOutline
{
    /// <summary>Words that a grown-up reads in a minute, silently, in English (M. Brysbaert, 2019: 238).</summary>
    private const int WordsInAMinute = 238;

    /// <summary>The parts after the story that are there. Figures stand under what changed, also where nothing is written there.</summary>
    public static IEnumerable<CaseStudyPart> Parts(CaseStudyToRead study) => CaseStudyWords.Headings(study)
        .Where(part => part.Text is not null || (part.Heading == CaseStudyWords.WhatChanged && study.Figures.Count > 0))
        .Select(part => new CaseStudyPart(Slug.Of(part.Heading)!, part.Heading, part.Text));

    /// <summary>Where each part of the page begins: the story, the parts after it, and what services answered and promised.</summary>
    public static IReadOnlyList<(string Id, string Heading)> Contents(CaseStudyToRead study, AnsweredCaseStudy? answered) =>
    [
        ("story", CaseStudyWords.TheStory), .. Parts(study).Select(part => (part.Id, part.Heading)),
        .. answered?.Asks.Count > 0 ? [("asks", "Who was asked to answer")] : Array.Empty<(string, string)>(),
        .. answered?.Promises.Count > 0 ? [("promises", "What was promised")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>How often it was told and what changed, in a few words each.</summary>
    public static IReadOnlyList<(string Label, string Number, CaseStudyFigure? Changed)> Strip(CaseStudyToRead study)
    {
        List<(string, string, CaseStudyFigure?)> strip = [];
        var steps = study.Chains.SelectMany(chain => chain.Steps).ToList();
        var often = ShownChain.Together(study.Chains);
        if (often.Times > 0) strip.Add(("Told", HandOffs.Some(often.Times, often.IsMoreTimes, "time"), null));
        if (often.Services > 0) strip.Add(("To", HandOffs.Some(often.Services, often.IsMoreServices, "service"), null));
        if (study.Chains.Count == 1 && HandOffs.Time(steps.Select(step => step.Waited)) is { } waited) strip.Add(("Waited", waited, null));
        if (study.Figures.FirstOrDefault(figure => figure.Before is not null) is { } figure) strip.Add((figure.What, Compared(figure), figure));
        return strip;
    }

    /// <summary>Such as "9 → 2 days".</summary>
    public static string Compared(CaseStudyFigure figure) =>
        $"{(figure.Before is { } before ? $"{CaseStudyFigure.InWords(before)} → " : "")}{CaseStudyFigure.InWords(figure.After)} {figure.Unit}";

    /// <summary>The same to be read aloud, such as "from 9 to 2 days".</summary>
    public static string Said(CaseStudyFigure figure) =>
        $"{(figure.Before is { } before ? $"from {CaseStudyFigure.InWords(before)} to " : "")}{CaseStudyFigure.InWords(figure.After)} {figure.Unit}";

    /// <summary>The same with what it counts, such as "Wait for a bed: from 9 to 2 days".</summary>
    public static string Line(CaseStudyFigure figure) => $"{figure.What}: {Said(figure)}";

    /// <summary>Whether the summary is how the story begins: then the page says it once.</summary>
    public static bool IsOpening(CaseStudyToRead study) =>
        Spaced(MarkdownText.Of(study.TheStory)).StartsWith(Spaced(study.Summary).TrimEnd('…', '.'), StringComparison.OrdinalIgnoreCase);

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What both are about, as part of a sentence: names of tags keep their capitals, since some are names.</summary>
    public static string Shared(RelatedStudy related) => related.Shared.Count == 1
        ? related.Shared[0]
        : $"{string.Join(", ", related.Shared.SkipLast(1))} and {related.Shared[^1]}";

    public static int MinutesToRead(CaseStudyToRead study) => Math.Max(1, (int)Math.Round(
        study.Parts().Append(study.TheStory).Append(study.Summary).Sum(text => text.Count(char.IsWhiteSpace) + 1) / (double)WordsInAMinute));
}
