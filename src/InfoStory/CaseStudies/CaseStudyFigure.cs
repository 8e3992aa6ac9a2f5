using System.Globalization;
using FluentValidation;
using InfoStory.Data;

namespace InfoStory.CaseStudies;

/// <summary>For whom something changed.</summary>
public enum FigureFor
{
    Person,
    Staff,
    System,
}

/// <summary>A number that says what changed: what is counted, before (where that is known) and after, with its unit, its period and its source.</summary>
public sealed record CaseStudyFigure
{
    /// <summary>The most figures of one case study.</summary>
    public const int Most = 8;

    public const int MaxWhat = 80;
    public const int MaxUnit = 30;
    public const int MaxPeriod = 60;
    public const int MaxSource = 200;
    public const int MaxLink = 300;

    public FigureFor For { get; init; }

    public string What { get; init; } = "";

    public decimal? Before { get; init; }

    public decimal After { get; init; }

    public string Unit { get; init; } = "";

    public string Period { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>Where the source can be read; null where nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>A number as people write it, such as 1,250.5.</summary>
    public static string InWords(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>All of it but the link in one text.</summary>
    public string InWords() => string.Join(". ", new[]
    {
        What, Before is { } before ? $"{InWords(before)} before" : null, $"{InWords(After)} {Unit}", Period, Source,
    }.OfType<string>());
}

/// <summary>A figure as it is typed; one of which nothing is typed is none.</summary>
public sealed record EditFigure
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;

    private const decimal Largest = 1_000_000_000_000;

    private const int Decimals = 4;

    public FigureFor? For { get; init; }

    public string? What { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Unit { get; init; }

    public string? Period { get; init; }

    public string? Source { get; init; }

    public string? Link { get; init; }

    /// <summary>Nothing of it is typed; for whom it would be may be chosen already.</summary>
    public bool IsBlank => new[] { What, Before, After, Unit, Period, Source, Link }.All(text => PlainText.Tidy(text).Length == 0);

    /// <summary>It can be read as a figure, whether or not its words keep the rules.</summary>
    internal bool IsFigure => For is not null && NumberOf(After) is not null;

    /// <summary>The figure as it stands on the screen before anybody has typed.</summary>
    public static EditFigure Of(CaseStudyFigure figure) => new()
    {
        For = figure.For,
        What = figure.What,
        Before = figure.Before is { } before ? CaseStudyFigure.InWords(before) : null,
        After = CaseStudyFigure.InWords(figure.After),
        Unit = figure.Unit,
        Period = figure.Period,
        Source = figure.Source,
        Link = figure.Link,
    };

    /// <summary>The number that is typed, in digits; null where that is none.</summary>
    internal static decimal? NumberOf(string? typed) =>
        decimal.TryParse(PlainText.Tidy(typed), Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest
            && decimal.Round(number, Decimals) == number ? number : null;

    internal CaseStudyFigure ToFigure() => new()
    {
        For = For!.Value,
        What = PlainText.Tidy(What),
        Before = NumberOf(Before),
        After = NumberOf(After)!.Value,
        Unit = PlainText.Tidy(Unit),
        Period = PlainText.Tidy(Period),
        Source = PlainText.Tidy(Source),
        Link = PlainText.TidyOrNull(Link),
    };

    /// <summary>What is typed, as one text that the rules for public words read.</summary>
    internal string? InWords() => PlainText.TidyOrNull(string.Join(
        ". ", new[] { What, Before, $"{After} {Unit}", Period, Source, WordsOfLink() }.Select(PlainText.TidyOrNull).OfType<string>()));

    /// <summary>That it is a link is meant; what it says may be a name.</summary>
    private string WordsOfLink() => string.Concat((Link ?? "").Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
}

public sealed class EditFigureRules : AbstractValidator<EditFigure>
{
    public EditFigureRules()
    {
        RuleFor(figure => figure.For).NotNull().WithMessage("Choose for whom it changed").IsInEnum().WithMessage("Choose for whom it changed");
        Said(figure => figure.What, "Say what the number counts, such as wait for a bed", "What it counts", CaseStudyFigure.MaxWhat);
        RuleFor(figure => figure.Before).Must(before => PlainText.Tidy(before).Length == 0 || EditFigure.NumberOf(before) is not null)
            .WithMessage("Give the number before in digits, such as 9, or leave it empty");
        RuleFor(figure => figure.After).Must(after => EditFigure.NumberOf(after) is not null).WithMessage("Give the number in digits, such as 2");
        Said(figure => figure.Unit, "Give the unit, such as days", "The unit", CaseStudyFigure.MaxUnit);
        Said(figure => figure.Period, "Give the period, such as January to June 2026", "The period", CaseStudyFigure.MaxPeriod);
        Said(figure => figure.Source, "Say where the number comes from, such as the ward’s own count", "The source", CaseStudyFigure.MaxSource);
        RuleFor(figure => figure.Link).Cascade(CascadeMode.Stop)
            .Must(link => PlainText.Tidy(link).Length == 0 || IsLink(PlainText.Tidy(link))).WithMessage("The link must begin with https:// or http://")
            .Brief("The link", CaseStudyFigure.MaxLink);
    }

    private static bool IsLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private void Said(System.Linq.Expressions.Expression<Func<EditFigure, string?>> field, string missing, string what, int most) =>
        RuleFor(field).Cascade(CascadeMode.Stop).Must(text => PlainText.Tidy(text).Length > 0).WithMessage(missing).Brief(what, most);
}
