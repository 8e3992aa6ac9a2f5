using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Finds what interests mean today: tags that were renamed or merged since lead to what they are now.</summary>
public sealed class Interests(TagCatalogue tags, PlaceCatalogue places)
{
    /// <summary>Each that still means something, in the same order. Two statements, and one for each tag that is not offered any more.</summary>
    public async Task<IReadOnlyList<InterestToRead>> ReadAsync(IEnumerable<string> interests, CancellationToken cancellation)
    {
        var known = await KnownAsync(cancellation);
        List<InterestToRead> found = [];
        foreach (var spelt in interests)
        {
            if (Interest.Parse(spelt) is { } interest && await FindAsync(interest, known, cancellation) is { } one) found.Add(one);
        }

        return found;
    }

    /// <summary>Null where a part of it names nothing that there is.</summary>
    public async Task<InterestToRead?> FindAsync(Interest interest, CancellationToken cancellation) =>
        await FindAsync(interest, await KnownAsync(cancellation), cancellation);

    /// <summary>The one spelling; null where it means nothing, and empty where it is everything.</summary>
    public async Task<string?> SpellAsync(Interest? interest, CancellationToken cancellation) =>
        interest is null || !InterestWords.CanBeSought(interest.Words) ? null : (await FindAsync(interest, cancellation))?.Interest.ToString();

    /// <summary>What the library is asked for it; null where it means nothing any more. Words are found by the names of tags and places too.</summary>
    internal async Task<(LibraryFilter Filter, SearchWords? Words)?> AskedAsync(Interest interest, CancellationToken cancellation)
    {
        var known = await KnownAsync(cancellation);
        return await FindAsync(interest, known, cancellation) is { } found
            ? (found.Filter, SearchWords.Parse(found.Words, LibraryNames.Of(known.Tags, known.Places, [])))
            : null;
    }

    internal async Task<bool> IsTagAsync(string slug, bool mustBeService, CancellationToken cancellation) =>
        await tags.FindAsync(slug, cancellation) is { } tag && (!mustBeService || tag.Facet == Facet.Service);

    internal async Task<bool> IsPlaceAsync(string slug, CancellationToken cancellation) =>
        (await places.AllAsync(cancellation)).Exists(place => place.Slug == slug);

    private async Task<Known> KnownAsync(CancellationToken cancellation) =>
        new(await tags.AllAsync(cancellation), await places.AllAsync(cancellation));

    private async Task<InterestToRead?> FindAsync(Interest asked, Known known, CancellationToken cancellation)
    {
        var (service, tag) = (await FindAsync(asked.Service, known, cancellation), await FindAsync(asked.Tag, known, cancellation));
        var place = known.Places.FirstOrDefault(one => one.Slug == asked.Place);
        if (asked.Service is not null && service is not { Facet: Facet.Service }) return null;
        if ((asked.Tag is not null && tag is null) || (asked.Place is not null && place is null)) return null;

        return new(
            asked with { Service = service?.Slug, Tag = tag?.Slug }, FilterOf(asked.Kind, service, place, tag), service?.Name, place?.Name, tag?.Name);
    }

    private static LibraryFilter FilterOf(StoryKind? kind, TagChoice? service, PlaceChoice? place, TagChoice? tag) => new(new[]
    {
        kind is { } one ? LibraryValue.Of(one) : (LibraryValue?)null,
        service is null ? null : LibraryValue.Of(service.Facet, service.Id),
        place is null ? null : LibraryValue.Of(place.Id),
        tag is null ? null : LibraryValue.Of(tag.Facet, tag.Id),
    }.OfType<LibraryValue>());

    private async Task<TagChoice?> FindAsync(string? slug, Known known, CancellationToken cancellation) =>
        slug is null ? null : known.Tags.FirstOrDefault(tag => tag.Slug == slug) ?? await tags.FindAsync(slug, cancellation);

    private sealed record Known(IReadOnlyList<TagChoice> Tags, IReadOnlyList<PlaceChoice> Places);
}

public sealed class InterestRules : AbstractValidator<InterestForm>
{
    public InterestRules(Interests interests)
    {
        RuleFor(form => form.Words).Cascade(CascadeMode.Stop)
            .Brief("The words to look for", SearchWords.MaxLength)
            .Must(InterestWords.CanBeSought).WithMessage("Type at least one word to look for, or leave it empty");
        RuleFor(form => form.Kind).Must(kind => PlainText.TidyOrNull(kind) is not { } slug || Interest.KindOf(slug) is not null)
            .WithMessage("Choose a kind of story from the list");
        RuleFor(form => form.Service)
            .MustAsync(async (service, cancellation) => Slug(service) is not { } slug || await interests.IsTagAsync(slug, mustBeService: true, cancellation))
            .WithMessage("Choose a service from the list");
        RuleFor(form => form.Place)
            .MustAsync(async (place, cancellation) => Slug(place) is not { } slug || await interests.IsPlaceAsync(slug, cancellation))
            .WithMessage("Choose a place from the list");
        RuleFor(form => form.Tag)
            .MustAsync(async (tag, cancellation) => Slug(tag) is not { } slug || await interests.IsTagAsync(slug, mustBeService: false, cancellation))
            .WithMessage("Choose a tag from the list");
    }

    private static string? Slug(string? typed) => PlainText.TidyOrNull(typed)?.ToLowerInvariant();
}
