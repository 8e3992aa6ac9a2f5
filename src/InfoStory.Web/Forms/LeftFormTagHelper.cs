using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>
/// Where somebody exited or cleared this browser, no form may be filled in by it again. Before that the browser may: without scripts it is what brings the
/// words back when the signal was lost (docs/decisions/0043).
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class LeftFormTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.HttpContext.Request.WasAskedToForget()) output.Attributes.SetAttribute("autocomplete", "off");
    }
}
