using FluentValidation;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Sharing;

/// <summary>
/// A story that a member of the team enters for somebody who told it by telephone, on paper or in person: the questions of the share journey, and
/// the two that only assisted entry has.
/// </summary>
public sealed record EnterStory
{
    /// <summary>The doors through which the team enters stories.</summary>
    public static readonly IReadOnlyList<Channel> Channels = [Stories.Channel.Telephone, Stories.Channel.Paper, Stories.Channel.InPerson];

    public Channel? Channel { get; init; }

    public TellStory Story { get; init; } = new();

    public ChooseKind Kind { get; init; } = new();

    public DescribeHandOffs HandOffs { get; init; } = new();

    public SayWhatWasMissing Missing { get; init; } = new();

    public SayWhoIsTelling Teller { get; init; } = new();

    public SayWhere Where { get; init; } = new();

    public SayWhen When { get; init; } = new();

    public SayWhoNeedsToHear Hears { get; init; } = new();

    public GivePermission Permission { get; init; } = new();

    /// <summary>The sentences of the permission were read to the teller, who agreed.</summary>
    public bool Agreed { get; init; }

    internal IEnumerable<IAnswer> Answers => [Story, Kind, HandOffs, Missing, Teller, Where, When, Hears, Permission];
}

/// <summary>The same rules as when the author answers, question by question, and the two that only assisted entry has.</summary>
public sealed class EnterStoryRules : AbstractValidator<EnterStory>
{
    public EnterStoryRules(InfoStoryContext db)
    {
        RuleFor(command => command.Channel).Must(channel => channel is { } known && EnterStory.Channels.Contains(known))
            .WithMessage("Choose how the story was told");
        RuleFor(command => command.Story).SetValidator(new TellStoryRules());
        RuleFor(command => command.Kind).SetValidator(new ChooseKindRules());
        RuleFor(command => command.HandOffs).SetValidator(new DescribeHandOffsRules(db));
        RuleFor(command => command.Missing).SetValidator(new SayWhatWasMissingRules(db));
        RuleFor(command => command.Teller).SetValidator(new SayWhoIsTellingRules());
        RuleFor(command => command.Where).SetValidator(new SayWhereRules(db));
        RuleFor(command => command.When).SetValidator(new SayWhenRules());
        RuleFor(command => command.Hears).SetValidator(new SayWhoNeedsToHearRules());
        RuleFor(command => command.Permission).SetValidator(new GivePermissionRules());
        RuleFor(command => command.Agreed).Equal(true).WithMessage("Read the sentences to the teller, and tick when they have agreed");
    }
}
