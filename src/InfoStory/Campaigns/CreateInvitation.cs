using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>A new invitation: what the team calls it, what it fills in, and the last day on which it can be used.</summary>
public sealed record CreateInvitation
{
    /// <summary>The longest time, in days, for which one stands.</summary>
    public const int MostDays = 365;

    public string? Name { get; init; }

    public Id<Campaign>? Campaign { get; init; }

    public Id<Place>? Place { get; init; }

    public Id<Tag>? Service { get; init; }

    /// <summary>From tomorrow to <see cref="MostDays"/> days from today, in London.</summary>
    public DateOnly? LastDay { get; init; }
}

public sealed class CreateInvitationRules : AbstractValidator<CreateInvitation>
{
    public CreateInvitationRules(InfoStoryContext db, TimeProvider clock)
    {
        RuleFor(command => command.Name).Cascade(CascadeMode.Stop)
            .Must(name => PlainText.Tidy(name).Length > 0).WithMessage("Say what the invitation is for").Brief("The name", Invitation.MaxName);
        RuleFor(command => command.Campaign)
            .MustAsync(async (id, cancellation) => id is null || await db.Campaigns.AnyAsync(campaign => campaign.Id == id, cancellation))
            .WithMessage("Choose a campaign from the list");
        RuleFor(command => command.Place)
            .MustAsync(async (id, cancellation) => id is null || await db.Places.AnyAsync(place => place.Id == id, cancellation))
            .WithMessage("Choose a place from the list");
        RuleFor(command => command.Service)
            .MustAsync(async (id, cancellation) => id is null || await db.Tags.AnyAsync(tag => tag.Id == id && tag.Facet == Facet.Service, cancellation))
            .WithMessage("Choose a service from the list");
        RuleFor(command => command.LastDay)
            .Must(day => day is { } last && last.DayNumber - clock.Today().DayNumber is >= 1 and <= CreateInvitation.MostDays)
            .WithMessage("Choose a last day from tomorrow to one year from now");
    }
}
