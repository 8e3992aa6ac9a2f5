using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.Stories;

/// <summary>How a story is scored and by whom, and the second person and the notice that 3 and 4 need; without a value not scored.</summary>
/// <param name="SecondedBy">Who else read the public text and said yes to it; null where nobody has, or it was changed since.</param>
/// <param name="NoticeGivenAt">
/// When the named service was told, three working days before publication; only for <see cref="Criticality.AvoidableHarm"/>.
/// </param>
/// <param name="Highest">The highest that it ever was; null where it was never scored since this is kept.</param>
/// <param name="TouchedBy">Everybody who scored, wrote or approved any of it, each on a line; whatever happens to it later they are nobody's second.</param>
public readonly record struct Score(
    Criticality? Criticality, long? ById, string? By, string? SecondedBy, DateTime? SecondedAt, DateTime? NoticeGivenAt,
    Criticality? Highest = null, string? TouchedBy = null)
{
    /// <summary>The gravest that anybody ever found it: what once was 3 or 4 needs its second person, however it is scored now.</summary>
    public Criticality? Gravest => Highest > Criticality || Criticality is null ? Highest : Criticality;

    /// <summary>What the second person must be allowed to do; null where no second person is needed.</summary>
    public AccessPolicy? SecondPolicy => Gravest switch
    {
        Stories.Criticality.AvoidableHarm => AccessPolicy.Publish,
        Stories.Criticality.SeriousHarm => AccessPolicy.Safeguard,
        _ => null,
    };

    /// <summary>True where a second person has to read it who has not yet.</summary>
    public bool WaitsForSecond => SecondPolicy is not null && SecondedAt is null;

    /// <summary>Another score, which nobody has seconded and of which nobody was told.</summary>
    public Score Anew(Criticality criticality, Actor actor) =>
        new Score(criticality, actor.StaffId, actor.Name, null, null, null, Gravest > criticality ? Gravest : criticality, TouchedBy).Touched(actor);

    /// <summary>This person had a hand in it, and nobody has seconded it as it is now.</summary>
    public Score Touched(Actor actor) =>
        NotSeconded() with { TouchedBy = WasTouchedBy(actor) ? TouchedBy : TouchedBy is null ? Key(actor) : $"{TouchedBy}\n{Key(actor)}" };

    /// <summary>The second person has read the public text.</summary>
    /// <exception cref="ConflictException">It needs no second person, or not this one.</exception>
    /// <exception cref="ForbiddenException">The actor may not be one.</exception>
    public Score Seconded(Actor actor, Claim claimed, DateTime now) =>
        WhyNotSecond(actor, claimed) is { } refusal ? throw refusal : this with { SecondedBy = actor.Name, SecondedAt = now };

    /// <summary>
    /// Why this person cannot be the second one; null where they can. Nobody is their own second: not who ever scored, wrote or approved any of it,
    /// and not who has claimed it.
    /// </summary>
    public Exception? WhyNotSecond(Actor actor, Claim claimed)
    {
        if (SecondPolicy is not { } policy) return new ConflictException("Only a story that is or was scored 3 or 4 needs a second person.");
        if (!actor.May(policy))
        {
            var (scored, second) = (Gravest > Criticality ? "once scored" : "scored", policy == AccessPolicy.Publish ? "publisher" : "safeguarding lead");
            return new ForbiddenException($"A story {scored} {(int)Gravest!} needs a {second} as its second person.");
        }

        return actor.Is(ById, By) || claimed.IsOf(actor) || WasTouchedBy(actor)
            ? new ConflictException("You scored, wrote or reviewed this story. Somebody else must be the second person.")
            : null;
    }

    /// <summary>The words that the second person read are not the same any more.</summary>
    public Score NotSeconded() => this with { SecondedBy = null, SecondedAt = null };

    /// <summary>The named service has been told what will be published.</summary>
    /// <exception cref="ConflictException">It is not told of a story with this score.</exception>
    public Score NoticeGiven(DateTime now) => Criticality == Stories.Criticality.AvoidableHarm
        ? this with { NoticeGivenAt = now }
        : throw new ConflictException("Only for a story scored 3 the service is told first.");

    private bool WasTouchedBy(Actor actor) => TouchedBy?.Split('\n').Contains(Key(actor), StringComparer.Ordinal) ?? false;

    private static string Key(Actor actor) => actor.StaffId is { } id ? $"{id}" : actor.Name;
}
