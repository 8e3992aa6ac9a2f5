using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;

namespace InfoStory.Dissemination.Briefings;

/// <summary>What is counted of the stories in a briefing; each is defined where it is worked out (<see cref="BriefingFigures"/>).</summary>
public enum FigureKind
{
    SentOn,
    HandOffs,
    ToldAgain,
    NobodyCameBack,
    DaysWaited,
    ThereButNotShared,
}

/// <summary>One figure. A count is of <paramref name="Of"/> stories; a median is over them.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">Null where it could point to a person.</param>
/// <param name="Of">How many stories say enough to be asked; null where they, or the others, are below five.</param>
public sealed record BriefingFigure(FigureKind Kind, decimal? Value, int? Of);

/// <summary>In how many stories one service sent somebody on to another.</summary>
public sealed record HandOffBar(string From, string To, int Stories);

/// <summary>A barrier or an enabler; <paramref name="Studies"/> is null below five.</summary>
public sealed record NamedCount(string Name, int? Studies);

/// <summary>A quote with where it stands.</summary>
public sealed record QuoteToRead(string Words, WhoIsTelling? WhoIsTelling, string Title, string Slug);

/// <summary>What was promised because of the case studies; at most so many of each are named.</summary>
public sealed record BriefingPromises(IReadOnlyList<PromiseRow> Kept, IReadOnlyList<PromiseRow> Open, IReadOnlyList<PromiseRow> Broken)
{
    public const int MostNamed = 3;

    public bool Any => Kept.Count + Open.Count + Broken.Count > 0;
}

/// <summary>A briefing as it is read at one moment: all of it is made of what may be shown to its audience then.</summary>
public sealed record BriefingContent
{
    public required string Question { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The moment.</summary>
    public required DateTime At { get; init; }

    /// <summary>What was chosen in the library; null where the case studies were picked by hand.</summary>
    public InterestToRead? Chosen { get; init; }

    /// <summary>How many case studies it rests on. At 0 nothing but the question may be shown.</summary>
    public required int Studies { get; init; }

    /// <summary>More case studies fit than a briefing takes: it rests on the newest.</summary>
    public bool IsCut { get; init; }

    /// <summary>From how many stories they are drawn; null below five.</summary>
    public int? Stories { get; init; }

    /// <summary>The days in London on which the first and the last of them were published.</summary>
    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public IReadOnlyList<BriefingFigure> Figures { get; init; } = [];

    public IReadOnlyList<HandOffBar> HandOffs { get; init; } = [];

    public IReadOnlyList<NamedCount> Barriers { get; init; } = [];

    public IReadOnlyList<NamedCount> Enablers { get; init; } = [];

    public IReadOnlyList<string> Readings { get; init; } = [];

    public IReadOnlyList<QuoteToRead> Quotes { get; init; } = [];

    public BriefingPromises Promises { get; init; } = new([], [], []);

    public required string Contact { get; init; }

    /// <summary>Something that was in this copy is taken out since: the readings were written before.</summary>
    public bool IsLess { get; init; }
}
