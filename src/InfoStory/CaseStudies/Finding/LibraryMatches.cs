namespace InfoStory.CaseStudies.Finding;

/// <summary>The case studies that hold the words of a search, as positions.</summary>
internal sealed class LibraryMatches
{
    private ulong[] positions = [];

    public ulong[] Positions => positions;

    public int Count { get; private set; }

    public void Add(int position)
    {
        if (Bits.Has(positions, position)) return;

        Bits.Set(ref positions, position);
        Count++;
    }
}
