using System.Collections.Concurrent;
using InfoStory.Data.Time;
using InfoStory.Letters;

namespace InfoStory.Connectors;

/// <summary>
/// Letters that a mail server has, and of which it has not said yet whether it takes them: it may look into one for minutes (RFC 5321, 4.5.3.2.6), and
/// whoever hangs up before sends it twice. No other letter waits for that. Whoever tries the same letter again is told here what came of it.
/// </summary>
internal sealed class LettersInHand(TimeProvider clock)
{
    /// <summary>So long the server may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Longer than a letter waits for its next try.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (Task<LetterOutcome?> Sending, DateTime Since)> letters = new(StringComparer.Ordinal);

    /// <param name="sending">What comes of it in the end; null where nothing did, so that it is to be sent anew. It never fails.</param>
    public void Keep(string token, Task<LetterOutcome?> sending)
    {
        var now = clock.UtcNow;
        foreach (var (old, (_, since)) in letters)
        {
            if (since < now - KeptFor) letters.TryRemove(old, out _);
        }

        letters[token] = (sending, now);
    }

    /// <summary>What came of a letter that is here, Later where that is not known when the patience ends; null where it is to be sent.</summary>
    public async Task<LetterOutcome?> AskAsync(string token, CancellationToken patience)
    {
        if (!letters.TryGetValue(token, out var kept)) return null;
        if (!await EndsAsync(kept.Sending, patience)) return LetterOutcome.Later;

        letters.TryRemove(token, out _);
        return await kept.Sending;
    }

    /// <summary>Whether it ends before the patience does.</summary>
    public static async Task<bool> EndsAsync(Task sending, CancellationToken patience)
    {
        await Task.WhenAny(sending, Task.Delay(Timeout.Infinite, patience));
        return sending.IsCompleted;
    }
}
