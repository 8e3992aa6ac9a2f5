using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

/// <summary>Says what a tag is split into.</summary>
public sealed class PartsModel(TagRegister register, TagCatalogue catalogue, TagSplitting splitting) : TagPage(register)
{
    [BindProperty]
    public SplitTag Form { get; set; } = new();

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public int Revision => RevisionAfter(Form.Revision);

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Others = [.. (await catalogue.InAsync(Tag.Facet, cancellation)).Where(tag => tag.Id != Tag.Id).Select(tag => new Choice(tag.Name, tag.Id.ToString()))];
    }

    public void OnGet() => Form = new() { Revision = Tag.Revision };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await splitting.SplitAsync(Slug, Form, User.ToActor(), cancellation);
        return Done("Split. Decide now what gets which tag, or come back later", "Split", new { slug = Slug });
    }
}
