namespace InfoStory.Stories.Safety;

/// <summary>
/// One kind of danger. Its patterns are verbs, persons and tenses: <c>{Name}</c> stands for a list of words of the rule file. What <see cref="Past"/>
/// sees is no danger now where its sentence tells of long ago.
/// </summary>
internal sealed record SafetyRule(string Name, SafeguardingLevel Level, ContentNote? Note, List<string> Now, List<string> Past);

/// <summary>The rule file as it is written (rules.json).</summary>
internal sealed record SafetyRuleFile(
    string Version, Dictionary<string, string> Words, List<string> History, List<string> Harmless, List<SafetyRule> Trips,
    Dictionary<ContentNote, string> Notes);

/// <summary>The rules, ready to look.</summary>
internal sealed class SafetyRules
{
    // A list may name lists, and those may too.
    private const int Depth = 4;

    private readonly SafetyRuleFile file;
    private readonly List<(SafetyRule Rule, List<SafetyPattern> Now, List<SafetyPattern> Past)> trips;
    private readonly List<SafetyPattern> history, harmless;
    private readonly List<(ContentNote Note, SafetyPattern Pattern)> notes;

    public SafetyRules(SafetyRuleFile file)
    {
        this.file = file;
        trips = file.Trips.ConvertAll(rule => (rule, rule.Now.ConvertAll(Made), rule.Past.ConvertAll(Made)));
        (history, harmless) = (file.History.ConvertAll(Made), file.Harmless.ConvertAll(Made));
        notes = [.. file.Notes.Select(note => (note.Key, Made(note.Value)))];
    }

    public IEnumerable<string> Names => file.Trips.Select(rule => rule.Name);

    public string Version => file.Version;

    /// <summary>What each rule sees, the gravest first.</summary>
    public IReadOnlyList<(SafetyRule Rule, int Start, int Length)> Find(SafetyText text) =>
    [
        .. from trip in trips
           from place in Apart(Find(trip.Now, trip.Past, text))
           orderby trip.Rule.Level descending, place.Start
           select (trip.Rule, place.Start, place.Length),
    ];

    public IEnumerable<ContentNote> Notes(SafetyText text) =>
        notes.Where(note => note.Pattern.IsMatch(text.Text)).Select(note => note.Note)
            .Concat(trips.Where(trip => trip.Rule.Note is not null && Find(trip.Now, trip.Past, text).Any()).Select(trip => trip.Rule.Note!.Value));

    private IEnumerable<(int Start, int Length)> Find(List<SafetyPattern> now, List<SafetyPattern> past, SafetyText text) =>
        Places(now, text).Concat(Places(past, text).Where(place => !text.Says(history, place.Start, place.Length)))
            .Where(place => !text.Says(harmless, place.Start, place.Length));

    private static IEnumerable<(int Start, int Length)> Places(List<SafetyPattern> patterns, SafetyText text) =>
        patterns.SelectMany(pattern => pattern.Places(text.Text));

    /// <summary>Where several patterns of a rule see the same words, one of them: the first, and of those the longest.</summary>
    private static IEnumerable<(int Start, int Length)> Apart(IEnumerable<(int Start, int Length)> places)
    {
        var end = -1;
        foreach (var place in places.OrderBy(place => place.Start).ThenByDescending(place => place.Length))
        {
            if (place.Start < end) continue;

            end = place.Start + place.Length;
            yield return place;
        }
    }

    private SafetyPattern Made(string pattern)
    {
        for (var depth = 0; depth < Depth; depth++)
        {
            foreach (var (name, words) in file.Words) pattern = pattern.Replace($"{{{name}}}", $"({words})", StringComparison.Ordinal);
        }

        return new(pattern);
    }
}
