using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>The tags and places that can be followed, handed to the part of a form that asks for them.</summary>
public sealed record FollowChoices(IReadOnlyList<TagChoice> Tags, IReadOnlyList<PlaceChoice> Places)
{
    private const string Key = "Follow";

    /// <exception cref="InvalidOperationException">The page offers none.</exception>
    public static FollowChoices In(ViewDataDictionary view) =>
        view[Key] as FollowChoices ?? throw new InvalidOperationException("The page must offer what can be followed.");

    public void OfferIn(ViewDataDictionary view) => view[Key] = this;
}
