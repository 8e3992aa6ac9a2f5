namespace InfoStory.Data;

/// <summary>What was asked for does not exist, or not for the one who asks. Shown as 404.</summary>
public sealed class NotFoundException(string what) : Exception($"{what} was not found.");

/// <summary>What was asked for was public once and is not any more. Shown as 410.</summary>
public sealed class GoneException(string what) : Exception($"{what} is gone.");

/// <summary>Somebody changed it first, or its state does not allow the act. The message is a sentence to the person. Shown as 409.</summary>
public sealed class ConflictException(string sentence) : Exception(sentence);

/// <summary>The same was asked for too often. The message is a sentence to the person. Shown as 429, with <see cref="RetryAfter"/>.</summary>
public sealed class TooManyException(string sentence, TimeSpan retryAfter) : Exception(sentence)
{
    /// <summary>How long until it is worth trying again.</summary>
    public TimeSpan RetryAfter => retryAfter;
}

/// <summary>InfoStory cannot start as things stand. The message is a sentence to whoever runs it.</summary>
public sealed class NotReadyException(string sentence) : Exception(sentence);
