namespace InfoStory.Letters;

/// <summary>Takes letters out of the house.</summary>
public interface IPostman
{
    /// <returns>False where the letter could not be handed over now; it is tried again later.</returns>
    Task<bool> DeliverAsync(Letter letter, string to, CancellationToken cancellation);
}
