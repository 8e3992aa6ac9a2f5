using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>Shows what was chosen in the queue, before anything is done with it.</summary>
public sealed class ChooseModel(BulkChoices choices, QueuePartReader parts, Claims claims, TagCatalogue tags) : BulkPage(claims, tags)
{
    /// <summary>Shows what was ticked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await ShowAsync(await choices.OfAsync(Form.Stories, cancellation), "You ticked no story", cancellation);

    /// <summary>Shows everything that fits the filter, up to <see cref="ActOnMany.Most"/>.</summary>
    public async Task<IActionResult> OnPostAllAsync([FromForm(Name = "")] QueueQuery query, CancellationToken cancellation) =>
        (await parts.ReadAsync(query, cancellation)).Filter is not { } filter
            ? NotFound()
            : await ShowAsync(await choices.OfAsync(filter, User.ToActor(), cancellation), "No story fits any more", cancellation);

    private async Task<IActionResult> ShowAsync(ActOnMany chosen, string none, CancellationToken cancellation)
    {
        if (chosen.Stories.Count == 0)
        {
            TempData["Said"] = none;
            return ToQueue();
        }

        await LoadAsync(cancellation);
        Form = chosen with { Act = Only };
        return Page();
    }
}
