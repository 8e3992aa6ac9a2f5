using System.Text.RegularExpressions;
using InfoStory.CaseStudies;
using InfoStory.Data.Markdown;
using InfoStory.Stories;
using InfoStory.Web.Forms;

namespace InfoStory.Web.Words;

internal static partial class CaseStudyWords
{
    /// <summary>The headings of its parts, where they are written and where they are read.</summary>
    public const string TheStory = "The story", PlaceAndNeed = "The place and what was needed", Partners = "Who worked together",
        WhatWasNotShared = "What was not shared", Barrier = "What stood in the way", WhatTheyDid = "What they did", WhatChanged = "What changed",
        NotYetFixed = "What still isn’t fixed", Learning = "What others can learn";

    /// <summary>What follows the story, under its headings; what is not told is left out.</summary>
    public static IEnumerable<(string Heading, string Text)> Sections(ISections? study) =>
        Headings(study).Where(section => section.Text is not null).Select(section => (section.Heading, section.Text!));

    /// <summary>Every heading that can follow the story, in order, with its text; null where nothing is told.</summary>
    public static IEnumerable<(string Heading, string? Text)> Headings(ISections? study) => new[]
    {
        (PlaceAndNeed, study?.PlaceAndNeed), (Partners, study?.Partners), (WhatWasNotShared, study?.WhatWasNotShared), (Barrier, study?.Barrier),
        (WhatTheyDid, study?.WhatTheyDid), (WhatChanged, study?.WhatChanged), (NotYetFixed, study?.NotYetFixed), (Learning, study?.Learning),
    }.Select(section => (section.Item1, string.IsNullOrWhiteSpace(section.Item2) ? null : section.Item2));

    /// <summary>The same without marks, with where its links lead, and then the figures and the hand-offs: all that somebody says yes to.</summary>
    public static IEnumerable<(string Heading, string Text)> InFull(
        ISections? study, IReadOnlyList<CaseStudyFigure>? figures, IReadOnlyList<ShownChain>? chains)
    {
        foreach (var (heading, text) in Sections(study)) yield return (heading, MarkdownText.Of(text, addresses: true));
        if (figures is { Count: > 0 }) yield return ("What changed, in numbers", string.Join('\n', figures.Select(InOneLine)));
        foreach (var chain in chains ?? []) yield return ("How often it was told", string.Join('\n', chain.Lines()));
    }

    /// <summary>Why it was taken down, where somebody chooses it.</summary>
    public static string Title(this WhyTakenDown why) => why switch
    {
        WhyTakenDown.Changing => "We are changing it",
        WhyTakenDown.OutOfDate => "It is out of date",
        WhyTakenDown.Mistake => "Something in it is not right",
        WhyTakenDown.Replaced => "Another case study tells it now",
    };

    /// <summary>Why it was taken down, as a sentence at its address.</summary>
    public static string Says(this WhyTakenDown why) => why switch
    {
        WhyTakenDown.Changing => "We took it down to change it.",
        WhyTakenDown.OutOfDate => "We took it down because it was out of date.",
        WhyTakenDown.Mistake => "We took it down because something in it was not right.",
        WhyTakenDown.Replaced => "We took it down because another case study tells it now.",
    };

    public static string Title(this FigureFor person) => person switch
    {
        FigureFor.Person => "The person",
        FigureFor.Staff => "Staff",
        FigureFor.System => "The system",
    };

    /// <summary>A figure in one line, where there is no room for a table.</summary>
    public static string InOneLine(this CaseStudyFigure figure) =>
        $"{figure.For.Title()}: {figure.What}, {(figure.Before is { } before ? $"{CaseStudyFigure.InWords(before)} before, " : "")}"
        + $"{CaseStudyFigure.InWords(figure.After)} {figure.Unit} ({figure.Period}; {figure.Source}{(figure.Link is { } link ? $", {link}" : "")})";

    /// <summary>What everyone reads of the hand-offs of a story, a line for each step.</summary>
    public static IEnumerable<string> Lines(this ShownChain chain) =>
        new[] { chain.Told }.OfType<string>().Concat(chain.Steps.Select((step, place) => $"{place + 1}. {step.InWords()}"));

    /// <summary>"Other" says nothing where it stands alone.</summary>
    public static string Name(this ShownStep step) => step.Service is { } service && service != "Other" ? service : "Another service";

    /// <summary>How it was reached and how long somebody waited, such as "Telephone · About a week"; empty where neither was said.</summary>
    public static string How(this ShownStep step) =>
        string.Join(" · ", new[] { step.Channel?.Title(), step.Waited?.TitleForReaders() }.OfType<string>());

    /// <summary>One step, such as "Housing · Telephone · About a week · told it again".</summary>
    public static string InWords(this ShownStep step) => string.Join(" · ", new[]
    {
        step.Name(), step.Channel?.Title(), step.Waited?.TitleForReaders(),
        step.ToldAgain switch { true => "told it again", false => "did not have to tell it again", null => null },
    }.OfType<string>());

    /// <summary>The wait as readers see it, who did not wait.</summary>
    public static string TitleForReaders(this Waited waited) => waited == Waited.NobodyCameBack ? "Nobody ever came back" : waited.Title();

    public static string Title(this CaseStudyState state) => state switch
    {
        CaseStudyState.Draft => "Draft",
        CaseStudyState.Published => "Published",
        CaseStudyState.Unpublished => "Taken down",
    };

    public static string Tone(this CaseStudyState state) => state switch
    {
        CaseStudyState.Published => "info-state",
        CaseStudyState.Draft or CaseStudyState.Unpublished => "info-state info-state--waiting",
    };

    /// <summary>What is wrong in the editor, with the number of the figure, the quote or the picture in which it is.</summary>
    public static string Named(this Problem problem)
    {
        if (RowIn().Match(problem.Id ?? "") is not { Success: true } row) return problem.Message;

        var name = $"{char.ToUpperInvariant(row.Groups["row"].Value[0])}{row.Groups["row"].Value[1..]} {int.Parse(row.Groups["place"].Value) + 1}";
        return problem.Message.StartsWith(name, StringComparison.Ordinal) ? problem.Message : $"{name}: {problem.Message}";
    }

    [GeneratedRegex("^form-(?<row>figure|quote|picture)s-(?<place>[0-9]{1,3})-", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowIn();

    /// <summary>What the author has said to a case study, for whoever edits it before it is public.</summary>
    public static string Means(this AuthorsWord word) => word switch
    {
        AuthorsWord.SignedOff =>
            "They said yes to the words as saved, so you can publish those. If you change them, send them to the author before you publish.",
        AuthorsWord.Reading => "They are reading these words now. You can publish when they say yes. If you change the words meanwhile, send them again.",
        AuthorsWord.NotAsked or AuthorsWord.NotSignedOff =>
            "They have not said yes to these words. Send them to the author. You can publish when they say yes.",
    };
}
