namespace InfoStory.Benchmarks.Running;

/// <summary>One name of measures.md: what it takes to measure it, and the figures that came out.</summary>
internal interface IMeasure
{
    string Name { get; }

    Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation);
}
