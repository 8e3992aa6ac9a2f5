using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Stories;

/// <summary>One answered question of the share journey.</summary>
public interface IAnswer
{
    void WriteTo(Draft draft);
}

/// <summary>What happened, in the author's words: 1 to 1,000 words.</summary>
public sealed record TellStory : IAnswer
{
    public string? Told { get; init; }

    public void WriteTo(Draft draft) => draft.Told = PlainText.Tidy(Told);
}

public sealed class TellStoryRules : AbstractValidator<TellStory>
{
    public TellStoryRules()
    {
        RuleFor(answer => answer.Told).Cascade(CascadeMode.Stop)
            .Must(told => PlainText.Words(told) > 0).WithMessage("Tell us what happened")
            .Must(told => PlainText.Words(told) <= Story.MaxWords)
            .WithMessage(answer => $"Your story must be {Story.MaxWords:N0} words or fewer. It has {PlainText.Words(answer.Told):N0} words now")
            .Must(told => PlainText.Tidy(told).Length <= Story.MaxLength)
            .WithMessage($"Your story must be {Story.MaxLength:N0} letters, spaces and signs or fewer")
            .Typed("Your story");
    }
}

/// <summary>A title for the story; may be left empty.</summary>
public sealed record GiveTitle : IAnswer
{
    public string? Title { get; init; }

    public void WriteTo(Draft draft) => draft.Title = PlainText.Tidy(Title) is { Length: > 0 } title ? title : null;
}

public sealed class GiveTitleRules : AbstractValidator<GiveTitle>
{
    public GiveTitleRules()
    {
        RuleFor(answer => answer.Title).Cascade(CascadeMode.Stop)
            .Must(title => PlainText.Tidy(title).Length <= Story.MaxTitle).WithMessage($"Your title must be {Story.MaxTitle} characters or fewer")
            .Must(title => !PlainText.Tidy(title).Contains('\n')).WithMessage("Your title must be one line")
            .Typed("Your title");
    }
}

/// <summary>Who is telling; may be skipped.</summary>
public sealed record SayWhoIsTelling : IAnswer
{
    public WhoIsTelling? WhoIsTelling { get; init; }

    public void WriteTo(Draft draft) => draft.WhoIsTelling = WhoIsTelling;
}

public sealed class SayWhoIsTellingRules : AbstractValidator<SayWhoIsTelling>
{
    public SayWhoIsTellingRules() => RuleFor(answer => answer.WhoIsTelling).IsInEnum().WithMessage("Choose one of the answers, or leave them all empty");
}

/// <summary>The service and the place the story is about; both may be skipped.</summary>
public sealed record SayWhere : IAnswer
{
    public Id<Tag>? Service { get; init; }

    public Id<Place>? Place { get; init; }

    public void WriteTo(Draft draft) => (draft.ServiceId, draft.PlaceId) = (Service, Place);
}

public sealed class SayWhereRules : AbstractValidator<SayWhere>
{
    public SayWhereRules(InfoStoryContext db)
    {
        RuleFor(answer => answer.Service).MustBeService(db);
        RuleFor(answer => answer.Place).MustBePlace(db);
    }
}

/// <summary>Who may see the story. The first two must be answered, each on its own (ICO guidance on consent).</summary>
public sealed record GivePermission : IAnswer
{
    public bool? Website { get; init; }

    public bool? PolicyMakers { get; init; }

    public bool SeeFirst { get; init; }

    public void WriteTo(Draft draft) => (draft.Website, draft.PolicyMakers, draft.SeeFirst) = (Website, PolicyMakers, SeeFirst);
}

public sealed class GivePermissionRules : AbstractValidator<GivePermission>
{
    public GivePermissionRules()
    {
        RuleFor(answer => answer.Website).NotNull().WithMessage("Choose yes or no: may we publish your story on this website?");
        RuleFor(answer => answer.PolicyMakers).NotNull().WithMessage("Choose yes or no: may we send your story to policy makers?");
    }
}
