namespace InfoStory.Letters;

/// <summary>What became of a letter that was to be handed over.</summary>
public enum LetterOutcome
{
    Done,

    /// <summary>Not now: it is tried again.</summary>
    Later,

    /// <summary>
    /// No connection or no sign-in came about, so that nobody could take any letter: this one has not lost a try, and the round soon ends. Never where it may
    /// have been taken.
    /// </summary>
    NobodyThere,

    /// <summary>The other side said that it will never take this letter.</summary>
    Refused,

    /// <summary>The other side said that nobody has this address.</summary>
    NobodyHasIt,

    /// <summary>This address cannot be written to from here, however often it is tried.</summary>
    Never,
}

/// <summary>A letter as it leaves.</summary>
/// <param name="Number">For logs, which name no address.</param>
/// <param name="Token">The same over all tries: what stands before the @ of its Message-Id.</param>
/// <param name="Body">Plain text.</param>
public sealed record OutgoingLetter(long Number, string Token, LetterLane Lane, string To, string Title, string Body, DateTime WrittenAt)
{
    /// <inheritdoc cref="Letter.ListId"/>
    public string? ListId { get; init; }

    /// <inheritdoc cref="Letter.Unsubscribe"/>
    public string? Unsubscribe { get; init; }
}

/// <summary>Takes letters out of the house.</summary>
public interface IPostman
{
    /// <summary>Opens a round; nothing is asked of anybody before its first letter.</summary>
    IPostRound Open();
}

/// <summary>One way out of the house with many letters, one after the other, over one connection where there is one.</summary>
public interface IPostRound : IAsyncDisposable
{
    /// <summary>Hands one letter over. What stands in its way is an answer, not a fault; only cancellation throws.</summary>
    Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation);
}
