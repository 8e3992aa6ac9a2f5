using FluentValidation;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

internal static class Choices
{
    public const string OneOrNone = "Choose one of the answers, or leave them all empty";

    public static IRuleBuilderOptions<T, Id<Tag>?> MustBeService<T>(this IRuleBuilder<T, Id<Tag>?> rule, InfoStoryContext db) =>
        rule.MustAsync(async (id, cancellation) => id is null || await db.Tags.AnyAsync(tag => tag.Id == id && tag.Facet == Facet.Service, cancellation))
            .WithMessage("Choose a service from the list");

    public static IRuleBuilderOptions<T, Id<Place>?> MustBePlace<T>(this IRuleBuilder<T, Id<Place>?> rule, InfoStoryContext db) =>
        rule.MustAsync(async (id, cancellation) => id is null || await db.Places.AnyAsync(place => place.Id == id, cancellation))
            .WithMessage("Choose a place from the list");
}
