using System.Security.Cryptography;
using System.Text;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Quotes;

/// <summary>
/// Words of a case study as others show them in a frame on their own pages (docs/decisions/0095-quotes-in-frames.md). When they are taken back here they
/// are gone there.
/// </summary>
public sealed class ReadModel(Library library) : PageModel
{
    /// <summary>The name in the address under which stands which quote it is; the first where it is not there.</summary>
    public const string Which = "q";

    /// <summary>The name by which frames asked for a quote by its place, which may hold other words by now: what they show is gone.</summary>
    public const string Place = "n";

    /// <summary>Null where it is public no more.</summary>
    public CaseStudyToRead? Study { get; private set; }

    /// <summary>What it shows: its summary where no words stand out.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>What a quote is called in an address: eight digits of the hash of its words.</summary>
    public static string NameOf(string quote) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(quote)).AsSpan(0, 4));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        Study = await library.ReadUnlessGoneAsync(slug, cancellation);
        if (Study is null) return new PageResult { StatusCode = StatusCodes.Status410Gone };

        HttpContext.IsMadeOf(EditionSubject.CaseStudy(Study.Id.Value));
        // The first alone, by which the answer is kept.
        var asked = Request.Query[Which].FirstOrDefault() ?? "";
        // A frame goes on showing the words that were chosen for it, or that they are gone, and never others.
        var isByPlace = Request.Query.ContainsKey(Place);
        if (Study.Slug != slug && !isByPlace) return RedirectPermanent($"/quotes/{Study.Slug}{(asked.Length == 0 ? null : QueryString.Create(Which, asked))}");

        var quote = isByPlace ? null : Study.Quotes.FirstOrDefault(quote => asked.Length == 0 || NameOf(quote) == asked);
        if (quote is null && (isByPlace || asked.Length > 0 || Study.Quotes.Count > 0))
        {
            Study = null;
            return new PageResult { StatusCode = StatusCodes.Status410Gone };
        }

        Shown = quote is null ? Study.Summary : $"“{quote}”";
        return Page();
    }
}
