using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InfoStory.Web.Forms;

/// <summary>One choice with a line that explains it.</summary>
public sealed record Choice(string Text, string Value, string? Meaning = null);

/// <summary>Any number of few, all on show.</summary>
[HtmlTargetElement("choices-field")]
public sealed class ChoicesField : Field
{
    public required IEnumerable<Choice> Choices { get; set; }

    protected override string ErrorClass => "";

    protected override void Fill(TagHelperOutput output, string errorClass)
    {
        var set = Tag("fieldset", "govuk-fieldset");
        if (DescribedBy() is { } described) set.Attributes["aria-describedby"] = described;
        set.InnerHtml.AppendHtml(LegendTag());
        foreach (var tag in HintAndError()) set.InnerHtml.AppendHtml(tag);

        var chosen = Chosen();
        var boxes = Tag("div", "govuk-checkboxes");
        foreach (var (choice, number) in Choices.Select((choice, number) => (choice, number)))
            boxes.InnerHtml.AppendHtml(Item(choice, number == 0 ? Id : $"{Id}-{number + 1}", chosen));
        set.InnerHtml.AppendHtml(boxes);
        output.Content.AppendHtml(set);
    }

    private HashSet<string> Chosen()
    {
        var typed = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.RawValue : null;
        return (typed ?? For.Model) switch
        {
            string one => [one],
            IEnumerable many => many.Cast<object?>().Select(value => $"{value}").ToHashSet(StringComparer.OrdinalIgnoreCase),
            _ => [],
        };
    }

    private TagBuilder Item(Choice choice, string id, HashSet<string> chosen)
    {
        var item = Tag("div", "govuk-checkboxes__item");
        var input = Tag("input", "govuk-checkboxes__input");
        (input.TagRenderMode, input.Attributes["id"], input.Attributes["name"], input.Attributes["type"], input.Attributes["value"]) =
            (TagRenderMode.SelfClosing, id, Name, "checkbox", choice.Value);
        if (chosen.Contains(choice.Value)) input.Attributes["checked"] = "checked";

        var label = Tag("label", "govuk-label govuk-checkboxes__label", choice.Text);
        label.Attributes["for"] = id;
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (choice.Meaning is null) return item;

        var meaning = Tag("div", "govuk-hint govuk-checkboxes__hint", choice.Meaning);
        meaning.Attributes["id"] = input.Attributes["aria-describedby"] = $"{id}-meaning";
        item.InnerHtml.AppendHtml(meaning);
        return item;
    }
}
