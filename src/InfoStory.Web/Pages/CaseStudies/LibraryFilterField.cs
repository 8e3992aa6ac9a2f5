using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>One list to choose from beside the library.</summary>
public sealed record LibraryFilterField(string Name, string Label, string Any, IEnumerable<SelectListItem> Options, string? Chosen);
