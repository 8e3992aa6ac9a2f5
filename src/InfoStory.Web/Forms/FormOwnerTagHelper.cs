using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>Every form behind a sign-in carries, sealed, whose it is, and which kept form it goes on from: what <see cref="FormKeeper"/> asks.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormOwnerTagHelper(FormSeals seals) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = View.HttpContext;
        if (!FormKeeper.Guards(http) || FormSeals.OwnerOf(http.User) is not { } owner) return;

        if (!http.Items.TryGetValue(typeof(FormOwnerTagHelper), out var closed)) http.Items[typeof(FormOwnerTagHelper)] = closed = seals.Seal(owner);
        Add(output, FormKeeper.OwnerField, (string)closed!);
        if (From(http) is { } key) Add(output, FormKeeper.FromField, key);
    }

    private static string? From(HttpContext http) => http.Features.Get<AskedForm>() is { IsFound: true, Key: var asked }
        ? asked
        : http.Request.HasFormContentType && http.Request.Form[FormKeeper.FromField] is [{ Length: 32 } sent] ? sent : null;

    private static void Add(TagHelperOutput output, string name, string value)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = name, ["value"] = value });
        output.PostContent.AppendHtml(field);
    }
}
