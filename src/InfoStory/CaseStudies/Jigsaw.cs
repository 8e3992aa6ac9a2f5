using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>
/// What the public sees beside a text, put together: who told it, where, in which month and about which service. Counts the public case
/// studies that have all four the same, this story among them, and what each coarser choice would make of it.
/// </summary>
public sealed class Jigsaw(InfoStoryContext db, TimeProvider clock) : IFlagSource
{
    /// <summary>A group of so many is large enough.</summary>
    public const int Enough = 5;

    /// <summary>At most nine statements, each a few looks into one index; no group is counted beyond <see cref="Enough"/>.</summary>
    public async Task<IReadOnlyList<FoundFlag>> FindAsync(Story story, CancellationToken cancellation)
    {
        // Everyone reads the month in which it was first public, also when it went and comes back.
        var own = await db.CaseStudies.WasShown().Where(db.DrawsOn(story.Id)).OrderByDescending(study => study.PublishedAt)
            .Select(study => new { study.Id, study.FirstPublishedAt }).FirstOrDefaultAsync(cancellation);
        var month = (own?.FirstPublishedAt ?? clock.UtcNow).InLondon();
        var exact = new Group(story.PlaceId is { } place ? [place] : null, story.ServiceId, story.WhoIsTelling, month);
        var smallest = await CountAsync(exact, own?.Id, cancellation);
        if (smallest >= Enough) return [];

        var places = await db.Places.AsNoTracking().Select(one => new { one.Id, one.Name, one.ParentId }).ToDictionaryAsync(one => one.Id, cancellation);
        List<(string Choice, Group Group)> coarser = [];
        for (var around = story.PlaceId is { } at ? places[at].ParentId : null; around is { } wider; around = places[wider].ParentId)
        {
            coarser.Add(
                ($"with {places[wider].Name} as the place", exact with { Places = [.. places.Values.Where(one => IsWithin(one.Id)).Select(one => one.Id)] }));
            bool IsWithin(Id<Place> one) => one == wider || (places[one].ParentId is { } parent && IsWithin(parent));
        }

        if (story.ServiceId is not null) coarser.Add(("without the service", exact with { AnyService = true }));
        if (story.WhoIsTelling is not null) coarser.Add(("without who is telling", exact with { AnyRole = true }));
        coarser.Add(("without the month", exact with { AnyMonth = true }));

        List<(string Choice, int Size)> sizes = [];
        foreach (var (choice, group) in coarser) sizes.Add((choice, await CountAsync(group, own?.Id, cancellation)));

        var service = story.ServiceId is { } tag
            ? await db.Set<Tag>().Where(one => one.Id == tag).Select(one => one.Name).FirstOrDefaultAsync(cancellation)
            : null;
        var words = string.Join(", ", new[]
        {
            story.WhoIsTelling?.Title(), story.PlaceId is { } here ? places[here].Name : null, $"{exact.Month:MMMM yyyy}", service
        }.OfType<string>());
        return [new(FlagRules.Of("jigsaw"), FlagPlace.Facts, words, null, Detail(smallest, sizes))];
    }

    private static string Detail(int smallest, List<(string Choice, int Size)> sizes)
    {
        var enough = sizes.Where(size => size.Size >= Enough).ToList();
        var mends = enough.Count > 0
            ? $"It is large enough, {Enough} or more, {string.Join(" or ", enough.Select(size => size.Choice))}."
            : $"No one change makes it {Enough}: {string.Join(", ", sizes.Select(size => $"{size.Choice} it is {size.Size}"))}.";
        return $"With this story the group is {smallest}. {mends}";
    }

    /// <summary>How many public case studies are in the group, with this story, but no more than <see cref="Enough"/>.</summary>
    private async Task<int> CountAsync(Group group, Id<CaseStudy>? own, CancellationToken cancellation)
    {
        var (places, service, role, from) = (group.Places, group.Service, group.Role, group.From);
        var until = from.AddMonths(1);
        var studies = db.CaseStudies.Shown(clock.UtcNow).Where(In(places));
        if (!group.AnyService) studies = studies.Where(study => study.ServiceId == service);
        if (!group.AnyRole) studies = studies.Where(study => study.WhoIsTelling == role);
        // Whatever is public is so since its first time or later: that bound is in the index.
        if (!group.AnyMonth)
            studies = studies.Where(study => study.PublishedAt >= from && study.FirstPublishedAt >= from && study.FirstPublishedAt < until);
        if (own is { } id) studies = studies.Where(study => study.Id != id);
        return 1 + await studies.Select(study => study.Id).Take(Enough - 1).CountAsync(cancellation);
    }

    private static Expression<Func<CaseStudy, bool>> In(List<Id<Place>>? places) =>
        places switch
        {
            null => study => study.PlaceId == null,
            [var only] => study => study.PlaceId == only,
            _ => study => places.Contains(study.PlaceId!.Value),
        };

    /// <param name="Places">Any of these; null for no place at all.</param>
    /// <param name="Service">The service; null for none.</param>
    /// <param name="Role">Who told it; null for nobody named.</param>
    /// <param name="Month">A moment of the month on a London clock.</param>
    private sealed record Group(List<Id<Place>>? Places, Id<Tag>? Service, WhoIsTelling? Role, DateTime Month)
    {
        public bool AnyService { get; init; }

        public bool AnyRole { get; init; }

        public bool AnyMonth { get; init; }

        /// <summary>The first moment of the month, to the day.</summary>
        public DateTime From { get; } = new(Month.Year, Month.Month, 1, 0, 0, 0, DateTimeKind.Utc);
    }
}
