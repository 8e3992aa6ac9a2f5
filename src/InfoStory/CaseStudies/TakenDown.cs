namespace InfoStory.CaseStudies;

/// <summary>Why the team took a case study down, as everyone reads it at its address.</summary>
public enum WhyTakenDown
{
    Changing,
    OutOfDate,
    Mistake,
    Replaced,
}

/// <summary>Why the team took a case study down, and what it says about that; no words where it says no more.</summary>
public sealed record TakenDown(WhyTakenDown Why, string? Words)
{
    public const int MaxWords = 200;
}
