using InfoStory.Letters;

namespace InfoStory.Testing;

/// <summary>A way out of the house that a test decides about. It keeps every letter that it was given.</summary>
public sealed class TestPostman(Func<OutgoingLetter, LetterOutcome>? answers = null) : IPostman, IPostRound
{
    public List<OutgoingLetter> Given { get; } = [];

    public int Rounds { get; private set; }

    public IPostRound Open()
    {
        Rounds++;
        return this;
    }

    public Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
    {
        Given.Add(letter);
        return Task.FromResult(answers?.Invoke(letter) ?? LetterOutcome.Done);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
