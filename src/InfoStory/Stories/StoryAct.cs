namespace InfoStory.Stories;

/// <summary>What can be done to a story, where its state allows it (docs/life-of-a-story.md).</summary>
public enum StoryAct
{
    Raise,
    Claim,
    Pass,
    Release,
    Edit,
    Tag,
    Ask,
    Answer,
    Approve,
    SignOff,
    AskForChange,
    SendToAuthor,
    Decline,
    Hold,
    TakeOffHold,
    Score,
    Second,
    GiveNotice,
    Publish,
    Unpublish,
    Permit,
    TellMore,
    Withdraw,
}

/// <summary>The one table of what a state allows. The story's own verbs ask it, and so does every page that offers a button.</summary>
public static class StoryLife
{
    private static readonly StoryState[] NotWithdrawn = [.. Enum.GetValues<StoryState>().Except([StoryState.Withdrawn])];

    private static readonly StoryState[] Undecided = [StoryState.Received, StoryState.InReview, StoryState.WithAuthor, StoryState.Ready];

    /// <summary>True where a story in this state, and with this turn of its author, allows the act.</summary>
    /// <param name="readsCaseStudy">The author reads a case study that has other words than they said yes to.</param>
    public static bool Allows(StoryAct act, StoryState state, AuthorTurn? turn, bool readsCaseStudy) => act switch
    {
        StoryAct.Answer => state == StoryState.WithAuthor && turn == AuthorTurn.Answer,
        StoryAct.SignOff or StoryAct.AskForChange => state == StoryState.WithAuthor && turn == AuthorTurn.SignOff,
        StoryAct.Score => state == StoryState.InReview || IsApproved(state, turn),
        StoryAct.Second or StoryAct.GiveNotice => IsApproved(state, turn),
        StoryAct.SendToAuthor => state == StoryState.Ready || readsCaseStudy,
        _ => StatesFor(act).Contains(state),
    };

    /// <summary>What a person is told where the state does not allow the act.</summary>
    public static string WhyNot(StoryAct act, StoryState state) => (act, state) switch
    {
        (StoryAct.Answer, StoryState.WithAuthor) => "There is no question to answer on this story.",
        (StoryAct.SignOff or StoryAct.AskForChange, StoryState.WithAuthor) => "There is no version of this story to say yes to.",
        _ => $"This story cannot be {Verb(act)}, because it is {state.InWords()}.",
    };

    private static string Verb(StoryAct act) => act switch
    {
        StoryAct.Raise or StoryAct.Hold => "put on hold",
        StoryAct.Claim => "claimed",
        StoryAct.Pass => "passed on",
        StoryAct.Release => "released",
        StoryAct.Edit => "edited",
        StoryAct.Tag => "tagged",
        StoryAct.Ask => "sent to its author with a question",
        StoryAct.Answer => "answered",
        StoryAct.Approve => "approved",
        StoryAct.SignOff => "signed off",
        StoryAct.AskForChange => "sent back for a change",
        StoryAct.SendToAuthor => "sent to its author",
        StoryAct.Decline => "declined",
        StoryAct.TakeOffHold => "taken off hold",
        StoryAct.Score => "scored",
        StoryAct.Second => "read by a second person",
        StoryAct.GiveNotice => "announced to the service",
        StoryAct.Publish => "published",
        StoryAct.Unpublish => "taken down",
        StoryAct.Permit => "changed",
        StoryAct.TellMore => "added to",
        StoryAct.Withdraw => "taken back",
    };

    /// <summary>Approved by the team: ready, or with its author, who reads it before it is.</summary>
    private static bool IsApproved(StoryState state, AuthorTurn? turn) =>
        state == StoryState.Ready || (state == StoryState.WithAuthor && turn == AuthorTurn.SignOff);

    private static StoryState[] StatesFor(StoryAct act) => act switch
    {
        StoryAct.Raise => [.. Undecided, StoryState.OnHold],
        StoryAct.Claim => [.. Undecided, StoryState.Declined],
        StoryAct.Pass or StoryAct.Tag => [StoryState.Received, StoryState.InReview],
        StoryAct.Release or StoryAct.Edit or StoryAct.Ask or StoryAct.Approve => [StoryState.InReview],
        StoryAct.Decline => [.. Undecided, StoryState.OnHold],
        StoryAct.Hold => Undecided,
        StoryAct.TakeOffHold => [StoryState.OnHold],
        StoryAct.TellMore => [StoryState.Received, StoryState.OnHold],
        StoryAct.Publish => [StoryState.Ready, StoryState.Published],
        StoryAct.Unpublish => [StoryState.Published],
        _ => NotWithdrawn,
    };
}
