namespace InfoStory.Stories;

/// <summary>How serious the most serious statement of a story is. Only the team sees it; it is kept apart from safeguarding.</summary>
public enum Criticality
{
    Praise = 0,
    Friction = 1,
    Wasted = 2,
    AvoidableHarm = 3,
    SeriousHarm = 4,
}

public static class CriticalityWords
{
    /// <summary>The number and its definition.</summary>
    public static string InWords(this Criticality criticality) => criticality switch
    {
        Criticality.Praise => "0: praise, it worked",
        Criticality.Friction => "1: friction",
        Criticality.Wasted => "2: wasted or delayed",
        Criticality.AvoidableHarm => "3: avoidable harm, or somebody could tell which professional is criticised",
        Criticality.SeriousHarm => "4: serious harm, or an unlawful act is alleged",
    };
}
