using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Asks;

public sealed class IndexModel(AskDesk desk) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AskFilter State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public AskPage Asks { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        if (!Enum.IsDefined(State)) State = AskFilter.Open;
        Asks = await desk.ListAsync(State, After, User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }
}
