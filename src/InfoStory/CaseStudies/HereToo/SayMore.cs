using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;

namespace InfoStory.CaseStudies.HereToo;

/// <summary>Where it happens too, and in which role whoever said so is in it; both may be left empty.</summary>
public sealed record SayMore
{
    public Id<Place>? Place { get; init; }

    public WhoIsTelling? WhoIsTelling { get; init; }
}

public sealed class SayMoreRules : AbstractValidator<SayMore>
{
    public SayMoreRules(InfoStoryContext db)
    {
        RuleFor(more => more.Place).MustBePlace(db);
        RuleFor(more => more.WhoIsTelling).IsInEnum().WithMessage(Choices.OneOrNone);
    }
}
