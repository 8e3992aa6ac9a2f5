using FluentValidation;
using InfoStory.Data;

namespace InfoStory.Organisations;

/// <summary>How an organisation ends.</summary>
public enum OrganisationEnd
{
    /// <summary>It closed. Its page stays and says who does its work, if anybody does.</summary>
    Closed,

    /// <summary>It is another one now, or always was: all that it had is the other's, and its address leads there.</summary>
    Merged,
}

/// <summary>That an organisation is no more.</summary>
public sealed record EndOrganisation
{
    /// <summary>What it was when the form was opened.</summary>
    public string? Seen { get; init; }

    public OrganisationEnd? How { get; init; }

    /// <summary>The name of the organisation that does its work, or into which it is merged.</summary>
    public string? Successor { get; init; }
}

public sealed class EndOrganisationRules : AbstractValidator<EndOrganisation>
{
    public EndOrganisationRules()
    {
        RuleFor(command => command.How).Must(how => how is { } end && Enum.IsDefined(end)).WithMessage("Choose what happened to it");
        RuleFor(command => command.Successor).Cascade(CascadeMode.Stop)
            .Must((command, name) => command.How != OrganisationEnd.Merged || PlainText.TidyOrNull(name) is not null)
            .WithMessage("Write the name of the organisation that it is merged into").Brief("The name", Organisation.MaxName);
    }
}
