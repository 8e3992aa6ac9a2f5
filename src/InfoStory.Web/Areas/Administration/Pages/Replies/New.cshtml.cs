using System.Globalization;
using InfoStory.Moderation.Replies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Replies;

public sealed class NewModel(ReplyBook book) : ReplyPage
{
    /// <summary>A new reply comes last unless somebody says otherwise.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Form = new()
        {
            Position = Math.Min((await book.ListAsync(cancellation)).Select(reply => reply.Position).DefaultIfEmpty(0).Max() + 10, Reply.MaxPosition)
                .ToString(CultureInfo.InvariantCulture)
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await book.AddAsync(Form, User.ToActor(), cancellation);
        return Done("Added. The team can start from it now");
    }
}
