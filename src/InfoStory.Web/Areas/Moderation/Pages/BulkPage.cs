using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>The stories that somebody chose in the queue, and the form that says what to do with all of them.</summary>
public abstract class BulkPage(Claims claims, TagCatalogue tags) : FormPage
{
    [BindProperty]
    public ActOnMany Form { get; set; } = new();

    /// <summary>What was chosen to do with them, in the queue already; null where it is chosen here.</summary>
    [BindProperty(Name = nameof(Only))]
    public BulkKind? Only { get; set; }

    public IReadOnlyList<TagChoice> Tags { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>The part of the queue that they were chosen in, as a query string: from a form of these pages, or from that of the queue itself.</summary>
    public string Carried => Request.HasFormContentType && !Request.Form.ContainsKey(QueueQuery.Field)
        ? QueueQuery.Carried(new QueryCollection(Request.Form.ToDictionary()))
        : QueueQuery.Carried(Request);

    public string Stories => WordLists.Stories(Form.Stories.Count);

    public string Title => Only?.Does(Form.Stories.Count) ?? $"Do something with {Stories}";

    /// <summary>True where the form asks what this needs.</summary>
    public bool Asks(BulkKind kind) => Only is null || Only == kind;

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Tags, Colleagues) = (await tags.AllAsync(cancellation), await claims.ColleaguesAsync(cancellation));

    public IActionResult OnGet() => ToQueue();

    protected RedirectResult Back(string done)
    {
        TempData["Flash"] = done;
        return ToQueue();
    }

    protected RedirectResult ToQueue() => Redirect(Url.Page("/Index") + Carried);
}
