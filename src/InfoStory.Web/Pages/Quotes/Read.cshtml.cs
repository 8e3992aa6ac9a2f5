using System.Globalization;
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
    /// <summary>Which of the quotes it is, from 1, where it is not the first.</summary>
    public const string Number = "n";

    /// <summary>Null where it is public no more.</summary>
    public CaseStudyToRead? Study { get; private set; }

    /// <summary>What it shows: its summary where no words stand out.</summary>
    public string Shown { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        Study = await library.ReadUnlessGoneAsync(slug, cancellation);
        if (Study is null) return new PageResult { StatusCode = StatusCodes.Status410Gone };

        HttpContext.IsMadeOf(EditionSubject.CaseStudy(Study.Id.Value));
        var asked = Request.Query[Number].ToString();
        if (Study.Slug != slug) return RedirectPermanent($"/quotes/{Study.Slug}{(asked.Length == 0 ? null : QueryString.Create(Number, asked))}");

        var number = asked.Length == 0 ? 1 : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        Shown = Study.Quotes.Count == 0 && number == 1 ? Study.Summary
            : Study.Quotes.ElementAtOrDefault(number - 1) is { } quote ? $"“{quote}”" : throw new NotFoundException("The quote");
        return Page();
    }
}
