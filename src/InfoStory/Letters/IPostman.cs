namespace InfoStory.Letters;

/// <summary>What became of a letter that was to be handed over.</summary>
public enum Delivery
{
    Done,

    /// <summary>Not now: it is tried again.</summary>
    Later,

    /// <summary>This address cannot be written to from here, however often it is tried.</summary>
    Never,
}

/// <summary>Takes letters out of the house.</summary>
public interface IPostman
{
    Task<Delivery> DeliverAsync(Letter letter, string to, CancellationToken cancellation);
}
