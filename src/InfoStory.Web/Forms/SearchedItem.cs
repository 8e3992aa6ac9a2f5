using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Forms;

/// <summary>A choice that may be looked for by other words than its own.</summary>
public sealed class SearchedItem(string text, string value) : SelectListItem(text, value)
{
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>It is also found by the towns in it, which the browser fetches when somebody looks for one.</summary>
    public bool IsPlace { get; init; }
}
