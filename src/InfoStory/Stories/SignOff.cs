namespace InfoStory.Stories;

/// <summary>That the author said yes, when, and to which words; without a value not said.</summary>
/// <param name="Words">SHA-256 of the words in hexadecimal (<see cref="SignedWords"/>); null once the story is taken back.</param>
public readonly record struct SignOff(DateTime? At, string? Words)
{
    public bool IsGiven => At is not null;

    public bool IsFor(string words) => IsGiven && Words == words;
}
