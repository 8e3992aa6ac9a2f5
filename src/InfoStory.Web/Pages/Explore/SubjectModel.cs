using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Insight.Explore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Explore;

/// <summary>The figures of one theme, service or place, its newest case studies, and where the others are.</summary>
public abstract class SubjectModel(Explorer explorer, string folder) : PageModel
{
    /// <summary>So many case studies stand on the page.</summary>
    public const int Newest = 3;

    public ExploreSubject Subject { get; private set; } = null!;

    public LibraryFound Found { get; private set; } = null!;

    public IReadOnlyList<CountTable> Tables { get; private set; } = [];

    public CountTable Years { get; private set; } = null!;

    /// <summary>To whom this service sent people on, and who sent people to it. Nothing where it is no service, or no number can be said.</summary>
    public IReadOnlyList<CountTable> HandOffs { get; private set; } = [];

    public int Changed => Found.Counts!.Changed;

    public int Answered => Found.Counts!.Values.GetValueOrDefault(LibraryValue.Answered);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var terms = await explorer.TermsAsync(cancellation);
        Subject = ExploreSubject.Find(terms, folder, slug) ?? throw new NotFoundException("The page");
        if (Subject.Slug != slug.ToLowerInvariant()) return RedirectPermanent(Subject.Address);

        Found = await explorer.AboutAsync(Subject.Value, cancellation);
        (Tables, Years) = (CountTables.About(Subject, terms, Found.Counts!), CountTables.Years(Subject, terms, Found.Counts!));
        if (folder == ExploreSubject.Services) HandOffs = HandOffRows.Of(Subject, terms, await explorer.HandOffsAsync(cancellation));
        return Page();
    }
}
