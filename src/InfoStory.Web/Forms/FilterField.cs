using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Forms;

/// <summary>One list to choose from that narrows a list.</summary>
public sealed record FilterField(string Name, string Label, string Any, IEnumerable<SelectListItem> Options, string? Chosen);
