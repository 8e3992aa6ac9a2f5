using InfoStory.Data.Time;

namespace InfoStory.Letters;

/// <summary>One run through the letters that wait: how far it is, and when it is over.</summary>
internal sealed class LetterRun(string work, IPostRound round, TimeProvider clock)
{
    private const int MostRefused = 1_000, NobodyInARow = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly DateTime until = clock.UtcNow + Longest;
    private int seen = 1, nobodyThere;

    public string Work => work;

    /// <summary>Whose letters were refused: further ones wait for the next run, so that a server that is slow with an address is so once.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Nothing is due that can be taken, nobody takes anything, many were refused, or it lasts too long: the next run goes on.</summary>
    public bool IsOver => seen == 0 || nobodyThere >= NobodyInARow || Refused.Count >= MostRefused || clock.UtcNow > until;

    /// <summary>Begins to look through some letters.</summary>
    public void Look() => seen = 0;

    public void See() => seen++;

    public async Task<Delivery> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
    {
        var delivery = await round.DeliverAsync(letter, cancellation);
        nobodyThere = delivery == Delivery.NobodyThere ? nobodyThere + 1 : 0;
        return delivery;
    }
}
