using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.Stories;

/// <summary>How a story is scored and by whom, and the second person and the notice that 3 and 4 need; without a value not scored.</summary>
/// <param name="SecondedBy">Who else read the public text and said yes to it; null where nobody has, or it was changed since.</param>
/// <param name="NoticeGivenAt">
/// When the named service was told, three working days before publication; only for <see cref="Criticality.AvoidableHarm"/>.
/// </param>
public readonly record struct Score(Criticality? Criticality, long? ById, string? By, string? SecondedBy, DateTime? SecondedAt, DateTime? NoticeGivenAt)
{
    /// <summary>A new score, which nobody has seconded and of which nobody was told.</summary>
    public static Score Of(Criticality criticality, Actor actor) => new(criticality, actor.StaffId, actor.Name, null, null, null);

    /// <summary>What the second person must be allowed to do; null where no second person is needed.</summary>
    public AccessPolicy? SecondPolicy => Criticality switch
    {
        Stories.Criticality.AvoidableHarm => AccessPolicy.Publish,
        Stories.Criticality.SeriousHarm => AccessPolicy.Safeguard,
        _ => null,
    };

    /// <summary>True where a second person has to read it who has not yet.</summary>
    public bool WaitsForSecond => SecondPolicy is not null && SecondedAt is null;

    /// <summary>The second person has read the public text.</summary>
    /// <exception cref="ConflictException">It needs no second person, or not this one.</exception>
    /// <exception cref="ForbiddenException">The actor may not be one.</exception>
    public Score Seconded(Actor actor, Claim claimed, DateTime now) =>
        WhyNotSecond(actor, claimed) is { } refusal ? throw refusal : this with { SecondedBy = actor.Name, SecondedAt = now };

    /// <summary>
    /// Why this person cannot be the second one; null where they can. Nobody is their own second: not who scored it, and not who has claimed it.
    /// </summary>
    public Exception? WhyNotSecond(Actor actor, Claim claimed)
    {
        if (SecondPolicy is not { } policy) return new ConflictException("Only a story scored 3 or 4 needs a second person.");
        if (!actor.May(policy))
            return new ForbiddenException(
                $"A story scored {(int)Criticality!} needs a {(policy == AccessPolicy.Publish ? "publisher" : "safeguarding lead")} as its second person.");

        return actor.Is(ById, By) || claimed.IsOf(actor)
            ? new ConflictException("You scored or reviewed this story. Somebody else must be the second person.")
            : null;
    }

    /// <summary>The words that the second person read are not the same any more.</summary>
    public Score NotSeconded() => this with { SecondedBy = null, SecondedAt = null };

    /// <summary>The named service has been told what will be published.</summary>
    /// <exception cref="ConflictException">It is not told of a story with this score.</exception>
    public Score NoticeGiven(DateTime now) => Criticality == Stories.Criticality.AvoidableHarm
        ? this with { NoticeGivenAt = now }
        : throw new ConflictException("Only for a story scored 3 the service is told first.");
}
