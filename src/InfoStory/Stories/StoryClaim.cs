using InfoStory.Data.Access;

namespace InfoStory.Stories;

/// <summary>In whose hands a story is.</summary>
public sealed partial class Story
{
    public long? ClaimedById { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public void Claim(Actor actor, DateTime now)
    {
        MustBe(StoryAct.Claim);
        (Reason, DecidedAt) = (null, null);
        ForgetSignOff();
        ForgetSecond();
        GoTo(actor, now);
    }

    /// <summary>Somebody else goes on with it; nobody asks why.</summary>
    public void Pass(Actor to, DateTime now)
    {
        MustBe(StoryAct.Pass);
        GoTo(to, now);
    }

    /// <summary>Nobody goes on with it for now.</summary>
    public void Release()
    {
        MustBe(StoryAct.Release);
        (ClaimedById, ClaimedBy, ClaimedAt) = (null, null, null);
        Become(StoryState.InReview);
    }

    /// <summary>Whoever claimed it has worked on it: the claim lives on.</summary>
    public void KeepClaim(Actor actor, DateTime now)
    {
        if (State == StoryState.InReview && ClaimedById == actor.StaffId) GoTo(actor, now);
    }

    private void GoTo(Actor actor, DateTime now)
    {
        (ClaimedById, ClaimedBy, ClaimedAt) = (actor.StaffId, actor.Name, now);
        Become(StoryState.InReview);
    }
}
