using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>
/// How often a story was told, as its author and a publisher let everyone read it: the sentence and the steps as they were when that was said, never what
/// happened at a step. A service that is called something else since keeps the name that they said yes to.
/// </summary>
public sealed record ShownChain
{
    /// <summary>The key of the story.</summary>
    public long StoryId { get; init; }

    /// <summary>Such as "Told 6 times to 5 services in about 7 weeks."; null where the steps do not say.</summary>
    public string? Told { get; init; }

    public IReadOnlyList<ShownStep> Steps { get; init; } = [];

    /// <summary>The numbers of that sentence; null where it was drawn before they were kept.</summary>
    public HowOften? Often { get; init; }

    /// <summary>How often these stories were told together, and to how many services at least.</summary>
    public static HowOften Together(IReadOnlyCollection<ShownChain> chains)
    {
        var each = chains.Select(chain => chain.Often ?? HandOffs.Together(chain.TimesTold(), NamedIn([chain]), null, null)).ToList();
        var most = each.MaxBy(often => often.Services) ?? new(0, false, 0, false);
        var named = NamedIn(chains);
        return new(
            each.Sum(often => often.Times), each.Exists(often => often.IsMoreTimes),
            Math.Max(named, most.Services), most.IsMoreServices && most.Services >= named);
    }

    /// <summary>What everyone would read of the hand-offs of a story; null where none is told. One statement where a step names a service.</summary>
    internal static async Task<ShownChain?> OfAsync(InfoStoryContext db, Story story, CancellationToken cancellation)
    {
        var steps = story.HandOffs.Where(step => !step.IsBlank).OrderBy(step => step.Step).ToList();
        var answers = StoryAnswers.Of(story);
        var told = HandOffs.InWords(answers);
        if (told is null && steps.Count == 0) return null;

        var keys = steps.Select(step => step.ServiceId).OfType<Id<Tag>>().Distinct().ToList();
        var names = keys.Count == 0 ? [] : await db.Set<Tag>().AsNoTracking().Where(tag => keys.Contains(tag.Id))
            .ToDictionaryAsync(tag => tag.Id, tag => tag.Name, cancellation);
        return new()
        {
            StoryId = story.Id.Value,
            Told = told,
            Often = HandOffs.Count(answers),
            Steps = steps.ConvertAll(step => new ShownStep
            {
                Service = step.ServiceId is { } service ? names.GetValueOrDefault(service) : null,
                Channel = step.Channel,
                Waited = step.Waited,
                ToldAgain = step.ToldAgain,
            }),
        };
    }

    /// <summary>Everything that a reader learns from it, part by part: what an author says yes to.</summary>
    internal IEnumerable<string?> Parts() =>
        Steps.SelectMany(step => new[] { step.Service, $"{step.Channel}", $"{step.Waited}", $"{step.ToldAgain}" }).Prepend(Told);

    private static int NamedIn(IEnumerable<ShownChain> chains) =>
        chains.SelectMany(chain => chain.Steps).Select(step => step.Service).OfType<string>().Distinct().Count();

    private int TimesTold() => Steps.Where((step, place) => place == 0 || step.ToldAgain == true).Count();

    /// <summary>The words in it that are not from a closed list.</summary>
    internal string Words() => string.Join(". ", Steps.Select(step => step.Service).Prepend(Told?.TrimEnd('.')).OfType<string>().Distinct());
}

/// <summary>One step of a chain, as everyone reads it.</summary>
public sealed record ShownStep
{
    public string? Service { get; init; }

    public HandOffChannel? Channel { get; init; }

    public Waited? Waited { get; init; }

    public bool? ToldAgain { get; init; }
}
