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
            .OrderBy(entry => Place(view.ModelMetadata, entry.Key))
            .SelectMany(entry => entry.Key.Length == 0
                ? entry.Value!.Errors.Select(error => new Problem(null, error.ErrorMessage))
                : [new Problem(Id(entry.Key), entry.Value!.Errors[0].ErrorMessage)])
            .Distinct(),
    ];

    private static int Place(ModelMetadata model, string key)
    {
        var place = -1;
        foreach (var name in key.Split('.', '['))
        {
            place = 0;
            ModelMetadata? found = null;
            foreach (var property in model.Properties)
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    found = property;
                    break;
                }

                place++;
            }

            if (found is null) break;
            model = found;
        }

        return key.Length == 0 ? -1 : place;
    }

    /// <summary>A list of choices has one field; a list of steps has a field for each part of each step.</summary>
    private static string Id(string key) => TagBuilder.CreateSanitizedId(key.EndsWith(']') ? key.Split('[')[0] : key, "-").ToLowerInvariant();
}
