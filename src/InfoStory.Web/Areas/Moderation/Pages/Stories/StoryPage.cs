using System.Security.Cryptography;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Replies;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>
/// The page of one story, and the page of each panel on it. One form holds everything that is typed; each button sends it to the page of its own panel.
/// What a panel refuses is answered with the whole page again, so that nothing typed in another panel is lost.
/// </summary>
public abstract class StoryPage(StoryScreenReader screens) : FormPage
{
    /// <summary>The form of everything that is typed, which the buttons of the bar send.</summary>
    public const string FormId = "story-form";

    /// <summary>People type references in small letters too.</summary>
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    [BindProperty]
    public ReviewStory Form { get; set; } = new();

    [BindProperty]
    public StartFrom Use { get; set; } = new();

    [BindProperty]
    public ReplaceWords Replace { get; set; } = new();

    /// <summary>The page takes up what its reader typed and did not save.</summary>
    [BindProperty(SupportsGet = true, Name = "kept")]
    public bool TakesUp { get; set; }

    /// <summary>This reader asked to read it: pressed so, takes up their own words, or has just done something with it.</summary>
    public bool WasAskedFor => TakesUp || Veil.WasLifted(Request) || TempData[nameof(WasAskedFor)] as string == Reference;

    /// <summary>What keeps the words as they are typed from being approved; null where nobody asked, as where nothing was refused.</summary>
    public IReadOnlyList<OpenFlag>? OpenFlags { get; protected set; }

    public StoryScreen Screen { get; private set; } = null!;

    /// <summary>What the rules see in it; null where nothing of it is shown, or whoever looks may not see them.</summary>
    public FlagsOnDesk? Flags { get; private set; }

    /// <summary>The part of the queue that it was opened from, as a query string; empty where it was opened from elsewhere.</summary>
    public string Carried => QueueQuery.Carried(Request);

    public StoryOnDesk Story => Screen.Story;

    public string Title => ShowsBoth && !Story.IsClosed ? $"Two versions of {Name}" : Name;

    /// <summary>What a reply was just put into; null where none was.</summary>
    public ReplyKind? Used { get; protected set; }

    /// <summary>What is shown as its author will read it; null where nothing is.</summary>
    public ReplyKind? Read { get; protected set; }

    /// <summary>What was just replaced, as a sentence; null where nothing was.</summary>
    public string? Replaced { get; protected set; }

    /// <summary>A colleague saved first: theirs and ours are shown side by side. Of a story that may not be read any more, only ours.</summary>
    public bool ShowsBoth => !ModelState.IsValid && (Form.Revision != Story.Revision || Story.IsClosed)
        && ModelState.ContainsKey("Form.PublicText") && Story.State != StoryState.Withdrawn;

    public bool CanEdit => Story.Can(StoryAct.Edit) || (ShowsBoth && !Story.IsClosed);

    /// <summary>What the next button press builds on: after a conflict, what is on the screen now.</summary>
    public int Revision => Conflicted || ShowsBoth ? Story.Revision : Form.Revision;

    /// <summary>Under this what is typed here is kept, apart from what the same person types in another window.</summary>
    public string Window => Form.Page ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    private string Name => (this.IsVeiled ? null : Story.PublicTitle) ?? Story.Reference;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Screen = await screens.ReadAsync(Reference, Form, User.ToActor(), cancellation);
        if (this.IsOpen) Flags = await screens.FlagsAsync(Reference, User.ToActor(), cancellation);
    }

    public void OnGet() => Form = TakesUp && Story.Kept is { } kept
        ? kept.Form
        : ReviewStory.Of(Story) with
        {
            Reason = Begun(nameof(Form.Reason), isShown: this.CanDecline),
            Question = Begun(nameof(Form.Question), isShown: Story.Can(StoryAct.Edit)),
        };

    /// <param name="sent">The field that went to the author; what was begun in another is kept for the next page.</param>
    protected async Task<IActionResult> DoneAsync(Task act, string done, string? sent = null)
    {
        await act;
        (TempData["Flash"], TempData[nameof(WasAskedFor)]) = (done, Reference);
        CarryOver(sent);
        return Redirect(Url.Page("Show", new { reference = Reference }) + QueueQuery.Carried(Request));
    }

    /// <inheritdoc cref="DoneAsync"/>
    /// <remarks>The team has nothing more to do with the story for now: the next one opens.</remarks>
    protected async Task<IActionResult> DecidedAsync(Task act, string done, string? sent = null)
    {
        await act;
        CarryOver(sent);
        return this.OnToNext(Reference, done);
    }

    /// <summary>What was begun for the author and not sent waits for the next time that this person opens this story and can send it.</summary>
    protected void CarryOver(string? sent = null)
    {
        foreach (var (name, words) in new[] { (nameof(Form.Reason), Form.Reason), (nameof(Form.Question), Form.Question) })
        {
            if (name != sent && !string.IsNullOrWhiteSpace(words)) TempData[KeyOf(name)] = words;
        }
    }

    private string? Begun(string name, bool isShown) => isShown ? TempData[KeyOf(name)] as string : null;

    private string KeyOf(string name) => $"{Reference} {name}";
}
