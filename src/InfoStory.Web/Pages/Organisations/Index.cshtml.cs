using InfoStory.Organisations;
using InfoStory.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Organisations;

/// <summary>Those to which something was put; all of them by name or by letter.</summary>
public sealed class IndexModel(OrganisationRegister register) : PageModel
{
    /// <summary>What may stand in the address; 0-9 is for names that begin with none of the letters.</summary>
    public static IReadOnlyList<string> Letters { get; } = [.. Enumerable.Range('a', 26).Select(letter => $"{(char)letter}"), "0-9"];

    public string? Words { get; private set; }

    public string? Letter { get; private set; }

    public IReadOnlyList<OrganisationLink> Found { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public string Title => (Words, Letter) switch
    {
        ({ } words, _) => $"Organisations with {words}",
        (_, { } letter) => $"Organisations: {letter.ToUpperInvariant()}",
        _ => "Organisations",
    };

    public string Heading => (Words, Letter) switch
    {
        ({ } words, _) when Found.Count == 0 => $"We know no organisation called “{words}”",
        ({ } words, _) when Found.Count == OrganisationFinder.Most => $"The first {Found.Count} organisations with “{words}”",
        ({ } words, _) => $"Organisations with “{words}”",
        (_, { } letter) when Found.Count == 0 => $"There are none under {letter.ToUpperInvariant()}",
        (_, { } letter) => letter.ToUpperInvariant(),
        _ => "What was put to them",
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // Read from the query itself: the cache knows no other names for the same thing.
        (Words, Letter) = (Typed("words"), Typed("letter") is { } letter ? Letters.FirstOrDefault(one => one == letter[..1].ToLowerInvariant(), "0-9") : null);
        if (Words?.Length > SearchWords.MaxLength) Refuse("words", $"Search for {SearchWords.MaxLength} letters or fewer");
        if (!ModelState.IsValid) return;

        if (Words is not null) Found = await register.SearchAsync(Words, cancellation);
        else if (Letter is null) Found = await register.OnRecordAsync(cancellation);
        else
        {
            var page = await register.ByLetterAsync(Letter[0], Typed("after")?.ToLowerInvariant(), cancellation);
            (Found, Next) = (page.Rows, page.Next is null ? null : $"/organisations?letter={Letter}&after={page.Next}");
        }
    }

    private string? Typed(string name) => Request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    private void Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
