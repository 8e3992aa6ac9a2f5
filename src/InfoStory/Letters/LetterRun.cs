using InfoStory.Data.Time;

namespace InfoStory.Letters;

/// <summary>One run through the letters that wait: how far it is, and when it is over.</summary>
internal sealed class LetterRun(string work, IPostRound round, TimeProvider clock)
{
    /// <summary>So many to different people that were refused, and none that was taken, say more of the settings than of the letters.</summary>
    public const int NobodyInARow = 3;

    private const int MostRefused = 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly DateTime until = clock.UtcNow + Longest;
    private int seen = 1, nobodyThere;

    public string Work => work;

    /// <summary>Whose letters were refused: further ones wait for the next run, so that a server that is slow with an address is so once.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>What was refused for good before any letter was taken: whether that is for good depends on what becomes of the others.</summary>
    public List<(Letter Letter, bool NobodyHasIt)> Doubtful { get; } = [];

    public bool HasTaken { get; private set; }

    /// <summary>None of the letters that were looked through is one whose turn it is.</summary>
    public bool HasSeenNone => seen == 0;

    /// <summary>Nobody takes anything, many were refused, or it lasts too long: the next run goes on.</summary>
    public bool IsOver => nobodyThere >= NobodyInARow || Refused.Count >= MostRefused || clock.UtcNow > until;

    /// <summary>Begins to look through some letters.</summary>
    public void Look() => seen = 0;

    public void See() => seen++;

    /// <summary>Nobody takes anything, whatever is asked.</summary>
    public void End() => nobodyThere = NobodyInARow;

    public async Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
    {
        var delivery = await round.DeliverAsync(letter, cancellation);
        nobodyThere = delivery == LetterOutcome.NobodyThere ? nobodyThere + 1 : 0;
        HasTaken |= delivery == LetterOutcome.Done;
        return delivery;
    }
}
