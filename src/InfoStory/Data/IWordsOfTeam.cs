using InfoStory.Data.Access;

namespace InfoStory.Data;

/// <summary>Words that the team writes for everyone outside any story: the field, what people call it, and what is typed.</summary>
public sealed record WordsOfTeam(string Field, string What, string? Text)
{
    /// <summary>The form asks there whom to speak to, so that the number of an office, a mailbox and a page of a body are what it asks for.</summary>
    public bool IsContact { get; init; }
}

/// <summary>Why everyone may read words that a rule points at.</summary>
public enum WhyPublic
{
    NotWhatItLooksLike,
    Public,
}

/// <summary>
/// Asks of them what is asked of the words of a case study. The rules live to the right of those who write such words; docs/decisions/0054.
/// </summary>
public interface IWordsOfTeam
{
    /// <summary>Lets the words through, or refuses them. What was let through for a reason is put into the history of the subject.</summary>
    /// <param name="subject">What they belong to, as history names it.</param>
    /// <param name="words">Those that are new or changed; what is public already is not asked again.</param>
    /// <param name="why">The reason that came with them; null where none was given.</param>
    /// <param name="actor">Who writes them.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="FluentValidation.ValidationException">A rule points at some of them, and no reason was given.</exception>
    Task PassAsync(string subject, IReadOnlyCollection<WordsOfTeam> words, WhyPublic? why, Actor actor, CancellationToken cancellation);

    /// <summary>What the rules point at in these words, a sentence for each text. Nothing is changed.</summary>
    Task<IReadOnlyList<string>> LookAsync(IReadOnlyCollection<WordsOfTeam> words, CancellationToken cancellation);
}
