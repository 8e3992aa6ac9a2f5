using FluentValidation;
using InfoStory.Data;
using InfoStory.Moderation.Replies;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Desk;

/// <summary>Everything a moderator can change on the screen of one story, saved together with whatever button was pressed.</summary>
public sealed record ReviewStory
{
    public const int MaxPublicText = 12_000;

    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    /// <summary>Names the page on which it is typed (<see cref="Window"/>), so that what is typed in two windows is kept apart.</summary>
    public string? Page { get; init; }

    public string? PublicTitle { get; init; }

    public string? PublicText { get; init; }

    public StoryKind? Kind { get; init; }

    public Id<Tag>? Service { get; init; }

    public Id<Place>? Place { get; init; }

    public List<Id<Tag>> Tags { get; init; } = [];

    /// <summary>How critical it is, scored on its most serious statement; null leaves the score as it is.</summary>
    public Criticality? Criticality { get; init; }

    /// <summary>The second person says that the public text does not tell the act as it was told; asked for a story scored 4.</summary>
    public bool NotAsTold { get; init; }

    /// <summary>Why the story is declined, in words for its author; kept only when declining.</summary>
    public string? Reason { get; init; }

    /// <summary>What the team asks the author; kept only when asking.</summary>
    public string? Question { get; init; }

    /// <summary>A private note; kept where it is not empty, whatever button was pressed.</summary>
    public string? Note { get; init; }

    /// <summary>Flags on the public words as they are typed, dismissed together with whatever button was pressed.</summary>
    public DismissFlags Dismiss { get; init; } = new();

    /// <summary>The name of the page; empty where it has none, or not one that we gave it.</summary>
    internal string Window => Page is { Length: <= EditDraft.MaxPage } page && page.All(char.IsAsciiLetterOrDigit) ? page : "";

    /// <summary>The public words with their fields.</summary>
    public IReadOnlyList<PublicWords> Texts() =>
    [
        new(nameof(PublicTitle), "The public title", FlagPlace.PublicTitle, PlainText.TidyOrNull(PublicTitle)),
        new(nameof(PublicText), "The public text", FlagPlace.PublicText, PlainText.TidyOrNull(PublicText)),
    ];

    /// <summary>The story as it is saved; the public text begins as a copy of the words as told.</summary>
    public static ReviewStory Of(StoryOnDesk story) => new()
    {
        Revision = story.Revision,
        PublicTitle = story.PublicTitle,
        PublicText = story.PublicText ?? story.Told,
        Kind = story.Kind,
        Criticality = story.Criticality,
        Service = story.Service,
        Place = story.Place,
        Tags = [.. story.Tags],
    };
}

public sealed class ReviewStoryRules : AbstractValidator<ReviewStory>
{
    public const string Approving = "approving", Declining = "declining", Holding = "holding", Asking = "asking";

    public ReviewStoryRules(InfoStoryContext db)
    {
        RuleFor(story => story.PublicTitle).Cascade(CascadeMode.Stop)
            .Must(title => PlainText.Fits(title, Story.MaxTitle)).WithMessage($"The public title must be {Story.MaxTitle} characters or fewer")
            .Typed("The public title");
        RuleFor(story => story.PublicText).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Fits(text, ReviewStory.MaxPublicText))
            .WithMessage($"The public text must be {ReviewStory.MaxPublicText:N0} characters or fewer")
            .Typed("The public text");
        RuleFor(story => story.Kind).IsInEnum().WithMessage("Choose a kind from the list");
        RuleFor(story => story.Criticality).IsInEnum().WithMessage("Choose a score from the list");
        RuleFor(story => story.Service).MustBeService(db);
        RuleFor(story => story.Place).MustBePlace(db);
        RuleFor(story => story.Tags)
            .MustAsync(async (tags, cancellation) => tags.Count == 0
                || await db.Tags.CountAsync(tag => tags.Contains(tag.Id) && tag.Facet != Facet.Service, cancellation) == tags.Distinct().Count())
            .WithMessage("Choose tags from the list");
        RuleFor(story => story.Note).Cascade(CascadeMode.Stop)
            .Must(note => PlainText.Fits(note, Note.MaxLength)).WithMessage($"A note must be {Note.MaxLength:N0} characters or fewer")
            .Typed("The note");
        RuleFor(story => story.Reason).Cascade(CascadeMode.Stop)
            .Must(reason => PlainText.Fits(reason, Story.MaxReason)).WithMessage($"The reason must be {Story.MaxReason:N0} characters or fewer")
            .Typed("The reason");
        RuleFor(story => story.Question).Brief("The question", Message.MaxLength);
        RuleFor(story => story.Dismiss).SetValidator(new DismissFlagsRules()).When(story => story.Dismiss.IsBegun);

        RuleSet(Approving, () =>
        {
            RuleFor(story => story.PublicTitle).Must(title => PlainText.Tidy(title).Length > 0).WithMessage("Write a public title before you approve");
            RuleFor(story => story.PublicText).Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write the public text before you approve");
            RuleFor(story => story.Kind).NotNull().WithMessage("Choose the kind of story before you approve");
        });

        RuleSet(Declining, () => RuleFor(story => story.Reason).Must(reason => PlainText.Tidy(reason).Length > 0)
            .WithMessage("Tell the author why you decline the story").MustHaveNoGap(db));

        RuleSet(Asking, () => RuleFor(story => story.Question).Must(question => PlainText.Tidy(question).Length > 0)
            .WithMessage("Write your question to the author").MustHaveNoGap(db));

        RuleSet(Holding, () => RuleFor(story => story.Note).Must(note => PlainText.Tidy(note).Length > 0)
            .WithMessage("Write a private note that says why the story is on hold"));
    }
}
