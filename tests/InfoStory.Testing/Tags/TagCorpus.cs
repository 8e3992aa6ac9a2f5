namespace InfoStory.Testing.Tags;

/// <summary>A made story: what is told, and the tags that a team would choose.</summary>
public sealed record LabelledStory(string Told, IReadOnlyList<string> Tags);

/// <summary>
/// Made stories for the suggested tags, from tag-sentences.txt: each is about one to three things and some about nothing in particular. Stories
/// to learn from (+) have two sentences for each tag, and a team that misses one tag in five and now and then adds one that does not fit. Stories
/// that are held out (-) have one sentence for each tag and not one in common with those.
/// </summary>
public static class TagCorpus
{
    private const double Careless = 0.2;

    private static readonly IReadOnlyList<Topic> Topics = [.. Read()];

    /// <summary>Stories to learn from, always the same.</summary>
    public static IReadOnlyList<LabelledStory> ToLearn(int count) => [.. Make(count, new Random(1), topic => topic.Learned, 2, Careless)];

    /// <summary>Stories of other sentences, always the same.</summary>
    public static IReadOnlyList<LabelledStory> HeldOut(int count) => [.. Make(count, new Random(2), topic => topic.HeldOut, 1, 0)];

    private static IEnumerable<LabelledStory> Make(int count, Random chance, Func<Topic, string[]> sentences, int each, double careless)
    {
        var (topics, filler) = (Topics.Where(topic => topic.Share > 0).ToList(), sentences(Topics.Single(topic => topic.Share == 0)));
        for (var number = 0; number < count; number++)
        {
            List<Topic> about = [];
            for (var wanted = 1 + chance.Next(3); about.Count < wanted;)
            {
                var topic = Drawn(topics, chance);
                if (!about.Contains(topic)) about.Add(topic);
            }

            string[] told = [.. about.SelectMany(topic => Some(sentences(topic), each, chance)), .. Some(filler, 2 + chance.Next(3), chance)];
            chance.Shuffle(told);
            var chosen = about.Where((_, place) => place == 0 || chance.NextDouble() >= careless).ToList();
            if (chance.NextDouble() < careless / 2) chosen.Add(Drawn(topics, chance));
            yield return new(string.Join(' ', told), [.. chosen.Select(topic => topic.Tag).Distinct()]);
        }
    }

    private static Topic Drawn(List<Topic> topics, Random chance)
    {
        var at = chance.Next(topics.Sum(topic => topic.Share));
        return topics.First(topic => (at -= topic.Share) < 0);
    }

    private static string[] Some(string[] sentences, int count, Random chance)
    {
        string[] shuffled = [.. sentences];
        chance.Shuffle(shuffled);
        return shuffled[..Math.Min(count, shuffled.Length)];
    }

    private static IEnumerable<Topic> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/InfoStory.Testing/Tags/tag-sentences.txt"));
        for (var at = 0; at < lines.Length;)
        {
            var head = lines[at].Split('|');
            var body = lines.Skip(at + 1).TakeWhile(line => line[0] != '#').ToList();
            yield return new(
                head[0].TrimStart('#').Trim(), int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture), Of(body, '+'), Of(body, '-'));
            at += body.Count + 1;
        }
    }

    private static string[] Of(List<string> lines, char mark) => [.. lines.Where(line => line[0] == mark).Select(line => line[2..])];

    private sealed record Topic(string Tag, int Share, string[] Learned, string[] HeldOut);
}
