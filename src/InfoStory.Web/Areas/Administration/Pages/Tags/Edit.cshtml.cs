using InfoStory.TagUpkeep;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class EditModel(TagRegister register, TagEditing tags) : TagPage(register)
{
    [BindProperty]
    public EditTag Form { get; set; } = new();

    public int Revision => RevisionAfter(Form.Revision);

    public IActionResult OnGet()
    {
        if (Tag.Slug != Slug) return RedirectToPage("Edit", new { slug = Tag.Slug });

        Form = new() { Revision = Tag.Revision, Name = Tag.Name, Group = Tag.Group, Synonyms = string.Join('\n', Tag.Synonyms) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var slug = await tags.ChangeAsync(Slug, Form, User.ToActor(), cancellation);
        return Done("Saved. Links to every name it had go on working", "Edit", new { slug });
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken cancellation)
    {
        await tags.RetireAsync(Slug, Form.Revision, User.ToActor(), cancellation);
        return Done("Retired. What carries it keeps it", "Edit", new { slug = Slug });
    }

    public async Task<IActionResult> OnPostBringBackAsync(CancellationToken cancellation)
    {
        await tags.BringBackAsync(Slug, Form.Revision, User.ToActor(), cancellation);
        return Done("The tag can be chosen again", "Edit", new { slug = Slug });
    }
}
