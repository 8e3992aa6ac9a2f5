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

    internal bool IsGiven => Nobody || Audiences.Count > 0;

    /// <summary>Where it is not said who may hear it, nobody was said to.</summary>
    public void WriteTo(Draft draft)
    {
        (draft.Months, draft.SeeFirst) = (Months, SeeFirst);
        draft.Audiences = IsGiven ? [.. Audiences.Distinct().Order()] : null;
        draft.Wording = IsGiven ? ConsentWording.Current : null;
    }
}

public sealed class GivePermissionRules : AbstractValidator<GivePermission>
{
    /// <param name="mayBeLeft">It may be left without saying yet who may hear it.</param>
    public GivePermissionRules(bool mayBeLeft = false)
    {
        RuleForEach(answer => answer.Audiences).IsInEnum().WithMessage("Choose one of the answers on the page");
        RuleFor(answer => answer.Audiences).Cascade(CascadeMode.Stop)
            .Must((answer, _) => mayBeLeft || answer.IsGiven)
            .WithMessage("Choose who may hear your story, or choose “Only the InfoStory team”")
            .Must((answer, audiences) => audiences.Count == 0 || !answer.Nobody)
            .WithMessage("Choose who may hear your story or “Only the InfoStory team”, not both");
        RuleFor(answer => answer.Months).Must(months => Consent.Lengths.Contains(months)).WithMessage("Choose how long we may use your story");
    }
}
