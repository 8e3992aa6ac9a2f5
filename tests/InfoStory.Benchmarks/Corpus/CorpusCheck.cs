using System.Text.RegularExpressions;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>Says whether the corpus is still the one that earlier figures were measured on.</summary>
internal static partial class CorpusCheck
{
    private static readonly Dictionary<int, string> Known = new()
    {
        [1_000] = "33932c2d197b57d2882da48d20f75e1ff7ab09dcfd76e4fcd36d185c6d66c6a1",
        [10_000] = "48c4f8b05eaa1d41c0ae8050a635bf6410623d466c4053079e9831f3442269db",
        [100_000] = "e8fd498336acf14a79a1190a4eb32e818dddb1d8f91992c70ee55b8da96f1707",
    };

    /// <returns>The checksum.</returns>
    /// <exception cref="InvalidOperationException">The corpus has changed, or no longer has the shape that measures.md asks for.</exception>
    public static string Run(StoryCorpus corpus)
    {
        var checksum = corpus.Checksum();
        if (Known.TryGetValue(corpus.Size, out var known) && known != checksum)
        {
            throw new InvalidOperationException($"The corpus of {corpus.Size:N0} stories has the checksum {checksum}, not {known}. "
                + "Figures from before are no longer comparable.");
        }

        return checksum;
    }

    /// <summary>Lengths and states of the smallest corpus, within what chance allows.</summary>
    public static string Shape(StoryCorpus corpus)
    {
        List<int> words = [];
        var published = 0;
        foreach (var story in corpus.Stories())
        {
            words.Add(Words().Count(story.Told));
            if (story.IsPublished) published++;
        }

        words.Sort();
        var (median, p95, share) = (words[words.Count / 2], words[words.Count * 95 / 100], 100.0 * published / words.Count);
        if (median is < 180 or > 260 || p95 is < 800 or > 1000 || share is < 64 or > 76)
        {
            throw new InvalidOperationException($"The corpus has lost its shape: median {median} words, p95 {p95}, {share:0} % published.");
        }

        return $"median {median} words, p95 {p95}, {share:0} % published";
    }

    [GeneratedRegex(@"\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
