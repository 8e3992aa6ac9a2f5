using FluentValidation;
using InfoStory.Data;

namespace InfoStory.CaseStudies;

/// <summary>The words of a case study as they stand on the screen.</summary>
public sealed record EditCaseStudy
{
    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? TheStory { get; init; }

    public string? WhatWasNotShared { get; init; }

    public string? WhatTheyDid { get; init; }

    public string? WhatChanged { get; init; }

    public string? NotYetFixed { get; init; }

    public string? Learning { get; init; }
}

public sealed class EditCaseStudyRules : AbstractValidator<EditCaseStudy>
{
    public EditCaseStudyRules()
    {
        RuleFor(study => study.Title).Cascade(CascadeMode.Stop)
            .Must(title => PlainText.Tidy(title).Length > 0).WithMessage("Give the case study a title")
            .Must(title => PlainText.Fits(title, CaseStudy.MaxTitle)).WithMessage($"The title must be {CaseStudy.MaxTitle} characters or fewer")
            .Typed("The title");
        RuleFor(study => study.Summary).Cascade(CascadeMode.Stop)
            .Must(summary => PlainText.Fits(summary, CaseStudy.MaxSummary))
            .WithMessage($"The summary must be {CaseStudy.MaxSummary} characters or fewer")
            .Typed("The summary");
        Text(study => study.TheStory, "The story");
        Text(study => study.WhatWasNotShared, "What was not shared");
        Text(study => study.WhatTheyDid, "What they did");
        Text(study => study.WhatChanged, "What changed");
        Text(study => study.NotYetFixed, "What still is not fixed");
        Text(study => study.Learning, "What others can learn");
    }

    private void Text(System.Linq.Expressions.Expression<Func<EditCaseStudy, string?>> field, string what) =>
        RuleFor(field).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Fits(text, CaseStudy.MaxText)).WithMessage($"{what} must be {CaseStudy.MaxText:N0} characters or fewer")
            .Typed(what);
}
