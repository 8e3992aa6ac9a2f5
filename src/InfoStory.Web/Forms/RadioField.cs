using Microsoft.AspNetCore.Html;
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

    private readonly Dictionary<string, IHtmlContent> revealed = [];

    protected override string ErrorClass => "";

    /// <summary>What belongs to one answer stands inside the tag, as <see cref="RadioReveal"/>.</summary>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(RadioReveal)] = revealed;
        await output.GetChildContentAsync();
        await base.ProcessAsync(context, output);
    }

    protected override void Fill(TagHelperOutput output, string errorClass)
    {
        var set = Tag("fieldset", "govuk-fieldset");
        if (DescribedBy() is { } described) set.Attributes["aria-describedby"] = described;
        set.InnerHtml.AppendHtml(LegendTag(Small ? "s" : "m"));
        foreach (var tag in HintAndError()) set.InnerHtml.AppendHtml(tag);

        var radios = Tag("div", (Inline, Row) switch
        {
            (_, true) => "govuk-radios govuk-radios--small info-radios-row",
            (true, _) => "govuk-radios govuk-radios--inline",
            _ => "govuk-radios",
        });
        if (revealed.Count > 0) radios.Attributes["data-module"] = "govuk-radios";
        foreach (var (option, number) in Options.Select((option, number) => (option, number)))
        {
            var id = number == 0 ? Id : $"{Id}-{number + 1}";
            radios.InnerHtml.AppendHtml(Item(option, id));
            if (revealed.TryGetValue(option.Value, out var fields)) radios.InnerHtml.AppendHtml(Revealed(option, id, fields));
        }

        set.InnerHtml.AppendHtml(radios);
        output.Content.AppendHtml(set);
    }

    private TagBuilder Item(SelectListItem option, string id)
    {
        var item = Tag("div", "govuk-radios__item");
        var input = Tag("input", "govuk-radios__input");
        (input.TagRenderMode, input.Attributes["id"], input.Attributes["name"], input.Attributes["type"], input.Attributes["value"]) =
            (TagRenderMode.SelfClosing, id, Name, "radio", option.Value);
        if (IsChosen(option)) input.Attributes["checked"] = "checked";
        if (revealed.ContainsKey(option.Value)) input.Attributes["data-aria-controls"] = $"{id}-more";

        var label = Tag("label", "govuk-label govuk-radios__label", option.Text);
        label.Attributes["for"] = id;
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        return item;
    }

    private bool IsChosen(SelectListItem option) => string.Equals(option.Value, Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Hidden until its answer is chosen; without a script it is shown.</summary>
    private TagBuilder Revealed(SelectListItem option, string id, IHtmlContent fields)
    {
        var more = Tag("div", IsChosen(option) ? "govuk-radios__conditional" : "govuk-radios__conditional govuk-radios__conditional--hidden");
        more.Attributes["id"] = $"{id}-more";
        more.InnerHtml.AppendHtml(fields);
        return more;
    }
}
