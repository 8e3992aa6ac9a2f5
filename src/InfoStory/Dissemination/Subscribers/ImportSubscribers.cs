using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Addresses that somebody brings, with what allows us to write to them.</summary>
public sealed record ImportSubscribers
{
    /// <summary>As a spreadsheet saves or copies them: email and audience, and, where they are there, rhythm and interests.</summary>
    public string? Rows { get; init; }

    public LawfulBasis? Basis { get; init; }

    public string? Source { get; init; }

    /// <summary>The day on which they agreed, or the list was made.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whoever imports has made sure of it.</summary>
    public bool Agreed { get; init; }
}

/// <summary>What an import does, or would do.</summary>
/// <param name="New">Subscribers that are added.</param>
/// <param name="Known">Rows whose address is on the list already.</param>
/// <param name="Suppressed">Rows whose address is not written to.</param>
/// <param name="Repeated">Rows whose address stands above in the same file.</param>
/// <param name="Problems">Rows that are not taken, and why.</param>
public sealed record ImportReport(int New, int Known, int Suppressed, int Repeated, IReadOnlyList<Data.Csv.CsvProblem> Problems);

public sealed class ImportSubscribersRules : AbstractValidator<ImportSubscribers>
{
    public ImportSubscribersRules(TimeProvider clock)
    {
        RuleFor(command => command.Rows).Must(rows => !string.IsNullOrWhiteSpace(rows)).WithMessage("Choose a file, or paste its rows");
        RuleFor(command => command.Basis).NotNull().WithMessage("Choose what allows us to write to them").IsInEnum().WithMessage("Choose from the list");
        RuleFor(command => command.Source).Cascade(CascadeMode.Stop)
            .Must(source => PlainText.TidyOrNull(source) is not null).WithMessage("Say where the addresses come from. They read it in our first letter")
            .Brief("Where they come from", SubscriberImport.MaxSource)
            .Must(source => !PlainText.Tidy(source).Contains('\n', StringComparison.Ordinal)).WithMessage("Say it in one line");
        RuleFor(command => command.Since).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Type the day on which they agreed, or the list was made")
            .Must(day => day <= clock.Today()).WithMessage("Type a day that is over");
        RuleFor(command => command.Agreed).Equal(true).WithMessage("Tick the box once you have made sure of it");
    }
}
