using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>One question of a form as govuk-frontend lays it out: label, hint, error and control, tied together for screen readers.</summary>
public abstract class Field : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>The question is the heading of its page.</summary>
    public bool Heading { get; set; }

    /// <summary>Whether whoever comes to the page begins here, unless the form was refused: then they begin at what is wrong.</summary>
    public bool Autofocus { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name under which the field is sent, whole also where a partial view shows a part of the form.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "-").ToLowerInvariant();

    /// <summary>What was typed where the form came back, else what the model holds.</summary>
    protected string? Value
    {
        get
        {
            var typed = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue : null;
            return typed ?? (For.Model is DateOnly day ? TypedDay.InWords(day) : For.Model?.ToString());
        }
    }

    private string? Error => ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? $"govuk-form-group{GroupClass}" : $"govuk-form-group govuk-form-group--error{GroupClass}");
        Fill(output, Error is null ? "" : " " + ErrorClass);
    }

    /// <summary>The address of a file that a script fetches when it needs it, under a name that browsers may keep for good.</summary>
    protected static string AddressOf(HttpContext context, string file) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file;

    protected virtual string GroupClass => "";

    protected abstract string ErrorClass { get; }

    /// <summary>Writes label, hint, error and control into the group.</summary>
    protected abstract void Fill(TagHelperOutput output, string errorClass);

    /// <summary>Marks the control as the one to begin at, where it is.</summary>
    protected void Focus(TagBuilder control)
    {
        if (Autofocus && ViewContext.ModelState.IsValid) control.Attributes["autofocus"] = "";
    }

    /// <summary>The ids of hint and error, for aria-describedby; null where there is neither.</summary>
    protected string? DescribedBy(string? also = null)
    {
        var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error", also }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    protected TagBuilder LabelTag()
    {
        var label = Tag("label", Heading ? "govuk-label govuk-label--l" : "govuk-label", Label);
        label.Attributes["for"] = Id;
        if (!Heading) return label;

        var heading = Tag("h1", "govuk-label-wrapper");
        heading.InnerHtml.AppendHtml(label);
        return heading;
    }

    /// <param name="size">The size of a legend that is not the heading, as govuk-frontend names sizes.</param>
    protected TagBuilder LegendTag(string size = "m")
    {
        if (!Heading) return Tag("legend", $"govuk-fieldset__legend govuk-fieldset__legend--{size}", Label);

        var legend = Tag("legend", "govuk-fieldset__legend govuk-fieldset__legend--l");
        legend.InnerHtml.AppendHtml(Tag("h1", "govuk-fieldset__heading", Label));
        return legend;
    }

    protected IEnumerable<TagBuilder> HintAndError()
    {
        if (Hint is not null)
        {
            var hint = Tag("div", "govuk-hint", Hint);
            hint.Attributes["id"] = $"{Id}-hint";
            yield return hint;
        }

        if (Error is null) yield break;

        var error = Tag("p", "govuk-error-message");
        error.Attributes["id"] = $"{Id}-error";
        error.InnerHtml.AppendHtml(Tag("span", "govuk-visually-hidden", "Error:")).Append(" " + Error);
        yield return error;
    }

    protected static TagBuilder Tag(string name, string @class, string? text = null)
    {
        var tag = new TagBuilder(name);
        tag.Attributes["class"] = @class;
        if (text is not null) tag.InnerHtml.Append(text);
        return tag;
    }
}
