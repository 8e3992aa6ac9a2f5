namespace InfoStory.Stories;

/// <summary>Where a story is in its life (docs/life-of-a-story.md).</summary>
public enum StoryState
{
    Received,
    InReview,
    WithAuthor,
    Ready,
    Published,
    OnHold,
    Declined,
    Withdrawn,
}

public enum StoryKind
{
    Worked,
    Failed,
    NearlyFailed,
    SharedWrongly,
    FixWeMade,
    StillWaiting,
}

public enum WhoIsTelling
{
    FrontLineWorker,
    Manager,
    PersonUsingServices,
    CarerOrFamily,
    VolunteerOrAdvocate,
    Observer,
}

/// <summary>The door through which a story came.</summary>
public enum Channel
{
    Website,
}

/// <summary>Who a story may be shown to, each agreed to on its own.</summary>
public enum Audience
{
    Website,
    PolicyMakers,
}
