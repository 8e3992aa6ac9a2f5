using InfoStory.Authors;
using InfoStory.Data.Access;
using InfoStory.Dissemination;
using InfoStory.Organisations.Responders;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Dissemination;

public sealed class IndexModel(DisseminationDesk desk, WhatChanged changes, ResponderDesk responders) : FormPage
{
    public LettersInShort Letters { get; private set; } = null!;

    /// <summary>Null for whoever only sees how letters leave.</summary>
    public DisseminationInShort? All { get; private set; }

    /// <summary>What authors wrote of what changed.</summary>
    public IReadOnlyList<ChangeToRead> Changes { get; private set; } = [];

    public IReadOnlyList<WaitingToAnswer> Responders { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Letters = await desk.LettersAsync(User.ToActor(), cancellation);
        if (!User.ToActor().May(AccessPolicy.Publish)) return;

        All = await desk.ReadAsync(User.ToActor(), cancellation);
        Changes = await changes.UnreadAsync(User.ToActor(), cancellation);
        Responders = await responders.WaitingAsync(User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostReadAsync(string reference, int revision, CancellationToken cancellation)
    {
        await changes.MarkReadAsync(reference, revision, User.ToActor(), cancellation);
        TempData["Flash"] = $"{reference}: what changed is read";
        return RedirectToPage("Index");
    }
}
