using System.Globalization;

namespace InfoStory.Data;

/// <summary>One thing that an edition changes, as its row names it: case-study:123. A number of 0 stands for any of its kind.</summary>
public readonly record struct EditionSubject
{
    private const string CaseStudies = "case-study";

    private EditionSubject(string kind, long number) => (Kind, Number) = (kind, number);

    /// <summary>Whatever is shown of any case study: lists, feeds and counts are made of it.</summary>
    public static EditionSubject AnyCaseStudy { get; } = new(CaseStudies, 0);

    public string Kind { get; }

    public long Number { get; }

    /// <summary>All of the kind of this one.</summary>
    public EditionSubject Any => new(Kind, 0);

    /// <summary>One case study with all that belongs to it. One that has no key yet is any of them.</summary>
    public static EditionSubject CaseStudy(long key) => new(CaseStudies, Math.Max(0, key));

    /// <summary>Reads what <see cref="ToString"/> writes; null where it was written by something newer.</summary>
    public static EditionSubject? Read(string written) =>
        written.Split(':') is [CaseStudies, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? new(CaseStudies, key)
            : null;

    public override string ToString() => $"{Kind}:{Number.ToString(CultureInfo.InvariantCulture)}";
}
