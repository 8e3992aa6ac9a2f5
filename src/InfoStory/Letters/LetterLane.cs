namespace InfoStory.Letters;

/// <summary>Which letters go before which. Whatever waits in one lane never holds up a lane before it.</summary>
public enum LetterLane
{
    /// <summary>About somebody at risk, and links by which somebody signs in; no limit per minute holds it up.</summary>
    Urgent,

    /// <summary>What is written to one person because of something that happened to what is theirs.</summary>
    Personal,

    /// <summary>What many are written at once, and can end for themselves.</summary>
    List,
}

/// <summary>Why a letter was given up, in a closed list: what a server says may name addresses, and is not kept.</summary>
public enum LetterTrouble
{
    /// <summary>It was tried for about a day and never taken.</summary>
    NeverTaken,

    /// <summary>The address cannot be written to from here.</summary>
    CannotBeWrittenTo,

    /// <summary>The other side said that it will never take it.</summary>
    Refused,

    /// <summary>The author has left no email address, or has taken it away.</summary>
    NoAddress,

    /// <summary>What is in it had ended before it could leave, or it waited for a month.</summary>
    TooLate,

    /// <summary>The other side said that nobody has this address.</summary>
    NobodyHasIt,
}
