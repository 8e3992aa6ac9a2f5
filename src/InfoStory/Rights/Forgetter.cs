using InfoStory.Stories.PersonalData;

namespace InfoStory.Rights;

/// <summary>Asks every room to forget. It saves nothing itself.</summary>
public sealed class Forgetter(IEnumerable<IPersonalDataHolder> holders)
{
    // What leans on a story goes before it, so from the right to the left.
    private readonly IReadOnlyList<IPersonalDataHolder> rooms = [.. holders.Reverse()];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        foreach (var room in rooms) await room.ForgetAsync(forgetting, cancellation);
    }
}
