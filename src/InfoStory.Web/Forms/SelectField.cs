using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>One of many, from a list that opens; grouped where the options are.</summary>
[HtmlTargetElement("select-field")]
public sealed class SelectField : Field
{
    public required IEnumerable<SelectListItem> Options { get; set; }

    /// <summary>The words of the empty choice.</summary>
    public required string Empty { get; set; }

    /// <summary>Whether a browser with scripts offers what fits while somebody types; other words that lead to a choice are sent with it.</summary>
    public bool Search { get; set; }

    protected override string ErrorClass => "govuk-select--error";

    protected override void Fill(TagHelperOutput output, string errorClass)
    {
        var select = Tag("select", $"govuk-select{errorClass}");
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        if (Search) select.Attributes["data-search"] = "/" + AddressOf(ViewContext.HttpContext, "dist/search.js");
        if (Search && Options.Any(option => option is SearchedItem { IsPlace: true }))
            select.Attributes["data-towns"] = "/" + AddressOf(ViewContext.HttpContext, "dist/towns.js");
        Focus(select);
        if (DescribedBy() is { } described) select.Attributes["aria-describedby"] = described;
        select.InnerHtml.AppendHtml(Option(new(Empty, "")));

        foreach (var group in Options.GroupBy(option => option.Group?.Name))
        {
            var parent = select;
            if (group.Key is not null)
            {
                parent = new TagBuilder("optgroup") { Attributes = { ["label"] = group.Key } };
                select.InnerHtml.AppendHtml(parent);
            }

            foreach (var option in group) parent.InnerHtml.AppendHtml(Option(option));
        }

        output.Content.AppendHtml(LabelTag());
        foreach (var tag in HintAndError()) output.Content.AppendHtml(tag);
        output.Content.AppendHtml(select);
    }

    private TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value } };
        if (item.Value == (Value ?? "")) option.Attributes["selected"] = "selected";
        if (Search && item is SearchedItem { Words: { Count: > 0 } words }) option.Attributes["data-words"] = string.Join('|', words);
        option.InnerHtml.Append(item.Text);
        return option;
    }
}
