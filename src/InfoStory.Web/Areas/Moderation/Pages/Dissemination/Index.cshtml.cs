using InfoStory.Data.Access;
using InfoStory.Dissemination;
using InfoStory.Organisations.Responders;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Dissemination;

public sealed class IndexModel(DisseminationDesk desk, ResponderDesk responders) : PageModel
{
    public LettersInShort Letters { get; private set; } = null!;

    /// <summary>Null for whoever only sees how letters leave.</summary>
    public DisseminationInShort? All { get; private set; }

    public IReadOnlyList<WaitingToAnswer> Responders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Letters = await desk.LettersAsync(User.ToActor(), cancellation);
        if (!User.ToActor().May(AccessPolicy.Publish)) return;

        All = await desk.ReadAsync(User.ToActor(), cancellation);
        Responders = await responders.WaitingAsync(User.ToActor(), cancellation);
    }
}
