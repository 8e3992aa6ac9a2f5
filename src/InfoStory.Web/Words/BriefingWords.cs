using System.Globalization;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;

namespace InfoStory.Web.Words;

/// <summary>What a briefing says around what is worked out for it: the same on the page, on paper and in the document.</summary>
internal static class BriefingWords
{
    public const string KeyFigures = "Key figures", HandOffs = "Which service sent people to which", WayAndHelp = "What got in the way, and what helped",
        Readings = "Ways to read this evidence", Quotes = "From the case studies", Promises = "What services promised", Contact = "Contact";

    public const string SelfSelected =
        "People chose to tell us these stories, and we chose which to publish. They show what can happen, and why. They do not show how often it happens, "
        + "and they do not stand for everybody.";

    public const string Nothing = "Nothing in this briefing may be shown to its readers now. Either nothing like it is published, or the people who told it "
        + "have not agreed that it goes to these readers, or do not agree any more.";

    public const string IsLess = "Some case studies were taken out since this briefing was given. All figures are counted anew without them. "
        + "The ways to read the evidence were written before.";

    public const string NoFigures =
        "There are no figures here. Each would be a number of stories below 5, or would give one away, and that could point to a person.";

    public const string SmallNumbersHint = "Each figure is of stories. Numbers of stories below 5, and those that would give one away, are left out.";

    public static readonly string WayAndHelpMeans = $"A number beside one says in how many case studies it is. There is none below {SmallNumbers.Least}.";

    public const string HandOffsAlternative = "Bar chart. The table below it holds the same numbers.";

    /// <summary>Who reads it.</summary>
    public static string Readers(this Audience audience) => audience switch
    {
        Audience.Website => "Anyone",
        Audience.NamedService => "The services that the stories are about",
        Audience.PolicyMakers => "Policy makers",
        Audience.Training => "People who train staff",
        Audience.Press => "Newspapers, radio and television",
        Audience.Social => "Social media",
    };

    /// <summary>Such as "Briefing for policy makers".</summary>
    public static string Kind(this BriefingContent content) =>
        $"Briefing for {char.ToLowerInvariant(content.Audience.Readers()[0])}{content.Audience.Readers()[1..]}";

    /// <summary>On what it rests: n, what was chosen, and the period.</summary>
    public static string RestsOn(this BriefingContent content)
    {
        var stories = content.Stories is { } told ? $", drawn from {told.Of("story", "stories")}" : "";
        var chosen = content.Chosen is { Interest.IsEverything: false } interest ? $", chosen by {interest.InWords()}" : content.Chosen is null
            ? ", chosen by our team" : "";
        var period = content.First == content.Last ? $"published on {content.First:d MMMM yyyy}"
            : $"published from {content.First:d MMMM yyyy} to {content.Last:d MMMM yyyy}";
        return $"This rests on {(content.IsCut ? "the newest " : "")}{content.Studies.Of("case study", "case studies")}{stories}{chosen}, {period}. "
            + $"Counted on {content.At.InLondonDay():d MMMM yyyy}.";
    }

    public static string Title(this FigureKind kind) => kind switch
    {
        FigureKind.SentOn => "Sent on to another service",
        FigureKind.HandOffs => "Hand-offs for one person (median)",
        FigureKind.ToldAgain => "Had to tell it again",
        FigureKind.NobodyCameBack => "Nobody came back to them",
        FigureKind.DaysWaited => "Time waited by one person (median)",
        FigureKind.ThereButNotShared => "Known, but not shared",
    };

    public static string Definition(this FigureKind kind) => kind switch
    {
        FigureKind.SentOn => "Stories in which one service was followed by another, of those told step by step",
        FigureKind.HandOffs => "Steps after the first one: half of the stories have so many or fewer",
        FigureKind.ToldAgain => "Stories in which somebody began again at a later step, of those told step by step",
        FigureKind.NobodyCameBack => "Stories in which a service never came back at one step or more, of those told step by step",
        FigureKind.DaysWaited => "All waits of one story together, where somebody came back: half waited so long or less",
        FigureKind.ThereButNotShared => "Stories in which what was needed was known somewhere, of those that say whether it was",
    };

    /// <summary>Such as "8 of 12", "3, in 12" or "about 21 days, in 12".</summary>
    public static string InWords(this BriefingFigure figure) => figure switch
    {
        { Value: null } or { Of: null } => "Too few to say",
        { Kind: FigureKind.DaysWaited, Value: < 1 } => $"less than a day, in {figure.Of:N0}",
        { Kind: FigureKind.DaysWaited, Value: { } days } =>
            $"about {((int)Math.Round(days, MidpointRounding.AwayFromZero)).Of("day", "days")}, in {figure.Of:N0}",
        { Kind: FigureKind.HandOffs, Value: { } number } => $"{number.ToString("0.#", CultureInfo.InvariantCulture)}, in {figure.Of:N0}",
        _ => $"{figure.Value:0} of {figure.Of:N0}",
    };

    /// <summary>A barrier or enabler with in how many case studies it is, where that may be said.</summary>
    public static string InWords(this NamedCount count) => count.Studies is { } studies ? $"{count.Name}, in {studies:N0}" : count.Name;

    public static string Source(this QuoteToRead quote) => quote.WhoIsTelling is { } who ? $"{who.Title()}, in “{quote.Title}”" : $"In “{quote.Title}”";

    /// <summary>The promises in three heaps, each with what it is called and how many there are.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<PromiseRow> Rows)> Heaps(this BriefingPromises promises) =>
    [
        ($"Kept: {promises.Kept.Count:N0}", promises.Kept), ($"Open: {promises.Open.Count:N0}", promises.Open),
        ($"Broken: {promises.Broken.Count:N0}", promises.Broken),
    ];

    public static string AndOthers(int promises) => $"and {(promises - BriefingPromises.MostNamed).Of("other", "others")}";

    public const string PromisesMean =
        "Every promise is counted, also below 5: each has a public page. Kept: somebody who lives with it has confirmed it. "
        + "Broken: its day is over, it was dropped, or those who live with it say that it is not fixed.";

    public static string InWords(this PromiseRow promise) =>
        $"{promise.What} ({promise.Organisation}, {(promise.State is PromiseState.Overdue or PromiseState.Planned or PromiseState.Due
            ? $"by {promise.Due:d MMMM yyyy}" : char.ToLowerInvariant(promise.State.Title()[0]) + promise.State.Title()[1..])})";

    public static string Title(this CopyKind kind) => kind switch
    {
        CopyKind.Link => "By letter",
        CopyKind.Word => "As a Word document",
    };

    private static DateTime InLondonDay(this DateTime at) => Data.Time.Clock.InLondon(at);
}
