using InfoStory.Data;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Hints;
using InfoStory.Sharing;
using InfoStory.Stories.Safety;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Share;

public sealed class CheckModel(Drafts drafts, StorySubmission submission, ContactBook contacts, TagCatalogue tags) : FormPage
{
    [BindProperty]
    public SendForm Form { get; set; } = new();

    /// <summary>What the form carried (<see cref="MadeFrom"/>). One without it was not made here, which the stamp tells.</summary>
    [BindProperty(Name = nameof(Made))]
    public string? Made { get; set; }

    /// <summary>Null where there is no draft on this device.</summary>
    public DraftAnswers? Answers { get; private set; }

    /// <summary>The story of this device is sent, and its six words are shown once more.</summary>
    public bool IsShownOnceMore => DraftCookie.ReadShownOnce(Request) is not null;

    public ContactDetails? Contact { get; private set; }

    /// <summary>Names of services by their key.</summary>
    public ILookup<Id<Tag>?, string> Services { get; private set; } = Array.Empty<TagChoice>().Names();

    /// <summary>The steps, and what else is answered; what is left empty stands on the list of optional questions.</summary>
    public IEnumerable<Answer> Shows =>
        CheckedAnswers.All(Answers!, Contact, Services)
            .Where(answer => answer.Value is not null || answer.IsTheStory || answer.Page == Questions.Permission);

    /// <summary>What in the author's own words could show who somebody is.</summary>
    public IReadOnlyList<HintAdvice> Hints => HintAdvice.On(OwnWords, HttpContext.RequestAborted);

    /// <summary>Who can help, where what was written is hard.</summary>
    public IReadOnlyList<Signpost> Signposts => SafetyNet.Signposts(OwnWords);

    public string Stamp => submission.Stamp(Secret);

    /// <summary>What the form carries: all that stands on the page.</summary>
    public string Shown => MadeFrom.Of(Secret, Answers, new { Answers, Contact });

    private string OwnWords => string.Join('\n', Answers?.Answers.OwnWords ?? []);

    private DraftSecret? Secret => DraftCookie.Read(Request);

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        (Answers, Contact) = (await drafts.FindAsync(Secret, cancellation), await contacts.FindAsync(Secret, cancellation));
        if (Answers is not null) Services = (await tags.InAsync(Facet.Service, cancellation)).Names();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Answers is not null || IsShownOnceMore) return Page();
        return await IsSentAsync(cancellation) ? RedirectToPage("Sent") : Nothing();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (IsShownOnceMore) return RedirectToPage();

        await LoadAsync(cancellation);
        if (Secret is not { } secret || (Answers is null && !await IsSentAsync(cancellation))) return Nothing();

        if (Answers is not null && Made is not null && Made != Shown) throw new ConflictException(StorySender.Changed);

        await submission.SendAsync(HttpContext, secret, Answers, Form, cancellation);
        Response.Headers.Location = Url.Page("Sent");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<bool> IsSentAsync(CancellationToken cancellation) =>
        Secret is { } secret && await submission.FindSentAsync(secret, cancellation) is not null;

    private static PageResult Nothing() => new() { StatusCode = StatusCodes.Status404NotFound };
}
