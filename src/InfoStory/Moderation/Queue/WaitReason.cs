using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Moderation.Queue;

/// <summary>Why a story stands in the queue, most pressing first.</summary>
public enum WaitReason
{
    Danger,
    Late,
    Answered,

    /// <summary>Nobody has claimed it yet.</summary>
    New,

    /// <summary>Somebody claimed it and has not touched it for hours.</summary>
    Untouched,

    InReview,
    Question,
    Version,
    Ready,
    OnHold,

    /// <summary>Nobody waits for anything: it is decided for good.</summary>
    Decided,
}

public static class WaitReasons
{
    /// <summary>What presses, and where nothing does, where the story stands; never empty. Only a safeguarding lead is told of danger.</summary>
    public static IReadOnlyList<WaitReason> Reasons(this QueueRow row, Actor actor, DateTime now)
    {
        List<WaitReason> presses = [];
        if (row.InDanger && actor.May(AccessPolicy.Safeguard)) presses.Add(WaitReason.Danger);
        if (Deadline.DaysLate(row.State, row.OwedSince, now) > 0) presses.Add(WaitReason.Late);
        if (row is { HasAnswered: true, State: StoryState.InReview or StoryState.Ready }) presses.Add(WaitReason.Answered);
        return presses.Count > 0 ? presses : [Stands(row)];
    }

    private static WaitReason Stands(QueueRow row) => row.State switch
    {
        StoryState.Received => WaitReason.New,
        StoryState.InReview when row.Waits == Waits.ForSomeone && row.ClaimedBy is not null => WaitReason.Untouched,
        StoryState.InReview => WaitReason.InReview,
        StoryState.WithAuthor => row.Turn == AuthorTurn.Answer ? WaitReason.Question : WaitReason.Version,
        StoryState.Ready => WaitReason.Ready,
        StoryState.OnHold => WaitReason.OnHold,
        _ => WaitReason.Decided,
    };
}
