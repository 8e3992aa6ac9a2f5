using FluentValidation;
using FluentValidation.Results;
using InfoStory.Authors;
using InfoStory.Data.Markdown;
using InfoStory.Stories;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>Our version beside the words as told; later, where it says more, the whole case study.</summary>
public sealed class SignOffModel(AuthorScreenReader screens, Authors.MyStory stories, SigningOff signingOff) : AuthorPage(screens)
{
    [BindProperty]
    public AskForChange Form { get; set; } = new();

    /// <summary>The case study to read; null where it is the public text.</summary>
    public CaseStudyToSignOff? Study { get; private set; }

    public bool IsWaiting => Story.ReadsCaseStudy ? Study is not null : Story.Turn == AuthorTurn.SignOff;

    public Differences Differences => Differences.Between(
        Story.Told, Study is null ? Story.PublicText ?? "" : MarkdownText.Of(Study.TheStory, addresses: true), HttpContext.RequestAborted);

    /// <summary>What follows the story in the case study, under its headings.</summary>
    public IEnumerable<(string Heading, string Text)> Sections =>
        CaseStudyWords.InFull(Study, Study?.Figures, Study?.Chains);

    /// <summary>What a case study shows beside its words; its own facts, where it is there already.</summary>
    public IEnumerable<string> Beside =>
        (Study?.Beside ?? Story.Beside).Prepend(Study?.Kind.Title() ?? "the kind of story").Append("the day it is published");

    public override string? BackTo => Url.Page("Index", WithCare);

    public override bool IsTyped => !string.IsNullOrWhiteSpace(Form.Text);

    protected override string? Typed => Form.Text;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Study = await signingOff.ShowAsync(Key, cancellation);
    }

    public IActionResult OnGet() => IsWaiting ? Page() : RedirectToPage("Index");

    /// <summary>A picture of the case study to read.</summary>
    public async Task<IActionResult> OnGetPictureAsync(string? key, CancellationToken cancellation) =>
        File(await signingOff.PictureAsync(Key, key, cancellation), Cards.Pictures.Kind);

    /// <summary>A yes beside a change that was typed would throw the change away, so it is asked again.</summary>
    public async Task<IActionResult> OnPostSignOffAsync(string? words, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(Form.Text))
            throw new ValidationException(
                [new ValidationFailure(nameof(Form.Text), "You have written a change. Ask for it, or empty the box before you say yes")]);

        await signingOff.SignOffAsync(Key, Form.Revision, words, cancellation);
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancellation)
    {
        await stories.AskForChangeAsync(Key, Form, cancellation);
        return RedirectToPage("Index", WithCare);
    }
}
