using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>
/// A form that names no address is sent to the page that it is on. A browser by itself would send it to the address of what was shown last, and where that is
/// the answer to another button of the page, the button that is pressed now would do what the other one does.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostToSelfTagHelper : TagHelper
{
    /// <summary>After the framework's own helper, which adds the token of a form without an address.</summary>
    public override int Order => 0;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes.ContainsName("action")) return;

        var request = View.HttpContext.Request;
        var query = request.Query.Where(part => part.Key != "handler").SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value)));
        output.Attributes.SetAttribute("action", $"{request.PathBase}{request.Path}{QueryString.Create(query)}");
    }
}
