using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>All that a publisher says of an organisation.</summary>
public sealed record EditOrganisation
{
    /// <summary>What it was when the form was opened, as a hash; empty for a new one.</summary>
    public string? Seen { get; init; }

    public string? Name { get; init; }

    public Id<Tag>? Service { get; init; }

    public List<Id<Place>> Places { get; init; } = [];

    /// <summary>What else it is called, one name a line.</summary>
    public string? OtherNames { get; init; }

    /// <summary>Where notices go; never public.</summary>
    public string? Mailbox { get; init; }

    /// <summary>What it is a part of, by its name; empty where it is part of none.</summary>
    public string? Parent { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    /// <summary>The other names, each once and without its own.</summary>
    internal List<string> OtherNameList => ListOf(OtherNames?.Split('\n') ?? [], PlainText.Tidy(Name));

    /// <summary>The names that can be read, each once and without the own name.</summary>
    internal static List<string> ListOf(IEnumerable<string> typed, string own) =>
        [.. typed.Select(PlainText.TidyOrNull).OfType<string>().Where(name => OrganisationNames.Of(name) is { Length: > 0 } folded
            && folded != OrganisationNames.Of(own)).DistinctBy(OrganisationNames.Of)];

    /// <summary>What the public would read that it does not read today.</summary>
    internal List<WordsOfTeam> NewWords(Organisation? known) =>
    [
        .. ((WordsOfTeam[])
        [
            new(nameof(Name), "The name", PlainText.Tidy(Name)),
            .. OtherNameList.Select(name => new WordsOfTeam(nameof(OtherNames), "The other names", name)),
        ]).Where(words => known is null || (words.Text != known.Name && !known.OtherNames.Contains(words.Text!))),
    ];
}

public sealed class EditOrganisationRules : AbstractValidator<EditOrganisation>
{
    public EditOrganisationRules(InfoStoryContext db)
    {
        RuleFor(command => command.Name).Cascade(CascadeMode.Stop).Brief("The name", Organisation.MaxName)
            .Must(name => OrganisationNames.Of(PlainText.Tidy(name)).Length > 0).WithMessage("Write what the organisation is called");
        RuleFor(command => command.OtherNames).Cascade(CascadeMode.Stop).Typed("The other names")
            .Must((command, _) => command.OtherNameList.Count <= Organisation.MostOtherNames)
            .WithMessage($"Write {Organisation.MostOtherNames} other names or fewer")
            .Must((command, _) => command.OtherNameList.TrueForAll(name => PlainText.Fits(name, Organisation.MaxName)))
            .WithMessage($"Each of the other names must be {Organisation.MaxName} characters or fewer");
        RuleFor(command => command.Mailbox).Must(mailbox => EmailAddress.Tidy(mailbox) is not { } address || EmailAddress.IsValid(address))
            .WithMessage(EmailAddress.Wrong);
        RuleFor(command => command.Parent).Brief("The name", Organisation.MaxName);
        RuleFor(command => command.Service)
            .MustAsync(async (service, cancellation) => service is null
                || await db.Tags.AnyAsync(tag => tag.Id == service && tag.Facet == Facet.Service, cancellation))
            .WithMessage("Choose a service from the list");
        RuleFor(command => command.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
        RuleFor(command => command.Places).Cascade(CascadeMode.Stop)
            .Must(places => places.Distinct().Count() <= Organisation.MostPlaces)
            .WithMessage($"Choose {Organisation.MostPlaces} places or fewer. For a whole country or region choose that")
            .MustAsync(async (places, cancellation) => places.Count == 0
                || await db.Places.CountAsync(place => places.Contains(place.Id), cancellation) == places.Distinct().Count())
            .WithMessage("Choose places from the list");
    }
}
