using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed partial class IndexModel(Library library, TagCatalogue tags, PlaceCatalogue places) : PageModel
{
    public LibraryQuery Asked { get; private set; } = null!;

    public SearchWords? Words { get; private set; }

    public StoryKind? Kind { get; private set; }

    public PlaceChoice? Place { get; private set; }

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public IReadOnlyList<LibraryEntry> Entries { get; private set; } = [];

    /// <summary>How many were found, where words were searched for.</summary>
    public int Count { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public string Title =>
        string.Join(", ", new[] { Words is null ? "Case studies" : $"Case studies with {Words.Typed}" }.Concat(Chosen.Select(chosen => chosen.Name)))
        + (Asked.IsFirstPage ? "" : Asked.Page is null ? " (older)" : $" (page {Asked.Page})");

    /// <summary>The filters that are set, in words.</summary>
    public IEnumerable<(string What, string Name)> Chosen
    {
        get
        {
            if (Kind is { } kind) yield return ("kind", kind.InWords());
            if (Service is not null) yield return ("service", Service.Name);
            if (Place is not null) yield return ("place", Place.Name);
            if (Tag is not null) yield return ("tag", Tag.Name);
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Asked = new(Request.Query);
        Tags = await tags.AllAsync(cancellation);
        Places = await places.AllAsync(cancellation);
        Kind = SelectLists.KindOf(Asked.Kind);
        Service = await TagAsync(Asked.Service, cancellation);
        Place = Places.FirstOrDefault(place => Same(place.Slug, Asked.Place));
        Tag = await TagAsync(Asked.Tag, cancellation);
        if (Moved is { } address) return RedirectPermanent(address);

        Words = SearchWords.Parse(Asked.Words);

        if (Asked.Words is not null && Words is null) Refuse("words", "Search for at least one word");
        if (Asked.Words?.Length > SearchWords.MaxLength) Refuse("words", $"Search for {SearchWords.MaxLength} letters or fewer");
        if (Asked.Kind is not null && Kind is null) Refuse("kind", "Choose a kind of story from the list");
        if (Asked.Service is not null && Service is not { Facet: Facet.Service }) Refuse("service", "Choose a service from the list");
        if (Asked.Place is not null && Place is null) Refuse("place", "Choose a place from the list");
        if (Asked.Tag is not null && Tag is null) Refuse("tag", "Choose a tag from the list");
        if (!(Asked.TryCursor(out var after) & Asked.TryPage(out var page)))
            Refuse("", "This link to a page of case studies is not complete. Search again to start from the first page");

        if (ModelState.IsValid) await FindAsync(new(Kind, Service?.Id, Place?.Id, Tag?.Id), after, page, cancellation);
        return Page();
    }

    private async Task FindAsync(LibraryFilter filter, Cursor? after, int page, CancellationToken cancellation)
    {
        await LoadRetiredAsync(cancellation);
        if (Words is null)
        {
            var list = await library.ListAsync(filter, after, Library.PageSize, cancellation);
            (Entries, Next) = (list.Entries, list.Next is { } next ? Asked.At(after: next) : null);
            return;
        }

        var found = await library.SearchAsync(Words, filter, page, cancellation);
        (Entries, Count, Next) = (found.Entries, found.Count, found.NextPage is { } number ? Asked.At(page: number) : null);
    }

    private void Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static bool Same(string slug, string? asked) => string.Equals(slug, asked, StringComparison.OrdinalIgnoreCase);
}
