namespace InfoStory.Data;

/// <summary>What was asked for does not exist, or not for the one who asks. Shown as 404.</summary>
public sealed class NotFoundException(string what) : Exception($"{what} was not found.");

/// <summary>What was asked for was public once and is not any more. Shown as 410.</summary>
/// <param name="because">What everyone may read of why, in a form that its page knows; null where nothing is.</param>
public sealed class GoneException(string what, object? because = null) : Exception($"{what} is gone.")
{
    /// <summary>What everyone may read of why.</summary>
    public object? Because => because;
}

/// <summary>One sentence to the person, and the field of the form that it is about; null where it is about the whole.</summary>
public sealed record Refusal(string Sentence, string? Field = null);

/// <summary>Somebody changed it first, or its state does not allow the act. The message is a sentence to the person. Shown as 409.</summary>
public sealed class ConflictException(IReadOnlyList<Refusal> refusals) : Exception(string.Join(' ', refusals.Select(refusal => refusal.Sentence)))
{
    public ConflictException(string sentence)
        : this([new Refusal(sentence)])
    {
    }

    /// <summary>Two came at once, and this is the later one.</summary>
    public static ConflictException AtOnce() =>
        new("Someone else has just done this, or the same. Nothing you typed is lost. Look again, and press the button once more if it is still needed");

    /// <summary>Everything that stands in the way, at least one.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;
}

/// <summary>The roles of whoever asks do not allow it. The message is a sentence to the person. Shown as 403.</summary>
public sealed class ForbiddenException(string sentence) : Exception(sentence);

/// <summary>The same was asked for too often. The message is a sentence to the person. Shown as 429, with <see cref="RetryAfter"/>.</summary>
public sealed class TooManyException(string sentence, TimeSpan retryAfter) : Exception(sentence)
{
    /// <summary>How long until it is worth trying again.</summary>
    public TimeSpan RetryAfter => retryAfter;
}

/// <summary>InfoStory cannot start as things stand. The message is a sentence to whoever runs it.</summary>
public sealed class NotReadyException(string sentence) : Exception(sentence);
