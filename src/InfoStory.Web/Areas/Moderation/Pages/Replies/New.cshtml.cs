using InfoStory.Moderation.Replies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Replies;

public sealed class NewModel(ReplyBook book) : ReplyPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await book.AddAsync(Form, User.ToActor(), cancellation);
        return Done("Added. The team can start from it now");
    }
}
