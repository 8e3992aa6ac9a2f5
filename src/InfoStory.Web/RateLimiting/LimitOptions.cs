namespace InfoStory.Web.RateLimiting;

/// <summary>So many times within so many minutes.</summary>
public sealed class Limit(int most, int minutes)
{
    public int Most { get; set; } = most;

    public int Minutes { get; set; } = minutes;

    public TimeSpan Window => TimeSpan.FromMinutes(Minutes);

    internal bool IsSensible => Most is > 0 and <= 1_000_000 && Minutes is > 0 and <= 24 * 60;
}

/// <summary>
/// How often the site may be asked to do something, each from one network unless it says otherwise. Generous, because a library, an office,
/// a workshop, or a whole mobile telephone network is one. Staff who are signed in are not counted.
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    public Limit StoriesAtOnce { get; } = new(30, 10);

    public Limit StoriesADay { get; } = new(300, 24 * 60);

    /// <summary>From everywhere together.</summary>
    public Limit StoriesFromEverywhere { get; } = new(2_000, 60);

    public Limit Answers { get; } = new(300, 10);

    /// <summary>From everywhere together: twice what so many stories need. Any answer may begin a draft, which is kept for seven days.</summary>
    public Limit AnswersFromEverywhere { get; } = new(40_000, 60);

    /// <summary>How much room drafts may take at once, one each as people write them. At least as many as answers from everywhere in an hour.</summary>
    public int Drafts { get; set; } = 50_000;

    /// <summary>Every form that anybody sends who is not signed in as staff.</summary>
    public Limit Forms { get; } = new(600, 10);

    /// <summary>Receipts that open nothing; after so many each further try waits.</summary>
    public Limit WrongReceiptsAtOnce { get; } = new(5, 10);

    /// <summary>Receipts that open nothing; after so many none is tried.</summary>
    public Limit WrongReceipts { get; } = new(600, 60);

    public Limit WrongPasswords { get; } = new(100, 10);

    public Limit PasswordLinks { get; } = new(5, 60);

    /// <summary>Links by which responders sign in.</summary>
    public Limit SignInLinks { get; } = new(30, 60);

    /// <summary>Case studies of which one network may say that they happen here too.</summary>
    public Limit Taps { get; } = new(100, 24 * 60);

    public Limit TapsFromEverywhere { get; } = new(2_000, 60);

    /// <summary>Addresses that are typed so that we write to them. An office where many are told of it is one network.</summary>
    public Limit Subscriptions { get; } = new(30, 60);

    /// <summary>From everywhere together: so many letters may strangers make us write, to whatever addresses.</summary>
    public Limit SubscriptionsFromEverywhere { get; } = new(1_000, 60);

    /// <summary>Answers for programs that were not kept: feeds, the API and files.</summary>
    public Limit Machines { get; } = new(600, 10);

    /// <summary>Every limit so many times over, for a day on which many are expected from one network.</summary>
    public int Times { get; set; } = 1;

    /// <summary>How many tries of a receipt may wait at once, from everywhere together.</summary>
    public int Waiting { get; set; } = 100;

    /// <summary>How many networks each limit remembers; the one that was quiet for longest is forgotten first.</summary>
    public int Networks { get; set; } = 20_000;

    internal bool IsSensible =>
        Times is > 0 and <= 1_000_000 && Waiting is > 0 and <= 10_000 && Networks is >= 100 and <= 1_000_000
        && Drafts is > 0 and <= 10_000_000
        && new[]
        {
            StoriesAtOnce, StoriesADay, StoriesFromEverywhere, Answers, AnswersFromEverywhere, Forms, WrongReceiptsAtOnce, WrongReceipts, WrongPasswords,
            PasswordLinks, SignInLinks, Taps, TapsFromEverywhere, Subscriptions, SubscriptionsFromEverywhere, Machines
        }.All(limit => limit.IsSensible);
}
