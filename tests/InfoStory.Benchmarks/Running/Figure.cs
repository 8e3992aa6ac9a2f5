namespace InfoStory.Benchmarks.Running;

/// <summary>One line of the table. Nothing has a target that was not measured; <paramref name="Met"/> is null where there is no target.</summary>
internal sealed record Figure(string Name, string Workload, double? Ours, double? Limit, string Unit, double? Ratio, string? Target, bool? Met)
{
    /// <summary>A figure beside its limit, to be reached at least.</summary>
    public static Figure AtLeast(string name, string workload, Pairs pairs, string unit, double target) =>
        new(name, workload, pairs.Ours, pairs.Limit, unit, pairs.Ratio, $"≥ {target:0.##} ×", pairs.Ratio >= target);

    /// <summary>A figure beside its limit, not to be passed.</summary>
    public static Figure AtMost(string name, string workload, Pairs pairs, string unit, double target) =>
        new(name, workload, pairs.Ours, pairs.Limit, unit, pairs.Ratio, $"≤ {target:0.##} ×", pairs.Ratio <= target);

    /// <summary>A figure that is only looked at.</summary>
    public static Figure Beside(string name, string workload, Pairs pairs, string unit) =>
        new(name, workload, pairs.Ours, pairs.Limit, unit, pairs.Ratio, null, null);

    /// <summary>A count or a time with a target of its own.</summary>
    public static Figure NoMoreThan(string name, string workload, double ours, string unit, double target, double? limit = null) =>
        new(name, workload, ours, limit, unit, limit is > 0 ? ours / limit : null, $"≤ {target:0.##} {unit}", ours <= target);

    public static Figure Missing(string name, string workload, string why) => new(name, $"{workload}: {why}", null, null, "", null, null, null);
}
