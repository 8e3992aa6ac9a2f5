using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>From a story that is done with for now to the next one, which says in one line what was done.</summary>
internal static class NextStory
{
    /// <summary>The key under which the story that the line is about is kept for the next page.</summary>
    public const string Of = "FlashOf";

    /// <summary>The key of the part of the queue that it was opened from, as a query string.</summary>
    public const string In = "FlashIn";

    /// <summary>The address of the story after this one in the part of the queue that the page was opened from.</summary>
    public static string NextAfter(this PageModel page, string reference) => page.Url.Page("/Next") + QueueQuery.CarriedWith(page.Request, $"of={reference}");

    /// <param name="page">A page about the story, whose address or form carries the part of the queue that it was opened from.</param>
    /// <param name="reference">The story.</param>
    /// <param name="done">What was done, as a sentence.</param>
    public static RedirectResult OnToNext(this PageModel page, string reference, string done)
    {
        (page.TempData["Flash"], page.TempData[Of], page.TempData[In]) = (done, reference, QueueQuery.Carried(page.Request));
        return new($"{page.NextAfter(reference)}&decided=true");
    }
}
