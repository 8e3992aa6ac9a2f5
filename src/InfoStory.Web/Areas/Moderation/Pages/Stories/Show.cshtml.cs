using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

public sealed partial class ShowModel(StoryDesk desk, Review review, TagCatalogue tags, PlaceCatalogue places) : FormPage
{
    /// <summary>Addresses that the site makes are in lower case, references are not.</summary>
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    [BindProperty]
    public ReviewStory Form { get; set; } = new();

    public StoryOnDesk Story { get; private set; } = null!;

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    /// <summary>A colleague saved first: theirs and ours are shown side by side.</summary>
    public bool ShowsBoth =>
        !ModelState.IsValid && Form.Revision != Story.Revision && ModelState.ContainsKey("Form.PublicText") && Story.State != StoryState.Withdrawn;

    public bool CanEdit => Story.Can(StoryAct.Edit) || ShowsBoth;

    /// <summary>What the next button press builds on: after a conflict, what is on the screen now.</summary>
    public int Revision => Conflicted || ShowsBoth ? Story.Revision : Form.Revision;

    /// <summary>The text box holds the words as told until somebody has edited them.</summary>
    public bool StartsFromTold => Story.State == StoryState.InReview && (Story.PublicText ?? Story.Told) == Story.Told;

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Story, Tags, Services, Places) = await LoadAllAsync(cancellation);

    /// <summary>The page takes up what its reader typed and did not save.</summary>
    [BindProperty(SupportsGet = true, Name = "kept")]
    public bool TakesUp { get; set; }

    public void OnGet() => Form = TakesUp && Story.Kept is { } kept ? kept.Form : new()
    {
        Revision = Story.Revision,
        PublicTitle = Story.PublicTitle,
        PublicText = Story.PublicText ?? Story.Told,
        Kind = Story.Kind,
        Criticality = Story.Criticality,
        Service = Story.Service,
        Place = Story.Place,
        Tags = [.. Story.Tags],
        Reason = TempData["Reason"] as string,
        Question = TempData["Question"] as string,
    };

    public Task<IActionResult> OnPostClaimAsync(CancellationToken cancellation) =>
        DoAsync(review.ClaimAsync(Reference, Form, User.ToActor(), cancellation), "You have claimed the story");

    public Task<IActionResult> OnPostClaimAndSaveAsync(CancellationToken cancellation) =>
        DoAsync(review.ClaimAndSaveAsync(Reference, Form, User.ToActor(), cancellation), "You have claimed the story, and your version is saved");

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) =>
        DoAsync(review.SaveAsync(Reference, Form, User.ToActor(), cancellation), "Saved");

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        DoAsync(review.ApproveAsync(Reference, Form, User.ToActor(), cancellation), "Approved");

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellation) =>
        DoAsync(review.AskAsync(Reference, Form, User.ToActor(), cancellation), "Asked. The author can answer at My story", used: nameof(Form.Question));

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        DoAsync(review.DeclineAsync(Reference, Form, User.ToActor(), cancellation), "Declined. The author can read your reason", used: nameof(Form.Reason));

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancellation) =>
        DoAsync(review.HoldAsync(Reference, Form, User.ToActor(), cancellation), "Put on hold for safeguarding");

    public Task<IActionResult> OnPostTakeOffHoldAsync(CancellationToken cancellation) =>
        DoAsync(review.TakeOffHoldAsync(Reference, Form, User.ToActor(), cancellation), "Taken off hold. The story is in review again");

    private async Task<IActionResult> DoAsync(Task act, string done, string? used = null)
    {
        await act;
        TempData["Flash"] = done;
        // A reason or a question that was begun before another button was pressed is kept for the next page.
        foreach (var (name, words) in new[] { (nameof(Form.Reason), Form.Reason), (nameof(Form.Question), Form.Question) })
        {
            if (name != used && !string.IsNullOrWhiteSpace(words)) TempData[name] = words;
        }

        return Redirect($"/moderation/stories/{Reference}");
    }
}
