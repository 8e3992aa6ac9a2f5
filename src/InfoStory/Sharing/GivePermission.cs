using FluentValidation;
using InfoStory.Stories;

namespace InfoStory.Sharing;

/// <summary>
/// Who may hear the story, and for how long. Nothing is ticked beforehand, and each audience is ticked on its own
/// (ICO guidance on consent: separate, specific, opt in).
/// </summary>
public sealed record GivePermission : IAnswer
{
    public List<Audience> Audiences { get; init; } = [];

    /// <summary>Only the team may read it.</summary>
    public bool Nobody { get; init; }

    /// <summary>How long the permission lasts, one of <see cref="Consent.Lengths"/>.</summary>
    public int Months { get; init; } = Consent.Longest;

    public bool SeeFirst { get; init; }

    public void WriteTo(Draft draft)
    {
        (draft.Audiences, draft.Months, draft.SeeFirst) = ([.. Audiences.Distinct().Order()], Months, SeeFirst);
        draft.Wording = ConsentWording.Current;
    }
}

public sealed class GivePermissionRules : AbstractValidator<GivePermission>
{
    public GivePermissionRules()
    {
        RuleForEach(answer => answer.Audiences).IsInEnum().WithMessage("Choose one of the answers on the page");
        RuleFor(answer => answer.Audiences).Cascade(CascadeMode.Stop)
            .Must((answer, audiences) => audiences.Count > 0 || answer.Nobody)
            .WithMessage("Choose who may hear your story, or choose “Only the InfoStory team”")
            .Must((answer, audiences) => audiences.Count == 0 || !answer.Nobody)
            .WithMessage("Choose who may hear your story or “Only the InfoStory team”, not both");
        RuleFor(answer => answer.Months).Must(months => Consent.Lengths.Contains(months)).WithMessage("Choose how long we may use your story");
    }
}
