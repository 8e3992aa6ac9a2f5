using FluentValidation;
using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.TagUpkeep;

/// <summary>What an administrator decided on one page: which parts of a split tag each story and case study gets.</summary>
public sealed record DecideSplit
{
    public List<SplitDecision> Rows { get; init; } = [];
}

/// <summary>The parts for one story or case study; where nothing is ticked it stays undecided.</summary>
public sealed record SplitDecision
{
    /// <summary>A story's reference, or a case study's slug.</summary>
    public string? Of { get; init; }

    public List<Id<Tag>> Parts { get; init; } = [];

    /// <summary>It gets none of them.</summary>
    public bool None { get; init; }

    internal bool IsDecided => None || Parts.Count > 0;
}

public sealed class DecideSplitRules : AbstractValidator<DecideSplit>
{
    public DecideSplitRules()
    {
        RuleFor(decide => decide.Rows).Must(rows => rows.Count <= TagSplitting.PageSize).WithMessage("Decide one page at a time");
        RuleFor(decide => decide.Rows).Must(rows => rows.Exists(row => row.IsDecided)).WithMessage("Tick something for at least one of them");
        RuleForEach(decide => decide.Rows).ChildRules(row =>
            row.RuleFor(one => one.Parts).Must((one, parts) => !(one.None && parts.Count > 0))
                .WithMessage(one => $"{one.Of}: tick tags, or tick “None of these”, not both"));
    }
}

/// <summary>A story or a case study that still carries a tag that was split.</summary>
/// <param name="Of">The story's reference, or the case study's slug; its number where whoever looks may not read it, for a slug is words too.</param>
/// <param name="Title">Null where whoever looks may not read it.</param>
public sealed record Undecided(string Of, bool IsCaseStudy, string? Title, long Key)
{
    /// <summary>No slug has a space.</summary>
    private const string CaseStudy = "case study ";

    internal static string Numbered(long key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CaseStudy}{key}");

    /// <summary>The number that <see cref="Numbered"/> wrote; null where it wrote none.</summary>
    internal static long? NumberIn(string of) =>
        of.StartsWith(CaseStudy, StringComparison.OrdinalIgnoreCase)
            && long.TryParse(of[CaseStudy.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var key)
                ? key
                : null;
}

/// <summary>A page of them; <paramref name="Next"/> is null on the last.</summary>
public sealed record UndecidedPage(IReadOnlyList<Undecided> Rows, SplitCursor? Next);

/// <summary>How many were saved, and how many somebody else had decided meanwhile.</summary>
public sealed record Decided(int Saved, int Before);

/// <summary>Where a page of what is undecided ended: stories come first, then case studies. In an address it reads as story-5 or study-5.</summary>
public readonly record struct SplitCursor(bool InCaseStudies, long Key) : IParsable<SplitCursor>
{
    private const string Story = "story-", Study = "study-";

    public static SplitCursor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("Not a place in a list.");

    public static bool TryParse(string? s, IFormatProvider? provider, out SplitCursor result)
    {
        var studies = s?.StartsWith(Study, StringComparison.Ordinal) == true;
        var valid = (studies || s?.StartsWith(Story, StringComparison.Ordinal) == true) & long.TryParse(
            s?[Math.Min(s.Length, Story.Length)..], System.Globalization.NumberStyles.None, provider, out var key);
        result = valid ? new(studies, key) : default;
        return valid;
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(InCaseStudies ? Study : Story)}{Key}");
}
