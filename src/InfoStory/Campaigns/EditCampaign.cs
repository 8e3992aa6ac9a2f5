using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>All that an administrator says of a campaign. Its days are counted in London, the last one included.</summary>
public sealed record EditCampaign
{
    /// <summary>What the campaign was when the form was opened, as a hash; empty for a new one.</summary>
    public string? Seen { get; init; }

    public string? Name { get; init; }

    public string? Hashtag { get; init; }

    public string? Summary { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    public string? FirstPrompt { get; init; }

    public string? SecondPrompt { get; init; }

    public string? ThirdPrompt { get; init; }

    public List<Id<Place>> Places { get; init; } = [];

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    /// <summary>Every text that the public would read. Words that run together in a hashtag are read one by one.</summary>
    internal IReadOnlyList<WordsOfTeam> Words() =>
    [
        new(nameof(Name), "The name", Name), new(nameof(Hashtag), "The hashtag", Parted(PlainText.Tidy(Hashtag))),
        new(nameof(Summary), "The summary", Summary), new(nameof(FirstPrompt), "The first question", FirstPrompt),
        new(nameof(SecondPrompt), "The second question", SecondPrompt), new(nameof(ThirdPrompt), "The third question", ThirdPrompt),
    ];

    private static string Parted(string hashtag) =>
        string.Concat(hashtag.TrimStart('#').Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {letter}" : $"{letter}"));

    /// <summary>The questions that are not left empty, in their order.</summary>
    internal List<string> Prompts => [.. new[] { FirstPrompt, SecondPrompt, ThirdPrompt }.Select(PlainText.TidyOrNull).OfType<string>()];
}

public sealed class EditCampaignRules : AbstractValidator<EditCampaign>
{
    private const int MostPlaces = 300;

    public EditCampaignRules(InfoStoryContext db)
    {
        RuleFor(command => command.Name).Cascade(CascadeMode.Stop)
            .Must(name => PlainText.Tidy(name).Length > 0).WithMessage("Give the campaign a name").Brief("The name", Campaign.MaxName);
        RuleFor(command => command.Hashtag).Cascade(CascadeMode.Stop)
            .Must(hashtag => PlainText.Tidy(hashtag) is ['#', _, ..] tidy && tidy.Skip(1).All(char.IsLetterOrDigit))
            .WithMessage("Write the hashtag as # and then letters and digits, such as #InfoStory").Brief("The hashtag", Campaign.MaxHashtag);
        RuleFor(command => command.Summary).Cascade(CascadeMode.Stop)
            .Must(summary => PlainText.Tidy(summary).Length > 0).WithMessage("Write what the campaign asks for").Brief("The summary", Campaign.MaxSummary);
        RuleFor(command => command.FirstDay).NotNull().WithMessage("Choose the first day");
        RuleFor(command => command.LastDay).Cascade(CascadeMode.Stop).NotNull().WithMessage("Choose the last day")
            .Must(day => day < DateOnly.MaxValue).WithMessage("Choose an earlier last day")
            .Must((command, day) => command.FirstDay is null || day >= command.FirstDay).WithMessage("The last day must not be before the first day");
        RuleFor(command => command.FirstPrompt).Brief("The first question", Campaign.MaxPrompt);
        RuleFor(command => command.SecondPrompt).Brief("The second question", Campaign.MaxPrompt);
        RuleFor(command => command.ThirdPrompt).Brief("The third question", Campaign.MaxPrompt);
        RuleFor(command => command.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
        RuleFor(command => command.Places).Cascade(CascadeMode.Stop)
            .Must(places => places.Count <= MostPlaces).WithMessage("Choose fewer places")
            .MustAsync(async (places, cancellation) => places.Count == 0
                || await db.Places.CountAsync(place => places.Contains(place.Id), cancellation) == places.Distinct().Count())
            .WithMessage("Choose places from the list");
    }
}
