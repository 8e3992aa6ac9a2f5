using InfoStory.Organisations.Promises;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Promises;

/// <summary>One promise with its whole history.</summary>
public sealed class ReadModel(PromiseBook book) : PageModel
{
    public PromiseToRead Read { get; private set; } = null!;

    public async Task OnGetAsync(string slug, CancellationToken cancellation) => Read = await book.ReadAsync(slug.ToLowerInvariant(), cancellation);
}
