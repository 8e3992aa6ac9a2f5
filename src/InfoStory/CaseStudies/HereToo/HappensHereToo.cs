using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.HereToo;

/// <summary>How many readers of a case study said that it happens where they are too, exactly: for publishers. A null is what was not said.</summary>
public sealed record HereTooOnDesk(int Count, IReadOnlyList<SaidHere<string>> Places, IReadOnlyList<SaidHere<WhoIsTelling?>> Roles);

/// <summary>How often this was said.</summary>
public sealed record SaidHere<T>(T? What, int Count);

/// <summary>
/// Keeps what readers say by one tap. Whoever calls it has seen to it that one network counts once a day, which only the front of house can tell.
/// </summary>
public sealed class HappensHereToo(InfoStoryContext db, IValidator<SayMore> rules, TimeProvider clock)
{
    private const string ForPublishers = "Only a publisher sees how often it was said that this happens elsewhere too.";

    /// <summary>Says so of a case study that is public. Hanging up undoes nothing.</summary>
    /// <exception cref="GoneException">It was taken down, or taken back, at this moment.</exception>
    public async Task<Id<Tap>> TapAsync(Id<CaseStudy> study)
    {
        var now = clock.UtcNow;
        Tap tap = null!;
        try
        {
            await db.TogetherAsync(async () =>
            {
                db.Add(tap = new() { CaseStudyId = study, On = DateOnly.FromDateTime(now.InLondon()) });
                await db.SaveChangesAsync(CancellationToken.None);
                // After it is written, so that nothing is left where the author takes the story back at this moment.
                if (!await db.CaseStudies.Shown(now).AnyAsync(one => one.Id == study, CancellationToken.None)) throw new GoneException("The case study");
            }, CancellationToken.None);
        }
        catch (Exception fault) when (fault is ClashException or ConflictException)
        {
            throw new GoneException("The case study");
        }

        return tap.Id;
    }

    /// <summary>Adds to what was said where and in which role; what was said once stays. One that is not there any more is left alone.</summary>
    /// <exception cref="ValidationException">The place or the role is on no list.</exception>
    public async Task SayAsync(Id<Tap> id, SayMore command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);

        await db.HereTooTaps.Where(tap => tap.Id == id).ExecuteUpdateAsync(
            said => said.SetProperty(tap => tap.PlaceId, tap => tap.PlaceId ?? command.Place)
                .SetProperty(tap => tap.Role, tap => tap.Role ?? command.WhoIsTelling), cancellation);
    }

    /// <summary>What was said of one case study, most often first; null where nothing was. Publishers only. One statement.</summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    public async Task<HereTooOnDesk?> ShowAsync(Id<CaseStudy> study, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, ForPublishers);

        var said = await db.HereTooTaps.AsNoTracking().Where(tap => tap.CaseStudyId == study).GroupBy(tap => new { tap.PlaceId, tap.Role })
            .Select(same => new
            {
                Place = db.Set<Place>().Where(place => place.Id == same.Key.PlaceId).Select(place => place.Name).FirstOrDefault(),
                same.Key.Role,
                Count = same.Count(),
            }).ToListAsync(cancellation);
        return said.Count == 0
            ? null
            : new(said.Sum(same => same.Count), Said(said, same => same.Place, same => same.Count), Said(said, same => same.Role, same => same.Count));
    }

    private static IReadOnlyList<SaidHere<T>> Said<TSame, T>(IEnumerable<TSame> said, Func<TSame, T?> what, Func<TSame, int> count) =>
        [.. said.GroupBy(what).Select(same => new SaidHere<T>(same.Key, same.Sum(count)))
            .OrderByDescending(one => one.Count).ThenBy(one => one.What?.ToString(), StringComparer.Ordinal)];
}
