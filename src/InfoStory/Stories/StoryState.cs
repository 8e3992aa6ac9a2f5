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

/// <summary>Where a story is in its life, and in whose hands.</summary>
public sealed record PlaceInLife(StoryState State, AuthorTurn? Turn, DateTime? DecidedAt, Claim Claimed);

/// <summary>Whose next step it is. A claim that nobody touched for hours waits for someone again, though its holder is still named.</summary>
public enum Waits
{
    ForSomeone,
    ForHolder,
    ForAuthor,
    ForPublisher,
    ForLead,
    ForNobody,
}

public static class NextStep
{
    /// <summary>Whose step is next in this state.</summary>
    public static Waits Of(StoryState state, bool isClaimed) => state switch
    {
        StoryState.Received => Waits.ForSomeone,
        StoryState.InReview => isClaimed ? Waits.ForHolder : Waits.ForSomeone,
        StoryState.WithAuthor => Waits.ForAuthor,
        StoryState.Ready => Waits.ForPublisher,
        StoryState.OnHold => Waits.ForLead,
        _ => Waits.ForNobody,
    };
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

/// <summary>When it happened, too coarse to tell a day.</summary>
public enum WhenItHappened
{
    StillGoingOn,
    LastMonth,
    LastSixMonths,
    LastTwoYears,
    LongerAgo,
}

/// <summary>Who, as the author sees it, most needs to hear the story.</summary>
public enum WhoNeedsToHear
{
    PeopleWhoRunServices,
    FrontLineWorkers,
    Councillors,
    Government,
    Inspectors,
    PeopleLikeMe,
}

/// <summary>Whose turn it is while a story is with its author, and for what.</summary>
public enum AuthorTurn
{
    Answer,
    SignOff,
}

public enum SafeguardingLevel
{
    None,
    Concern,
    ImmediateDanger,
}

/// <summary>The door through which a story came.</summary>
public enum Channel
{
    Website,
    Telephone,
    Paper,
    InPerson,
}

/// <summary>Who a story may be shown to, each agreed to on its own.</summary>
public enum Audience
{
    Website,
    NamedService,
    PolicyMakers,
    Training,
    Press,
    Social,
}

public static class StoryStateWords
{
    /// <summary>Where it is, as the end of a sentence.</summary>
    public static string InWords(this StoryState state) => state switch
    {
        StoryState.Received => "received",
        StoryState.InReview => "in review",
        StoryState.WithAuthor => "with the author",
        StoryState.Ready => "ready",
        StoryState.Published => "published",
        StoryState.OnHold => "on hold",
        StoryState.Declined => "declined",
        StoryState.Withdrawn => "withdrawn",
    };
}

public static class WhoIsTellingWords
{
    /// <summary>The coarse role, the same for the author, the team and the public.</summary>
    public static string Title(this WhoIsTelling who) => who switch
    {
        WhoIsTelling.FrontLineWorker => "Front-line worker",
        WhoIsTelling.Manager => "Manager",
        WhoIsTelling.PersonUsingServices => "Person using services",
        WhoIsTelling.CarerOrFamily => "Carer or family",
        WhoIsTelling.VolunteerOrAdvocate => "Volunteer or advocate",
        WhoIsTelling.Observer => "Observer",
    };
}
