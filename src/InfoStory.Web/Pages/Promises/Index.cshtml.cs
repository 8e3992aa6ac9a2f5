using InfoStory.Organisations.Promises;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Promises;

/// <summary>What services promised, changed last first.</summary>
public sealed class IndexModel(PromiseBook book, TagCatalogue tags, PlaceCatalogue places) : PageModel
{
    public PromiseQuery Asked { get; private set; } = null!;

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public IReadOnlyList<PromiseRow> Rows { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Asked = new(Request.Query);
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));
        var (state, service, place) = (
            Asked.ChosenState(), Services.FirstOrDefault(tag => Is(tag.Slug, Asked.Service)), Places.FirstOrDefault(one => Is(one.Slug, Asked.Place)));

        if (Asked.State is not null && state is null) Refuse("state", "Choose what became of it from the list");
        if (Asked.Service is not null && service is null) Refuse("service", "Choose a service from the list");
        if (Asked.Place is not null && place is null) Refuse("place", "Choose a place from the list");
        if (!Asked.TryCursor(out var after)) Refuse("", "This link to a page of promises is not complete. Start from the first page");
        if (!ModelState.IsValid) return;

        var list = await book.ListAsync(new(state, service?.Id, place?.Id), after, cancellation);
        (Rows, Next) = (list.Rows, list.Next is { } next ? Asked.At(next) : null);
    }

    private static bool Is(string slug, string? asked) => string.Equals(slug, asked, StringComparison.OrdinalIgnoreCase);

    private void Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
