using FluentValidation;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Markdown;
using InfoStory.Protection.Flags;

namespace InfoStory.CaseStudies;

/// <summary>The words of a case study as they stand on the screen.</summary>
public sealed record EditCaseStudy : ISections
{
    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? TheStory { get; init; }

    public string? PlaceAndNeed { get; init; }

    public string? Partners { get; init; }

    public string? WhatWasNotShared { get; init; }

    public string? Barrier { get; init; }

    public string? WhatTheyDid { get; init; }

    public string? WhatChanged { get; init; }

    public string? NotYetFixed { get; init; }

    public string? Learning { get; init; }

    /// <summary>What changed, in numbers; rows of which nothing is typed count for nothing.</summary>
    public List<EditFigure> Figures { get; init; } = [];

    /// <summary>Words of the story that stand out on the page, without marks around them.</summary>
    public List<string?> Quotes { get; init; } = [];

    /// <summary>The pictures that there are, with which of them everyone sees.</summary>
    public List<EditPicture> Pictures { get; init; } = [];

    /// <summary>The references of the stories of which everyone may see how often they were told; null leaves that as it is.</summary>
    public List<string>? HandOffsOf { get; init; }

    /// <summary>No name had to be changed, and the page does not say that names were.</summary>
    public bool NamesAreReal { get; init; }

    /// <summary>What follows /case-studies/ in the address of the page; where it is empty, the address stays.</summary>
    public string? Address { get; init; }

    /// <summary>The address that the title gives is taken, whatever <see cref="Address"/> says.</summary>
    public bool AddressOfTitle { get; init; }

    /// <summary>Where the address of a page changes that was public, the old one leads on to the new one. Else it answers that the page is gone.</summary>
    public bool LeadOn { get; init; }

    /// <summary>Flags on these words, dismissed together with whatever button was pressed.</summary>
    public DismissFlags Dismiss { get; init; } = new();

    /// <summary>Whether somebody could find out who it is about, answered of these words.</summary>
    public AnswerIntruder Intruder { get; init; } = new();

    /// <summary>Why it is taken down, which everyone reads at its address; null where nobody chose.</summary>
    public WhyTakenDown? TakenDownWhy { get; init; }

    /// <summary>What else everyone reads there; may be empty.</summary>
    public string? TakenDownWords { get; init; }

    /// <summary>The number of the revision whose words these are; null where somebody typed them.</summary>
    public int? Restores { get; init; }

    /// <summary>The moment that stood on the button that schedules it (<see cref="CaseStudySchedule.KeyOf"/>).</summary>
    public string? Moment { get; init; }

    /// <summary>Every text that the public would read, with its field. Words to quote stand in the story.</summary>
    public IReadOnlyList<PublicWords> Texts() =>
    [
        Public(nameof(Title), "The title", Title), Public(nameof(Address), "The address", Address?.Replace('-', ' ')),
        Public(nameof(Summary), "The summary", Summary), Marked(nameof(TheStory), "The story", TheStory),
        Marked(nameof(PlaceAndNeed), "Place and need", PlaceAndNeed), Marked(nameof(Partners), "Partners", Partners),
        Marked(nameof(WhatWasNotShared), "What was not shared", WhatWasNotShared), Marked(nameof(Barrier), "Barrier", Barrier),
        Marked(nameof(WhatTheyDid), "What they did", WhatTheyDid), Marked(nameof(WhatChanged), "What changed", WhatChanged),
        Marked(nameof(NotYetFixed), "What still is not fixed", NotYetFixed), Marked(nameof(Learning), "What others can learn", Learning),
        .. Figures.Select((figure, row) => Public($"{nameof(Figures)}[{row}].{nameof(EditFigure.What)}", $"Figure {row + 1}", figure.InWords()))
            .Where(figure => figure.Text is not null),
        .. Pictures.Index().Where(one => one.Item.Show)
            .Select(one => Public($"{nameof(Pictures)}[{one.Index}].{nameof(EditPicture.Alt)}", $"Picture {one.Index + 1}", one.Item.InWords())),
        .. Chains.Select(chain => Public(nameof(HandOffsOf), "The hand-offs", chain.Words())),
    ];

    /// <summary>The hand-offs that everyone sees as it is saved.</summary>
    internal IReadOnlyList<ShownChain> Chains { get; init; } = [];

    /// <summary>Whether both hold the same words for the public.</summary>
    public bool HoldsSame(EditCaseStudy other) =>
        Held().SequenceEqual(other.Held()) && NamesAreReal == other.NamesAreReal
        && (HandOffsOf is null || other.HandOffsOf is null || HandOffsOf.Where(one => !string.IsNullOrEmpty(one)).Order(StringComparer.Ordinal)
            .SequenceEqual(other.HandOffsOf.Order(StringComparer.Ordinal)));

    /// <summary>The case study as it is saved.</summary>
    public static EditCaseStudy Of(CaseStudy study) => new()
    {
        Revision = study.Revision,
        Title = study.Title,
        Address = study.Slug,
        Summary = study.Summary,
        TheStory = study.TheStory,
        WhatWasNotShared = study.WhatWasNotShared,
        WhatTheyDid = study.WhatTheyDid,
        WhatChanged = study.WhatChanged,
        NotYetFixed = study.NotYetFixed,
        Learning = study.Learning,
        PlaceAndNeed = study.PlaceAndNeed,
        Partners = study.Partners,
        Barrier = study.Barrier,
        Figures = study.Figures.ConvertAll(EditFigure.Of),
        Quotes = [.. study.Quotes],
        Pictures = study.Pictures.ConvertAll(EditPicture.Of),
        NamesAreReal = !study.NamesChanged,
        Chains = study.Chains,
    };

    /// <summary>The words to quote that are typed, without marks and blank space.</summary>
    internal List<string> QuotesTyped() => [.. Quotes.Select(QuotedWords.Tidy).Where(quote => quote.Length > 0)];

    internal List<CaseStudyFigure> FiguresTyped() => [.. Figures.Where(figure => !figure.IsBlank).Select(figure => figure.ToFigure())];

    private IEnumerable<string?> Held() =>
        new[]
        {
            Title, Address, Summary, TheStory, PlaceAndNeed, Partners, WhatWasNotShared, Barrier, WhatTheyDid, WhatChanged, NotYetFixed, Learning,
        }.Select(PlainText.TidyOrNull).Concat(Figures.Where(figure => !figure.IsBlank).SelectMany(figure => new[] { $"{figure.For}", figure.InWords() }))
            .Concat(QuotesTyped()).Concat(Pictures.Where(picture => picture.Show).SelectMany(picture => new[] { picture.Key, picture.Alt, picture.Caption }));

    /// <summary>What the public would read of a text with marks: the words without them, and where its links lead.</summary>
    private static PublicWords Marked(string field, string what, string? text) =>
        Public(field, what, text is null ? null : MarkdownText.Of(PlainText.Tidy(text), addresses: true));

    private static PublicWords Public(string field, string what, string? text) => new(field, what, FlagPlace.CaseStudy, PlainText.TidyOrNull(text));
}

public sealed class EditCaseStudyRules : AbstractValidator<EditCaseStudy>
{
    internal const string NoReason = "Choose what everyone reads at its address";

    internal const string NotInStory = "Choose words that stand in “The story” exactly so";

    /// <summary>More rows than any page offers.</summary>
    private const int MostRows = 50;

    public EditCaseStudyRules()
    {
        RuleFor(study => study.Title).Cascade(CascadeMode.Stop)
            .Must(title => PlainText.Tidy(title).Length > 0).WithMessage("Give the case study a title")
            .Must(title => PlainText.Fits(title, CaseStudy.MaxTitle)).WithMessage($"The title must be {CaseStudy.MaxTitle} characters or fewer")
            .Typed("The title");
        RuleFor(study => study.Summary).Cascade(CascadeMode.Stop)
            .Must(summary => PlainText.Fits(summary, CaseStudy.MaxSummary))
            .WithMessage($"The summary must be {CaseStudy.MaxSummary} characters or fewer")
            .Typed("The summary");
        RuleFor(study => study.Address).Cascade(CascadeMode.Stop)
            .Typed("The address")
            .Must(address => PlainText.Tidy(address).Length == 0 || Slug.Of(address!) is not null)
            .WithMessage("The address needs letters or numbers from the English alphabet, such as three-calls");
        RuleFor(study => study.TakenDownWhy).IsInEnum().WithMessage(NoReason);
        RuleFor(study => study.TakenDownWords).Brief("What everyone reads", TakenDown.MaxWords);
        RuleFor(study => study.Dismiss).SetValidator(new DismissFlagsRules()).When(study => study.Dismiss.IsBegun);
        RuleFor(study => study.Intruder).SetValidator(new AnswerIntruderRules()).When(study => study.Intruder.IsBegun);
        RuleFor(study => study.Intruder.Months).Must(months => AnswerIntruder.Lengths.Contains(months)).WithMessage("Choose when to ask again");
        Text(study => study.TheStory, "The story");
        Text(study => study.PlaceAndNeed, "Place and need");
        Text(study => study.Partners, "Partners");
        Text(study => study.WhatWasNotShared, "What was not shared");
        Text(study => study.Barrier, "Barrier");
        Text(study => study.WhatTheyDid, "What they did");
        Text(study => study.WhatChanged, "What changed");
        Text(study => study.NotYetFixed, "What still is not fixed");
        Text(study => study.Learning, "What others can learn");
        RuleFor(study => study.Figures).Must(figures => figures.Count(figure => !figure.IsBlank) <= CaseStudyFigure.Most)
            .WithMessage($"Give {CaseStudyFigure.Most} figures at most");
        RuleForEach(study => study.Figures).Where(figure => !figure.IsBlank).SetValidator(new EditFigureRules())
            .When(study => study.Figures.Count <= MostRows);
        RuleFor(study => study.Pictures).Must(pictures => pictures.Count <= CaseStudyPicture.Most)
            .WithMessage($"A case study has {CaseStudyPicture.Most} pictures at most");
        RuleForEach(study => study.Pictures).Where(picture => picture.Show).SetValidator(new EditPictureRules());
        RuleFor(study => study.Intruder.Pictures).Equal(true)
            .When(study => study.Intruder.IsBegun && study.Pictures.Exists(picture => picture.Show))
            .WithMessage("Look at each picture again, and tick the box");
        RuleFor(study => study.Quotes).Must(quotes => quotes.Count(quote => QuotedWords.Tidy(quote).Length > 0) <= CaseStudy.MaxQuotes)
            .WithMessage($"Choose {CaseStudy.MaxQuotes} quotes at most");
        RuleForEach(study => study.Quotes).Cascade(CascadeMode.Stop).Brief("The quote", CaseStudy.MaxQuote)
            .Must((study, quote) => IsQuoteOf(QuotedWords.Tidy(quote), study.TheStory))
            .WithMessage(NotInStory);
    }

    internal static bool IsQuoteOf(string words, string? story) => words.Length == 0 || QuotedWords.StandIn(words, MarkdownText.Of(PlainText.Tidy(story)));

    private void Text(System.Linq.Expressions.Expression<Func<EditCaseStudy, string?>> field, string what) =>
        RuleFor(field).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Fits(text, CaseStudy.MaxText)).WithMessage($"{what} must be {CaseStudy.MaxText:N0} characters or fewer")
            .Typed(what);
}
