namespace InfoStory.Benchmarks.Corpus;

/// <summary>Ranks 0 to count - 1, each as likely as one over its place. Only divisions and sums, so that every processor agrees on the last bit.</summary>
internal sealed class Zipf
{
    private readonly double[] upTo;

    public Zipf(int count)
    {
        upTo = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++) upTo[rank] = sum += 1.0 / (rank + 1);
    }

    public int Draw(Dice dice)
    {
        var at = (dice.Next() >> 11) * (1.0 / (1UL << 53)) * upTo[^1];
        var found = Array.BinarySearch(upTo, at);
        return Math.Min(found < 0 ? ~found : found + 1, upTo.Length - 1);
    }
}
