using FluentValidation;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Share;

public sealed class HandOffsModel(Drafts drafts, IValidator<DescribeHandOffs> rules, TagCatalogue tags) : QuestionPage<DescribeHandOffs>(drafts, rules)
{
    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    /// <summary>What was answered with the story about how often it was told.</summary>
    public string? Quick => Draft is null ? null : HandOffs.QuickInWords(Draft.Answers);

    protected override IReadOnlyList<TagChoice> Named => Services;

    protected override async Task LoadAroundAsync(CancellationToken cancellation)
    {
        // Refused for its size, it is not shown again at that size: each step is shown with every service.
        if (Form.Steps.Count > HandOff.Most) Form.Steps.RemoveRange(HandOff.Most, Form.Steps.Count - HandOff.Most);
        Services = await tags.InAsync(Facet.Service, cancellation);
    }

    /// <summary>Keeps what is filled in and shows one more step.</summary>
    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (Form.Steps.Count < HandOff.Most) Form.Steps.Add(new());
        return AgainAsync(Form.Steps.Count, cancellation);
    }

    /// <summary>Keeps what is filled in, without that step.</summary>
    public Task<IActionResult> OnPostRemoveAsync(int step, CancellationToken cancellation)
    {
        if (step >= 1 && step <= Form.Steps.Count) Form.Steps.RemoveAt(step - 1);
        // What was typed stands in the form now, at its new place.
        ModelState.Clear();
        return AgainAsync(Math.Min(step, Form.Steps.Count), cancellation);
    }

    protected override DescribeHandOffs Earlier(DraftAnswers answers) => DescribeHandOffs.Of(answers.Answers);

    private async Task<IActionResult> AgainAsync(int step, CancellationToken cancellation)
    {
        await SaveAsync(cancellation);
        return LocalRedirect($"{WithCare(Address)}#step-{Math.Max(step, 1)}");
    }
}
