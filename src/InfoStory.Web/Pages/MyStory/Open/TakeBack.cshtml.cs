using InfoStory.CaseStudies;
using InfoStory.Stories;
using InfoStory.Web.Authors;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class TakeBackModel(Stories.MyStory stories, Library library, Withdrawal withdrawal, EditionWatch edition) : AuthorPage(stories, library)
{
    public IActionResult OnGet() => Story.State == StoryState.Withdrawn ? RedirectToPage("Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await withdrawal.WithdrawAsync(Key, cancellation);
        await edition.SettleAsync(cancellation);
        await HttpContext.CloseStoryAsync();
        return RedirectToPage("/MyStory/TakenBack");
    }
}
