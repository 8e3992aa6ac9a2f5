using InfoStory.Stories;

namespace InfoStory.Insight.Impact;

/// <summary>What is counted for each month. Kept under its name, which never changes; what each is exactly stands in docs/dissemination.md.</summary>
public enum ImpactFigure
{
    /// <summary>Stories by the month in which they came.</summary>
    Heard,

    /// <summary>Case studies by the month in which they were public for the first time.</summary>
    Published,

    /// <summary>Those of them that went to any audience within <see cref="ImpactRecount.DaysToReach"/> days.</summary>
    Reached,
    ReachedServices,
    ReachedPolicyMakers,
    ReachedTraining,
    ReachedPress,
    ReachedSocial,
    ReachedPublic,

    /// <summary>Those of them that tell of something that went wrong.</summary>
    Concerns,
    ConcernsWithPromise,

    /// <summary>Asks by the month in which they were put, but for those that were passed on, joined with another or called off.</summary>
    Put,

    /// <summary>Those of them that were answered before their clock ran out.</summary>
    Answered,

    /// <summary>Those of them whose clock ran out, and that are not answered now.</summary>
    Silent,

    /// <summary>Promises by the month in which they were given.</summary>
    Promised,
    Confirmed,
}

/// <summary>The figures that are counted from the same rows.</summary>
public enum ImpactPart
{
    Stories,
    CaseStudies,
    Asks,
    Promises,
}

public static class ImpactFigures
{
    public static IReadOnlyList<ImpactFigure> Of(ImpactPart part) => part switch
    {
        ImpactPart.Stories => [ImpactFigure.Heard],
        ImpactPart.CaseStudies =>
        [
            ImpactFigure.Published, ImpactFigure.Reached, .. Enum.GetValues<Audience>().Select(ReachedBy), ImpactFigure.Concerns,
            ImpactFigure.ConcernsWithPromise,
        ],
        ImpactPart.Asks => [ImpactFigure.Put, ImpactFigure.Answered, ImpactFigure.Silent],
        ImpactPart.Promises => [ImpactFigure.Promised, ImpactFigure.Confirmed],
    };

    /// <summary>Of how many this figure is a part; null where it stands alone.</summary>
    public static ImpactFigure? Whole(this ImpactFigure figure) => figure switch
    {
        ImpactFigure.Heard or ImpactFigure.Published or ImpactFigure.Put or ImpactFigure.Promised => null,
        ImpactFigure.Concerns => ImpactFigure.Published,
        ImpactFigure.ConcernsWithPromise => ImpactFigure.Concerns,
        ImpactFigure.Answered or ImpactFigure.Silent => ImpactFigure.Put,
        ImpactFigure.Confirmed => ImpactFigure.Promised,
        ImpactFigure.Reached or ImpactFigure.ReachedServices or ImpactFigure.ReachedPolicyMakers or ImpactFigure.ReachedTraining
            or ImpactFigure.ReachedPress or ImpactFigure.ReachedSocial or ImpactFigure.ReachedPublic => ImpactFigure.Published,
    };

    /// <summary>What counts the case studies that reached this audience.</summary>
    public static ImpactFigure ReachedBy(Audience audience) => audience switch
    {
        Audience.Website => ImpactFigure.ReachedPublic,
        Audience.NamedService => ImpactFigure.ReachedServices,
        Audience.PolicyMakers => ImpactFigure.ReachedPolicyMakers,
        Audience.Training => ImpactFigure.ReachedTraining,
        Audience.Press => ImpactFigure.ReachedPress,
        Audience.Social => ImpactFigure.ReachedSocial,
    };
}
