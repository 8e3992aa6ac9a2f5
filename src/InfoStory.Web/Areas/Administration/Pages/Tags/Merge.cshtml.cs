using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class MergeModel(TagRegister register, TagCatalogue catalogue, TagMerging merging) : TagPage(register)
{
    [BindProperty]
    public MergeTag Form { get; set; } = new();

    public IReadOnlyList<TagChoice> Others { get; private set; } = [];

    public int Revision => RevisionAfter(Form.Revision);

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Others = (await catalogue.InAsync(Tag.Facet, cancellation)).FindAll(tag => tag.Id != Tag.Id);
    }

    public void OnGet() => Form = new() { Revision = Tag.Revision };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var slug = await merging.MergeAsync(Slug, Form, User.ToActor(), cancellation);
        return Done("Merged. Every link leads here now", "Edit", new { slug });
    }
}
