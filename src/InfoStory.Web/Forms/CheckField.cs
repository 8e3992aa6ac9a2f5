using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>One box to tick.</summary>
[HtmlTargetElement("check-field")]
public sealed class CheckField : Field
{
    protected override string ErrorClass => "";

    protected override void Fill(TagHelperOutput output, string errorClass)
    {
        var item = Tag("div", "govuk-checkboxes__item");
        var input = Tag("input", "govuk-checkboxes__input");
        (input.TagRenderMode, input.Attributes["id"], input.Attributes["name"], input.Attributes["type"], input.Attributes["value"]) =
            (TagRenderMode.SelfClosing, Id, Name, "checkbox", "true");
        if (string.Equals(Value, "true", StringComparison.OrdinalIgnoreCase)) input.Attributes["checked"] = "checked";
        if (DescribedBy() is { } described) input.Attributes["aria-describedby"] = described;

        var label = Tag("label", "govuk-label govuk-checkboxes__label", Label);
        label.Attributes["for"] = Id;
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        foreach (var tag in HintAndError())
        {
            tag.AddCssClass("govuk-checkboxes__hint");
            item.InnerHtml.AppendHtml(tag);
        }

        var boxes = Tag("div", "govuk-checkboxes");
        boxes.InnerHtml.AppendHtml(item);
        output.Content.AppendHtml(boxes);
    }
}
