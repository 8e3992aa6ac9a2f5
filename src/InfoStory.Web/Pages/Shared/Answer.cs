using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Shared;

/// <summary>
/// One answer in words, for its author and for the team. <paramref name="Value"/> is null where the question is not answered;
/// <paramref name="What"/> ends the sentence "Change …".
/// </summary>
public sealed record Answer(string Key, string? Value, string Page, string What)
{
    /// <summary>The story itself, among the answers about it.</summary>
    public bool IsTheStory { get; init; }

    /// <summary>Not asked for: the steps fill it in.</summary>
    public bool IsOfSteps { get; init; }

    /// <summary>The author's own words.</summary>
    public bool Told { get; init; }

    /// <summary>What the team reads above it beside the words as told; null where the desk shows it elsewhere.</summary>
    public string? OnDesk { get; init; } = Key;

    /// <summary>Every answer about the story, in the order of the questions.</summary>
    /// <param name="answers">What was answered.</param>
    /// <param name="services">Names of services by their key.</param>
    /// <param name="service">The name of the main service.</param>
    /// <param name="place">The name of the place.</param>
    public static IEnumerable<Answer> Of(StoryAnswers answers, ILookup<Id<Tag>?, string> services, string? service, string? place) =>
    [
        new("Your story", answers.Told, "/share/story", "your story") { IsTheStory = true, Told = true, OnDesk = null },
        new("How often it was told", Chain.Quick(answers), "/share/story", "how often it was told"),
        new("Who you tried to reach", Chain.Steps(answers, services), "/share/hand-offs", "who you tried to reach")
            { Told = true, OnDesk = "Who they tried to reach" },
        new("What was not shared", Chain.Missing(answers.Missing, services), "/share/missing", "what was not shared") { Told = true },
        new("Kind of story", answers.Kind?.Title(), "/share/kind", "the kind of story") { OnDesk = null },
        new("Who is telling", answers.WhoIsTelling?.Title(), "/share/teller", "who is telling") { OnDesk = null },
        new("Main service", service, answers.AsksService ? "/share/where" : "/share/hand-offs", "the service")
            { OnDesk = null, IsOfSteps = !answers.AsksService },
        new("Council area", place, "/share/where", "the place") { OnDesk = null },
        new("When it happened", answers.When?.Title(), "/share/when", "when it happened"),
        new("Who needs to hear it", answers.WhoNeedsToHear?.Title(), "/share/hears", "who needs to hear it") { OnDesk = "Who most needs to hear it" },
    ];
}
