using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Sharing;

/// <summary>One answered question of the share journey.</summary>
public interface IAnswer
{
    void WriteTo(Draft draft);
}

/// <summary>
/// What happened, in the author's words: 1 to 1,000 words; how many times it was told and to how many services, which may be skipped; and whether
/// somebody in it may be at risk.
/// </summary>
public sealed record TellStory : IAnswer
{
    public string? Told { get; init; }

    /// <summary>From 1 to <see cref="HandOffs.MostQuick"/>, which means so many or more.</summary>
    public int? TimesTold { get; init; }

    /// <inheritdoc cref="TimesTold"/>
    public int? ServicesTold { get; init; }

    public bool SomeoneAtRisk { get; init; }

    internal bool IsTold => PlainText.Words(Told) > 0;

    /// <summary>Words that are left out stay what they were.</summary>
    public void WriteTo(Draft draft)
    {
        if (IsTold) draft.Answers.Told = PlainText.Tidy(Told);
        draft.SomeoneAtRisk = SomeoneAtRisk;
        (draft.Answers.TimesTold, draft.Answers.ServicesTold) = (TimesTold, ServicesTold);
    }
}

public sealed class TellStoryRules : AbstractValidator<TellStory>
{
    /// <param name="mayBeLeft">It may be left without words yet.</param>
    public TellStoryRules(bool mayBeLeft = false)
    {
        RuleFor(answer => answer.Told).Cascade(CascadeMode.Stop)
            .Must((answer, told) => mayBeLeft || answer.IsTold).WithMessage("Tell us what happened")
            .Must(told => PlainText.Words(told) <= Story.MaxWords)
            .WithMessage(answer => $"Your story must be {Story.MaxWords:N0} words or fewer. It has {PlainText.Words(answer.Told):N0} words now")
            .Must(told => PlainText.Fits(told, Story.MaxLength))
            .WithMessage($"Your story must be {Story.MaxLength:N0} letters, spaces and signs or fewer")
            .Typed("Your story");
        RuleFor(answer => answer.TimesTold).InclusiveBetween(1, HandOffs.MostQuick).WithMessage(Choices.OneOrNone);
        RuleFor(answer => answer.ServicesTold).InclusiveBetween(1, HandOffs.MostQuick).WithMessage(Choices.OneOrNone);
    }
}

/// <summary>Who is telling; may be skipped.</summary>
public sealed record SayWhoIsTelling : IAnswer
{
    public WhoIsTelling? WhoIsTelling { get; init; }

    public void WriteTo(Draft draft) => draft.Answers.WhoIsTelling = WhoIsTelling;

    public static SayWhoIsTelling Of(StoryAnswers answers) => new() { WhoIsTelling = answers.WhoIsTelling };
}

public sealed class SayWhoIsTellingRules : AbstractValidator<SayWhoIsTelling>
{
    public SayWhoIsTellingRules() => RuleFor(answer => answer.WhoIsTelling).IsInEnum().WithMessage(Choices.OneOrNone);
}

/// <summary>
/// The service and the place the story is about; both may be skipped. Where the chain of hand-offs names the service, it is not asked again.
/// </summary>
public sealed record SayWhere : IAnswer
{
    public Id<Tag>? Service { get; init; }

    public Id<Place>? Place { get; init; }

    public void WriteTo(Draft draft) => (draft.Answers.ServiceId, draft.Answers.PlaceId) = (Service ?? draft.Answers.ServiceOfChain, Place);

    public static SayWhere Of(StoryAnswers answers) =>
        new() { Service = answers.IsServiceOfChain ? null : answers.ServiceId, Place = answers.PlaceId };
}

public sealed class SayWhereRules : AbstractValidator<SayWhere>
{
    public SayWhereRules(InfoStoryContext db)
    {
        RuleFor(answer => answer.Service).MustBeService(db);
        RuleFor(answer => answer.Place).MustBePlace(db);
    }
}

/// <summary>What kind of story it is; may be skipped.</summary>
public sealed record ChooseKind : IAnswer
{
    public StoryKind? Kind { get; init; }

    public void WriteTo(Draft draft) => draft.Answers.Kind = Kind;

    public static ChooseKind Of(StoryAnswers answers) => new() { Kind = answers.Kind };
}

public sealed class ChooseKindRules : AbstractValidator<ChooseKind>
{
    public ChooseKindRules() => RuleFor(answer => answer.Kind).IsInEnum().WithMessage(Choices.OneOrNone);
}

/// <summary>When it happened; may be skipped.</summary>
public sealed record SayWhen : IAnswer
{
    public WhenItHappened? When { get; init; }

    public void WriteTo(Draft draft) => draft.Answers.When = When;

    public static SayWhen Of(StoryAnswers answers) => new() { When = answers.When };
}

public sealed class SayWhenRules : AbstractValidator<SayWhen>
{
    public SayWhenRules() => RuleFor(answer => answer.When).IsInEnum().WithMessage(Choices.OneOrNone);
}

/// <summary>Who most needs to hear the story; may be skipped.</summary>
public sealed record SayWhoNeedsToHear : IAnswer
{
    public WhoNeedsToHear? WhoNeedsToHear { get; init; }

    public void WriteTo(Draft draft) => draft.Answers.WhoNeedsToHear = WhoNeedsToHear;

    public static SayWhoNeedsToHear Of(StoryAnswers answers) => new() { WhoNeedsToHear = answers.WhoNeedsToHear };
}

public sealed class SayWhoNeedsToHearRules : AbstractValidator<SayWhoNeedsToHear>
{
    public SayWhoNeedsToHearRules() => RuleFor(answer => answer.WhoNeedsToHear).IsInEnum().WithMessage(Choices.OneOrNone);
}
