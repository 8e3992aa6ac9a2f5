namespace InfoStory.Benchmarks.Running;

/// <summary>Medians of what was measured in pairs, ours and the limit, one right after the other.</summary>
internal sealed record Pairs(double Ours, double Limit, double Ratio)
{
    /// <summary>Measures A B B A A B B A …, so that what drifts (heat, neighbours, caches) falls on both alike.</summary>
    public static async Task<IReadOnlyList<(T Ours, T Limit)>> RunAsync<T>(int count, Func<Task<T>> ours, Func<Task<T>> limit)
    {
        List<(T, T)> pairs = [];
        for (var pair = 0; pair < count; pair++)
        {
            if (pair % 2 == 0)
            {
                var first = await ours();
                pairs.Add((first, await limit()));
            }
            else
            {
                var first = await limit();
                pairs.Add((await ours(), first));
            }
        }

        return pairs;
    }

    /// <summary>
    /// One number of each pair. The ratio is the median of the ratios, not the ratio of the medians: a disturbed pair then counts as one pair.
    /// </summary>
    public static Pairs Of<T>(IReadOnlyList<(T Ours, T Limit)> pairs, Func<T, double> number) =>
        Of([.. pairs.Select(pair => (number(pair.Ours), number(pair.Limit)))]);

    public static Pairs Of(IReadOnlyList<(double Ours, double Limit)> pairs) =>
        new(Median(pairs.Select(pair => pair.Ours)), Median(pairs.Select(pair => pair.Limit)), Median(pairs.Select(pair => pair.Ours / pair.Limit)));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count * percent / 100, sorted.Count - 1)];
    }
}
