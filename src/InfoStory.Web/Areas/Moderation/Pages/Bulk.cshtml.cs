using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Replies;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>The stories that somebody chose in the queue, and what to do with all of them.</summary>
public sealed class BulkModel(BulkActions bulk, Claims claims, TagCatalogue tags) : FormPage
{
    [BindProperty]
    public ActOnMany Form { get; set; } = new();

    public IReadOnlyList<TagChoice> Tags { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Tags, Colleagues) = (await tags.AllAsync(cancellation), await claims.ColleaguesAsync(cancellation));

    public IActionResult OnGet() => Redirect(QueueQuery.Path);

    /// <summary>Shows what was ticked.</summary>
    public async Task<IActionResult> OnPostChooseAsync([FromServices] ReplyBook replies, CancellationToken cancellation)
    {
        if (Form.Stories.Count == 0) return Back("You ticked no story");

        await LoadAsync(cancellation);
        Form = Form with { Reason = await replies.FindTextAsync(Reply.Spam, ReplyKind.Decline, cancellation) };
        return Page();
    }

    /// <summary>Shows everything that fits the filter, up to <see cref="ActOnMany.Most"/>.</summary>
    public async Task<IActionResult> OnPostChooseAllAsync(
        [FromForm(Name = "")] QueueQuery address, [FromServices] StoryQueue queue, [FromServices] PlaceCatalogue places,
        [FromServices] CampaignCalendar campaigns, [FromServices] ReplyBook replies, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        address = await address.TodayAsync(tags, cancellation);
        if (address.Resolve(
                await address.TagsAsync(tags, cancellation), await places.AllAsync(cancellation), await campaigns.ListAsync(cancellation)) is not { } filter)
            return NotFound();

        Form = new()
        {
            Stories = [.. await queue.ChooseAsync(filter, User.ToActor(), ActOnMany.Most, cancellation)],
            Reason = await replies.FindTextAsync(Reply.Spam, ReplyKind.Decline, cancellation)
        };
        return Form.Stories.Count == 0 ? Back("No story fits any more") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var act = await bulk.DoAsync(Form, User.ToActor(), cancellation);

        TempData["Undo"] = act.ToString();
        return Back($"Done to {Stories}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Id<BulkAct> number, CancellationToken cancellation)
    {
        var count = await bulk.UndoAsync(number, User.ToActor(), cancellation);
        return Back($"Undone: {(count == 1 ? "1 story is" : $"{count} stories are")} where {(count == 1 ? "it was" : "they were")}");
    }

    public string Stories => Form.Stories.Count == 1 ? "1 story" : $"{Form.Stories.Count} stories";

    private RedirectResult Back(string done)
    {
        TempData["Flash"] = done;
        return Redirect(QueueQuery.Path);
    }
}
