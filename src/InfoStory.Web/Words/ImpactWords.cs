using InfoStory.Insight.Impact;

namespace InfoStory.Web.Words;

/// <summary>One part of the page: what is counted in it, in one plain sentence or two, and the figures side by side.</summary>
internal sealed record ImpactSection(string Id, string Heading, string Definition, IReadOnlyList<ImpactFigure> Figures);

/// <summary>How the figures of impact are named and defined: the same words for the page, the file and the desk.</summary>
internal static class ImpactWords
{
    public static IReadOnlyList<ImpactSection> Sections { get; } =
    [
        new("heard", "Stories heard",
            "Stories that people sent us, by the month in which they came. Stories that we declined, or that were taken back, are left out.",
            [ImpactFigure.Heard]),
        new("reached", "Audiences reached",
            "Case studies by the month in which they were first published, and how many of them went to at least one audience within 7 days, in a letter or "
            + "a briefing. Those whose 7 days are not over count among all of them.",
            [ImpactFigure.Published, ImpactFigure.Reached]),
        new("answers", "Put to organisations",
            "How often a case study was put to an organisation, by the month in which it was asked. In time is within 28 days: days on which its clock was "
            + "paused do not count, more time that was given once counts, and a holding reply is no answer. No reply is when the time is over and nothing has "
            + "come until now. What was passed on, joined with another question or called off is left out.",
            [ImpactFigure.Put, ImpactFigure.Answered, ImpactFigure.Silent]),
        new("promises", "Concerns with a promise",
            "Case studies that tell of something that went wrong, by the month in which they were first published, and how many of them have led to a promise "
            + "until now.",
            [ImpactFigure.Concerns, ImpactFigure.ConcernsWithPromise]),
        new("kept", "Promises confirmed",
            "Promises by the month in which they were given, and how many of them are confirmed now by somebody who told the story, or by three others who "
            + "live with it.",
            [ImpactFigure.Promised, ImpactFigure.Confirmed]),
    ];

    /// <summary>The figures of the whole window, each with the part of the page that defines it.</summary>
    public static IReadOnlyList<(ImpactFigure Figure, string Section, string Words, string? Of)> Headlines { get; } =
    [
        (ImpactFigure.Heard, "heard", "Stories heard", null),
        (ImpactFigure.Reached, "reached", "Case studies sent to an audience within 7 days", "case studies"),
        (ImpactFigure.Answered, "answers", "Answered within 28 days", "put to organisations"),
        (ImpactFigure.Silent, "answers", "No reply after 28 days", "put to organisations"),
        (ImpactFigure.ConcernsWithPromise, "promises", "Concerns with a promise", "concerns"),
        (ImpactFigure.Confirmed, "kept", "Promises confirmed", "promises"),
    ];

    /// <summary>What each audience is called, with the figure that counts what reached it.</summary>
    public static IReadOnlyList<ImpactFigure> Audiences { get; } =
    [
        ImpactFigure.ReachedPolicyMakers, ImpactFigure.ReachedServices, ImpactFigure.ReachedTraining, ImpactFigure.ReachedPress, ImpactFigure.ReachedPublic,
        ImpactFigure.ReachedSocial,
    ];

    public static string Title(this ImpactFigure figure) => figure switch
    {
        ImpactFigure.Heard => "Stories",
        ImpactFigure.Published => "Published",
        ImpactFigure.Reached => "Sent in 7 days",
        ImpactFigure.ReachedServices => "Services",
        ImpactFigure.ReachedPolicyMakers => "Policy makers",
        ImpactFigure.ReachedTraining => "People who train or practise",
        ImpactFigure.ReachedPress => "The press",
        ImpactFigure.ReachedSocial => "Social media",
        ImpactFigure.ReachedPublic => "The public, by letter",
        ImpactFigure.Concerns => "Concerns",
        ImpactFigure.ConcernsWithPromise => "With a promise",
        ImpactFigure.Put => "Asked",
        ImpactFigure.Answered => "Answered in time",
        ImpactFigure.Silent => "No reply",
        ImpactFigure.Promised => "Promises",
        ImpactFigure.Confirmed => "Confirmed",
    };

    /// <summary>The number in a sentence.</summary>
    public static string AtLeast(this int? number) => number is { } some ? $"at least {some:N0}" : "fewer than 5";

    /// <summary>The number in a table.</summary>
    public static string OrMore(this int? number) => number is { } some ? $"{some:N0}+" : "under 5";
}
