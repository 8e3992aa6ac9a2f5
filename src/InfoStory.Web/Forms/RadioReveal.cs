using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>The fields that belong to one answer of a <see cref="RadioField"/>, under that answer.</summary>
[HtmlTargetElement("radio-reveal", ParentTag = "radio-field")]
public sealed class RadioReveal : TagHelper
{
    /// <summary>The value of the answer.</summary>
    public required string When { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        ((Dictionary<string, IHtmlContent>)context.Items[typeof(RadioReveal)])[When] = new HtmlString(fields.GetContent());
        output.SuppressOutput();
    }
}
