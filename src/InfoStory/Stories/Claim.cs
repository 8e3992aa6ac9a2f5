using InfoStory.Data.Access;

namespace InfoStory.Stories;

/// <summary>In whose hands a story is, and since when; without a value in nobody's.</summary>
public readonly record struct Claim(long? ById, string? By, DateTime? At)
{
    public static Claim Of(Actor actor, DateTime now) => new(actor.StaffId, actor.Name, now);

    public bool IsOf(Actor actor) => actor.Is(ById, By);
}
