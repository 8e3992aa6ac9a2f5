using InfoStory.Protection.Flags;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>A line of text, or a box of several rows; counts words where it is told how many there may be.</summary>
[HtmlTargetElement("text-field")]
public sealed class TextField : Field
{
    /// <summary>Rows of the box; 0 for a single line.</summary>
    public int Rows { get; set; }

    /// <summary>The most words, counted while typing; 0 for no count.</summary>
    public int Words { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? BoxClass { get; set; }

    /// <summary>Which keys a telephone shows, such as numeric.</summary>
    public string? Inputmode { get; set; }

    public bool Spellcheck { get; set; } = true;

    /// <summary>Never kept on the device while it is typed.</summary>
    public bool Unkept { get; set; }

    /// <summary>Whether it is only read.</summary>
    public bool Readonly { get; set; }

    /// <summary>Whether the browser points at what could show who somebody is.</summary>
    public bool IdentityHints { get; set; }

    /// <summary>Whether these are public words, in which the browser marks what the rules of flags see while they are typed.</summary>
    public bool Flagged { get; set; }

    /// <summary>What is not marked in them (<see cref="PublicFlags.SettledAsync"/>).</summary>
    public IReadOnlyList<string>? Settled { get; set; }

    /// <summary>The address of the rules of the hints, under a name that browsers may keep for good.</summary>
    internal static string RulesOf(HttpContext context) => AddressOf(context, "dist/hints.js");

    private IHtmlContent? Between { get; set; }

    protected override string GroupClass => Words > 0 ? " govuk-character-count" : "";

    protected override string ErrorClass => Rows > 0 ? "govuk-textarea--error" : "govuk-input--error";

    /// <summary>What stands inside the tag stands between the question and its box.</summary>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Between = await output.GetChildContentAsync();
        await base.ProcessAsync(context, output);
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (IdentityHints) output.Attributes.SetAttribute("data-hints", "/" + RulesOf(ViewContext.HttpContext));
        if (Flagged && !Readonly)
        {
            var http = ViewContext.HttpContext;
            output.Attributes.SetAttribute("data-flagged", $"/{RulesOf(http)} /{AddressOf(http, "dist/flags.js")}");
            if (Settled is { Count: > 0 }) output.Attributes.SetAttribute("data-settled", string.Join('\n', Settled));
        }

        if (Words == 0) return;

        output.Attributes.SetAttribute("data-module", "info-word-count");
        output.Attributes.SetAttribute("data-limit", Words.ToString());
    }

    protected override void Fill(TagHelperOutput output, string errorClass)
    {
        output.Content.AppendHtml(LabelTag());
        foreach (var tag in HintAndError()) output.Content.AppendHtml(tag);

        if (Between is not null) output.Content.AppendHtml(Between);
        output.Content.AppendHtml(Control(errorClass));
        if (Words == 0) return;

        var count = Tag("div", "govuk-hint govuk-character-count__message", $"You can write up to {Words:N0} words");
        count.Attributes["id"] = $"{Id}-info";
        output.Content.AppendHtml(count);
    }

    private TagBuilder Control(string errorClass)
    {
        var control = Rows > 0 ? Tag("textarea", $"govuk-textarea {BoxClass}{errorClass}") : Tag("input", $"govuk-input {BoxClass}{errorClass}");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (DescribedBy(Words > 0 ? $"{Id}-info" : null) is { } described) control.Attributes["aria-describedby"] = described;
        Focus(control);
        if (Readonly) control.Attributes["readonly"] = "";
        if (Unkept) control.Attributes["data-unkept"] = "";
        if (Autocomplete is not null) control.Attributes["autocomplete"] = Autocomplete;
        if (Inputmode is not null) control.Attributes["inputmode"] = Inputmode;
        control.Attributes["spellcheck"] = Spellcheck ? "true" : "false";

        if (Rows > 0)
        {
            control.Attributes["rows"] = Rows.ToString();
            // A browser drops one line end after the tag, so that one is ours.
            control.InnerHtml.Append("\n" + Value);
            return control;
        }

        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = Type;
        if (Type != "password" && Value is { } value) control.Attributes["value"] = value;
        return control;
    }
}
