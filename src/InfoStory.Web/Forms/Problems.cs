using System.Globalization;
using System.Text;
using InfoStory.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InfoStory.Web.Forms;

/// <summary>One line of the error summary; <paramref name="Id"/> is the field to go to, null where it is about the whole page.</summary>
public sealed record Problem(string? Id, string Message);

public static class Problems
{
    /// <summary>What is wrong with the form, once each, in the order in which its fields are declared.</summary>
    public static IReadOnlyList<Problem> Of(ViewDataDictionary view) =>
    [
        .. view.ModelState.Where(entry => entry.Value is { Errors.Count: > 0 })
            .OrderBy(entry => Place(view.ModelMetadata, entry.Key), StringComparer.Ordinal)
            .SelectMany(entry => entry.Key.Length == 0
                ? entry.Value!.Errors.Select(error => new Problem(null, error.ErrorMessage))
                : [new Problem(Id(entry.Key, entry.Value!), entry.Value!.Errors[0].ErrorMessage)])
            .Distinct(),
    ];

    /// <summary>What keeps a form from doing what it is for, before anybody presses its button.</summary>
    public static Problem Of(Refusal refusal) => new(refusal.Field is null ? null : IdOf($"Form.{refusal.Field}"), refusal.Sentence);

    /// <summary>Sorts as the fields are declared, part by part of the name; what is about the whole page comes first.</summary>
    private static string Place(ModelMetadata model, string key)
    {
        var place = new StringBuilder();
        foreach (var name in key.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var isItem = int.TryParse(name.TrimEnd(']'), out var number);
            if (!isItem) number = model.Properties.Select(property => property.Name).TakeWhile(other => !Same(other, name)).Count();
            place.Append(CultureInfo.InvariantCulture, $"{number:D5}.");
            if ((isItem ? model.ElementMetadata : model.Properties.ElementAtOrDefault(number)) is not { } found) break;

            model = found;
        }

        return place.ToString();
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A list of choices has one field, and nothing is sent under the number of a choice; a list of rows has a field for each.</summary>
    private static string Id(string key, ModelStateEntry entry) =>
        IdOf(key.EndsWith(']') && entry.RawValue is null ? key.Split('[')[0] : key);

    private static string IdOf(string key) => TagBuilder.CreateSanitizedId(key, "-").ToLowerInvariant();
}
