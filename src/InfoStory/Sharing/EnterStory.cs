using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Sharing;

/// <summary>A story that a member of the team enters for somebody who told it by telephone, on paper or in person.</summary>
public sealed record EnterStory
{
    /// <summary>The doors through which the team enters stories.</summary>
    public static readonly IReadOnlyList<Channel> Channels = [Stories.Channel.Telephone, Stories.Channel.Paper, Stories.Channel.InPerson];

    public Channel? Channel { get; init; }

    public string? Told { get; init; }

    public StoryKind? Kind { get; init; }

    public WhoIsTelling? WhoIsTelling { get; init; }

    public Id<Tag>? Service { get; init; }

    public Id<Place>? Place { get; init; }

    public WhenItHappened? When { get; init; }

    public List<Audience> Audiences { get; init; } = [];

    public bool Nobody { get; init; }

    /// <summary>How long the permission lasts, one of <see cref="Consent.Lengths"/>.</summary>
    public int Months { get; init; } = Consent.Longest;

    public bool SeeFirst { get; init; }

    /// <summary>The sentences of the permission were read to the teller, who agreed.</summary>
    public bool Agreed { get; init; }

    internal TellStory Story => new() { Told = Told };

    internal GivePermission Permission => new() { Audiences = Audiences, Nobody = Nobody, Months = Months, SeeFirst = SeeFirst };
}

/// <summary>The same rules as when the author answers, question by question, and the two that only assisted entry has.</summary>
public sealed class EnterStoryRules : AbstractValidator<EnterStory>
{
    public EnterStoryRules(InfoStoryContext db)
    {
        RuleFor(command => command.Channel).Must(channel => channel is { } known && EnterStory.Channels.Contains(known))
            .WithMessage("Choose how the story was told");
        RuleFor(command => command.Story).SetValidator(new TellStoryRules()).OverridePropertyName("");
        RuleFor(command => command.Kind).IsInEnum().WithMessage(Choices.OneOrNone);
        RuleFor(command => command.WhoIsTelling).IsInEnum().WithMessage(Choices.OneOrNone);
        RuleFor(command => command.Service).MustBeService(db);
        RuleFor(command => command.Place).MustBePlace(db);
        RuleFor(command => command.When).IsInEnum().WithMessage(Choices.OneOrNone);
        RuleFor(command => command.Permission).SetValidator(new GivePermissionRules()).OverridePropertyName("");
        RuleFor(command => command.Agreed).Equal(true).WithMessage("Read the sentences to the teller, and tick when they have agreed");
    }
}
