using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class IndexModel(Library library, LibraryChoiceReader choices) : PageModel
{
    public LibraryQuery Asked { get; private set; } = null!;

    public LibraryChoice Chosen { get; private set; } = null!;

    public SearchWords? Words { get; private set; }

    public IReadOnlyList<LibraryEntry> Entries { get; private set; } = [];

    /// <summary>How many were found, where words were searched for.</summary>
    public int Count { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public string Title =>
        string.Join(", ", Chosen.InWords.Select(chosen => chosen.Name).Prepend(Words is null ? "Case studies" : $"Case studies with {Words.Typed}"))
        + (Asked.IsFirstPage ? "" : Asked.Page is null ? " (older)" : $" (page {Asked.Page})");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Asked = new(Request.Query);
        Chosen = await choices.ReadAsync(Asked, cancellation);
        if (Chosen.MovedFrom(Asked) is { } address) return RedirectPermanent(address);

        Words = SearchWords.Parse(Asked.Words, Chosen.Named);

        if (Asked.Words is not null && Words is null) Refuse("words", "Search for at least one word");
        if (Asked.Words?.Length > SearchWords.MaxLength) Refuse("words", $"Search for {SearchWords.MaxLength} letters or fewer");
        if (Asked.Kind is not null && Chosen.Kind is null) Refuse("kind", "Choose a kind of story from the list");
        if (Asked.Service is not null && Chosen.Service is not { Facet: Facet.Service }) Refuse("service", "Choose a service from the list");
        if (Asked.Place is not null && Chosen.Place is null) Refuse("place", "Choose a place from the list");
        if (Asked.Tag is not null && Chosen.Tag is null) Refuse("tag", "Choose a tag from the list");
        if (!(Asked.TryCursor(out var after) & Asked.TryPage(out var page)))
            Refuse("", "This link to a page of case studies is not complete. Search again to start from the first page");

        if (ModelState.IsValid) await FindAsync(after, page, cancellation);
        return Page();
    }

    private async Task FindAsync(Cursor? after, int page, CancellationToken cancellation)
    {
        if (Words is null)
        {
            var list = await library.ListAsync(Chosen.Filter, after, Library.PageSize, cancellation);
            (Entries, Next) = (list.Entries, list.Next is { } next ? Asked.At(after: next) : null);
            return;
        }

        var found = await library.SearchAsync(Words, Chosen.Filter, page, cancellation);
        (Entries, Count, Next) = (found.Entries, found.Count, found.NextPage is { } number ? Asked.At(page: number) : null);
    }

    private void Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
