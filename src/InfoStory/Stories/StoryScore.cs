using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.Stories;

/// <summary>How a story is scored, and the second person that 3 and 4 need.</summary>
public sealed partial class Story
{
    public Criticality? Criticality { get; private set; }

    public long? ScoredById { get; private set; }

    public string? ScoredBy { get; private set; }

    /// <summary>Who else read the public text and said yes to it; null where nobody has, or it was changed since.</summary>
    public string? SecondedBy { get; private set; }

    public DateTime? SecondedAt { get; private set; }

    /// <summary>When the named service was told, three working days before publication; only for <see cref="Stories.Criticality.AvoidableHarm"/>.</summary>
    public DateTime? NoticeGivenAt { get; private set; }

    /// <summary>What the second person must be allowed to do; null where no second person is needed.</summary>
    public AccessPolicy? SecondPolicy => Criticality switch
    {
        Stories.Criticality.AvoidableHarm => AccessPolicy.Publish,
        Stories.Criticality.SeriousHarm => AccessPolicy.Safeguard,
        _ => null,
    };

    /// <summary>Scores it on its most serious statement. Another score than before makes the second person and the notice start again.</summary>
    public void Score(Criticality criticality, Actor actor)
    {
        MustBe(StoryAct.Score);
        if (Criticality == criticality) return;

        (Criticality, ScoredById, ScoredBy, NoticeGivenAt) = (criticality, actor.StaffId, actor.Name, null);
        ForgetSecond();
    }

    /// <summary>The second person has read the public text. Nobody is their own second: not who scored it, and not who has claimed it.</summary>
    public void Second(Actor actor, DateTime now)
    {
        MustBe(StoryAct.Second);
        if (SecondPolicy is not { } policy) throw new ConflictException("Only a story scored 3 or 4 needs a second person.");
        actor.Must(
            policy, $"A story scored {(int)Criticality!} needs a {(policy == AccessPolicy.Publish ? "publisher" : "safeguarding lead")} as its second person.");
        if (IsBy(actor, ScoredById, ScoredBy) || IsBy(actor, ClaimedById, ClaimedBy))
            throw new ConflictException("You scored or reviewed this story. Somebody else must be the second person.");

        (SecondedBy, SecondedAt) = (actor.Name, now);
    }

    /// <summary>The named service has been told what will be published.</summary>
    public void GiveNotice(DateTime now)
    {
        MustBe(StoryAct.GiveNotice);
        if (Criticality != Stories.Criticality.AvoidableHarm) throw new ConflictException("Only for a story scored 3 the service is told first.");

        NoticeGivenAt = now;
    }

    private static bool IsBy(Actor actor, long? id, string? name) => (id is not null && id == actor.StaffId) || name == actor.Name;

    private void ForgetSecond() => (SecondedBy, SecondedAt) = (null, null);

    private void ForgetScore()
    {
        (Criticality, ScoredById, ScoredBy, NoticeGivenAt) = (null, null, null, null);
        ForgetSecond();
    }
}
