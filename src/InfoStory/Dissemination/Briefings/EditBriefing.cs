using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;

namespace InfoStory.Dissemination.Briefings;

/// <summary>A briefing as a publisher fills it in.</summary>
public sealed record EditBriefing
{
    /// <summary>The fields without which nobody can say on which case studies it rests.</summary>
    internal static readonly IReadOnlyList<string> OfSources = [nameof(Audience), nameof(Filter), nameof(Studies), nameof(FirstDay), nameof(LastDay)];

    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    public string? Question { get; init; }

    public Audience? Audience { get; init; }

    /// <summary>The address of the library with a filter, or its query; empty is everything.</summary>
    public string? Filter { get; init; }

    /// <summary>Addresses of case studies, one a line, in place of a filter.</summary>
    public string? Studies { get; init; }

    /// <summary>The days in London between which they were published.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    public string? FirstReading { get; init; }

    public string? SecondReading { get; init; }

    public string? ThirdReading { get; init; }

    /// <summary>Words exactly as they stand in one of the case studies.</summary>
    public string? FirstQuote { get; init; }

    public string? SecondQuote { get; init; }

    public string? ThirdQuote { get; init; }

    public string? Contact { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    internal List<string> Readings() =>
        [.. new[] { FirstReading, SecondReading, ThirdReading }.Select(PlainText.TidyOrNull).OfType<string>()];

    /// <summary>What was typed as quotes, each with its field.</summary>
    internal IEnumerable<(string Field, string Words)> Quotes() =>
        from typed in new[] { (nameof(FirstQuote), FirstQuote), (nameof(SecondQuote), SecondQuote), (nameof(ThirdQuote), ThirdQuote) }
        let words = QuotedWords.Tidy(typed.Item2)
        where words.Length > 0
        select (typed.Item1, words);

    /// <summary>The team's own words, with what was typed before; those that are the same are not asked again.</summary>
    internal IReadOnlyCollection<WordsOfTeam> Changed(EditBriefing? before) =>
        [.. Texts().Where(one => before is null || !before.Texts().Contains(one))];

    internal static EditBriefing Of(Briefing briefing, string? studies, IReadOnlyList<string> quotes) => new()
    {
        Revision = briefing.Revision,
        Question = briefing.Question,
        Audience = briefing.Audience,
        Filter = briefing.Filter,
        Studies = studies,
        FirstDay = briefing.FirstDay,
        LastDay = briefing.LastDay,
        FirstReading = briefing.Readings.ElementAtOrDefault(0),
        SecondReading = briefing.Readings.ElementAtOrDefault(1),
        ThirdReading = briefing.Readings.ElementAtOrDefault(2),
        FirstQuote = quotes.ElementAtOrDefault(0),
        SecondQuote = quotes.ElementAtOrDefault(1),
        ThirdQuote = quotes.ElementAtOrDefault(2),
        Contact = briefing.Contact,
    };

    private IReadOnlyList<WordsOfTeam> Texts() =>
    [
        new(nameof(Question), "The question", PlainText.Tidy(Question)), new(nameof(FirstReading), "The first reading", PlainText.TidyOrNull(FirstReading)),
        new(nameof(SecondReading), "The second reading", PlainText.TidyOrNull(SecondReading)),
        new(nameof(ThirdReading), "The third reading", PlainText.TidyOrNull(ThirdReading)),
        new(nameof(Contact), "The contact", PlainText.Tidy(Contact)) { IsContact = true },
    ];
}

public sealed class EditBriefingRules : AbstractValidator<EditBriefing>
{
    private const int MaxStudies = 10_000;

    public EditBriefingRules(TimeProvider clock)
    {
        RuleFor(form => form.Question).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write the question").Brief("The question", Briefing.MaxQuestion);
        RuleFor(form => form.Audience).Must(audience => audience is { } one && Briefing.Audiences.Contains(one)).WithMessage("Choose who it is for");
        RuleFor(form => form.Filter).Brief("The address of the library", Briefing.MaxFilter);
        RuleFor(form => form.Studies).Cascade(CascadeMode.Stop).Brief("The case studies", MaxStudies)
            .Must((form, studies) => PlainText.Tidy(studies).Length == 0 || PlainText.Tidy(form.Filter).Length == 0)
            .WithMessage("Choose one: an address of the library, or case studies one by one");
        RuleFor(form => form.LastDay).Must(day => day is null || day < DateOnly.MaxValue).WithMessage("Choose an earlier last day")
            .Must((form, day) => day is null || form.FirstDay is null || day >= form.FirstDay)
            .WithMessage("The last day must not be before the first one");
        RuleFor(form => form.FirstDay).Must(day => day is null || day <= clock.Today()).WithMessage("Choose a day that is not after today");
        RuleFor(form => form.FirstReading).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write one way to read the evidence").Brief("This reading", Briefing.MaxReading);
        RuleFor(form => form.SecondReading).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write another way to read the same evidence. A briefing has at least two")
            .Brief("This reading", Briefing.MaxReading)
            .Must((form, text) => !SayTheSame(text, form.FirstReading)).WithMessage("This is the first reading again. Write another one");
        RuleFor(form => form.ThirdReading).Cascade(CascadeMode.Stop).Brief("This reading", Briefing.MaxReading)
            .Must((form, text) => PlainText.Tidy(text).Length == 0 || !(SayTheSame(text, form.FirstReading) || SayTheSame(text, form.SecondReading)))
            .WithMessage("This reading stands above already. Write another one, or none");
        RuleFor(form => form.FirstQuote).Brief("This quote", BriefingQuote.MaxLength);
        RuleFor(form => form.SecondQuote).Brief("This quote", BriefingQuote.MaxLength);
        RuleFor(form => form.ThirdQuote).Brief("This quote", BriefingQuote.MaxLength);
        RuleFor(form => form.Contact).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write whom readers can ask").Brief("The contact", Briefing.MaxContact);
        RuleFor(form => form.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
    }

    /// <summary>Whether two texts are the same but for capitals, marks and blank space.</summary>
    private static bool SayTheSame(string? one, string? other) => Letters(one) is { Length: > 0 } text && text == Letters(other);

    private static string Letters(string? text) => string.Concat(PlainText.Tidy(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
