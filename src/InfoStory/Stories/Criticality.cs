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
