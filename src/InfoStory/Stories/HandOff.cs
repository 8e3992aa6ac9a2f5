using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Stories;

/// <summary>One step of the chain of contacts inside a story. Everything in it may be left empty.</summary>
public sealed class HandOff
{
    /// <summary>The most steps that one story has.</summary>
    public const int Most = 8;

    public const int MaxHappened = 300;

    /// <summary>Its place in the chain, from 1.</summary>
    public int Step { get; init; }

    public Id<Tag>? ServiceId { get; init; }

    public HandOffChannel? Channel { get; init; }

    public Waited? Waited { get; init; }

    public bool? ToldAgain { get; init; }

    public string? Happened { get; init; }

    public bool IsBlank => ServiceId is null && Channel is null && Waited is null && ToldAgain is null && string.IsNullOrWhiteSpace(Happened);

    /// <summary>The same at another place in the chain.</summary>
    public HandOff At(int step) => As(step, ServiceId);

    /// <summary>The same with the service as it is called today.</summary>
    internal HandOff As(Successors today) => As(Step, today.Of(ServiceId));

    private HandOff As(int step, Id<Tag>? service) =>
        new() { Step = step, ServiceId = service, Channel = Channel, Waited = Waited, ToldAgain = ToldAgain, Happened = Happened };
}

/// <summary>How somebody reached a service.</summary>
public enum HandOffChannel
{
    Telephone,
    Email,
    OnlineForm,
    Letter,
    InPerson,
    Referral,
    Other,
}

/// <summary>How long somebody waited at one step, in choices too coarse to tell a day.</summary>
public enum Waited
{
    NotAtAll,
    TenMinutes,
    HalfAnHour,
    Hour,
    HalfADay,
    Day,
    TwoOrThreeDays,
    Week,
    TwoWeeks,
    Month,
    ThreeMonths,
    HalfAYear,
    YearOrMore,
    NobodyCameBack,
}
