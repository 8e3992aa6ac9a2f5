using InfoStory.TagUpkeep;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

/// <summary>A page about one tag, found by any slug that it ever had.</summary>
public abstract class TagPage(TagRegister register) : FormPage
{
    [FromRoute]
    public required string Slug { get; set => field = value.ToLowerInvariant(); }

    public TagOnDesk Shown { get; private set; } = null!;

    public TagRow Tag => Shown.Tag;

    public override async Task LoadAsync(CancellationToken cancellation) => Shown = await register.OpenAsync(Slug, cancellation);

    /// <summary>What the next button press builds on: after a conflict, what is saved now.</summary>
    protected int RevisionAfter(int sent) => Conflicted ? Tag.Revision : sent;

    protected RedirectToPageResult Done(string done, string page, object values)
    {
        TempData["Flash"] = done;
        return RedirectToPage(page, values);
    }
}
