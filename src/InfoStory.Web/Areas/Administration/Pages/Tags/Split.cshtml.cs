using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

/// <summary>What still carries a tag that was split, page by page, and which of its parts each gets.</summary>
public sealed class SplitModel(TagRegister register, TagSplitting splitting) : TagPage(register)
{
    [BindProperty]
    public DecideSplit Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "after")]
    public SplitCursor? After { get; set; }

    public UndecidedPage Left { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Left = await splitting.ListAsync(Tag.Id, After, User.ToActor(), cancellation);
    }

    public IActionResult OnGet() =>
        !ModelState.IsValid ? NotFound()
        : Tag.Standing == TagStanding.Split ? Page()
        : RedirectToPage("Edit", new { slug = Tag.Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var after = Left.Next?.ToString();
        var decided = await splitting.DecideAsync(Slug, Form, User.ToActor(), cancellation);
        return Done(
            $"Saved for {decided.Saved}{(decided.Before == 0 ? "" : $". {decided.Before} had been decided by somebody else meanwhile")}",
            "Split", new { slug = Slug, after });
    }

    /// <summary>What was ticked for this one before the page came back; null where the page is fresh.</summary>
    public SplitDecision? Ticked(Undecided row) => Form.Rows.Find(one => one.Of == row.Of);

    /// <summary>What is wrong with what was ticked for this one, and the name of its field.</summary>
    public (string? Problem, string Field) Wrong(Undecided row, int place)
    {
        var field = Form.Rows.FindIndex(one => one.Of == row.Of) is var sent and >= 0 ? $"Form.Rows[{sent}].Parts" : $"Fresh[{place}]";
        return (ModelState.TryGetValue(field, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null, field);
    }
}
