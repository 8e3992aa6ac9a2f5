using System.Globalization;
using InfoStory.Data;
using InfoStory.Moderation.Replies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Replies;

public sealed class EditModel(ReplyBook book) : ReplyPage
{
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The reply as it is saved now.</summary>
    public ReplyRow Saved { get; private set; } = null!;

    /// <summary>What the next button press builds on: after a conflict, what is saved now.</summary>
    public int Revision => Conflicted ? Saved.Revision : Form.Revision;

    public override async Task LoadAsync(CancellationToken cancellation) => Saved = await book.ShowAsync(new(Id), cancellation);

    public void OnGet() => Form = new()
    {
        Revision = Saved.Revision,
        Name = Saved.Name,
        Text = Saved.Text,
        Position = Saved.Position.ToString(CultureInfo.InvariantCulture),
        Retired = Saved.Retired,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await book.ChangeAsync(new Id<Reply>(Id), Form, User.ToActor(), cancellation);
        return Done("Saved");
    }
}
