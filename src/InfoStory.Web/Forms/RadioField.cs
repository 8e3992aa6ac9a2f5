using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>One of few, all on show.</summary>
[HtmlTargetElement("radio-field")]
public sealed class RadioField : Field
{
    public required IEnumerable<SelectListItem> Options { get; set; }

    /// <summary>Options side by side.</summary>
    public bool Inline { get; set; }

    /// <summary>Options of a word or two, side by side on a telephone too.</summary>
    public bool Row { get; set; }

    /// <summary>One of several questions on its page.</summary>
    public bool Small { get; set; }

    protected override string ErrorClass => "";

    protected override void Fill(TagHelperOutput output, string errorClass)
    {
        var set = Tag("fieldset", "govuk-fieldset");
        if (DescribedBy() is { } described) set.Attributes["aria-describedby"] = described;
        set.InnerHtml.AppendHtml(LegendTag(Small ? "s" : "m"));
        foreach (var tag in HintAndError()) set.InnerHtml.AppendHtml(tag);

        var radios = Tag("div", (Inline, Row) switch
        {
            (_, true) => "govuk-radios info-radios-row",
            (true, _) => "govuk-radios govuk-radios--inline",
            _ => "govuk-radios",
        });
        foreach (var (option, number) in Options.Select((option, number) => (option, number)))
            radios.InnerHtml.AppendHtml(Item(option, number == 0 ? Id : $"{Id}-{number + 1}"));
        set.InnerHtml.AppendHtml(radios);
        output.Content.AppendHtml(set);
    }

    private TagBuilder Item(SelectListItem option, string id)
    {
        var item = Tag("div", "govuk-radios__item");
        var input = Tag("input", "govuk-radios__input");
        (input.TagRenderMode, input.Attributes["id"], input.Attributes["name"], input.Attributes["type"], input.Attributes["value"]) =
            (TagRenderMode.SelfClosing, id, Name, "radio", option.Value);
        if (string.Equals(option.Value, Value, StringComparison.OrdinalIgnoreCase)) input.Attributes["checked"] = "checked";

        var label = Tag("label", "govuk-label govuk-radios__label", option.Text);
        label.Attributes["for"] = id;
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        return item;
    }
}
