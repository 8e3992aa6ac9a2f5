using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Shared;

/// <summary>The hand-offs of a story and what was missing, line by line, for the author and for the team. Services are named by their keys.</summary>
public static class Chain
{
    /// <summary>A line for each step, after the derived sentence where <see cref="Quick"/> does not say it; null where no step says anything.</summary>
    public static string? Steps(StoryAnswers answers, ILookup<Id<Tag>?, string> services) =>
        HandOffs.TimesTold(answers.HandOffs) == 0 ? null : Lines(
        [
            Quick(answers) is null ? HandOffs.InWords(answers) : null,
            .. answers.HandOffs.Where(step => !step.IsBlank).Select((step, place) => $"{place + 1}. {string.Join(" · ", Parts(step, services))}"),
        ]);

    /// <summary>What the quick answers come to together with the steps; null where neither was given.</summary>
    public static string? Quick(StoryAnswers answers) => HandOffs.QuickInWords(answers) is null ? null : HandOffs.InWords(answers);

    /// <summary>Null where nothing was said.</summary>
    public static string? Missing(MissingInformation? missing, ILookup<Id<Tag>?, string> services) => missing is null ? null : Lines(
        missing.Needed,
        services[missing.HeldById].FirstOrDefault() is { } held ? $"Known to: {held}" : null,
        missing.ReasonGiven is { } reason ? $"Reason given: {reason}" : null,
        missing.Existed is { } existed ? $"Written down: {existed.Title()}" : null,
        missing.WouldHaveChanged is { } change ? $"Would have changed: {change}" : null);

    /// <summary>The lines that are there, one below the other; null where none is.</summary>
    public static string? Lines(params string?[] lines) => lines.OfType<string>().ToList() is { Count: > 0 } said ? string.Join('\n', said) : null;

    public static ILookup<Id<Tag>?, string> Names(this IEnumerable<TagChoice> tags) => tags.ToLookup(tag => (Id<Tag>?)tag.Id, tag => tag.Name);

    private static IEnumerable<string> Parts(HandOff step, ILookup<Id<Tag>?, string> services) =>
        new[]
        {
            services[step.ServiceId].FirstOrDefault(), step.Channel?.Title(), step.Waited?.Title(),
            step.ToldAgain switch { true => "told it again", false => "did not have to tell it again", null => null }, step.Happened,
        }.OfType<string>();
}
