using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Shared;

/// <summary>The hand-offs of a story and what was missing, line by line, for the author and for the team. Services are named by their keys.</summary>
public static class Chain
{
    /// <summary>The derived sentence, then a line for each step; null where no step says anything.</summary>
    public static string? Steps(StoryAnswers answers, ILookup<Id<Tag>?, string> services) =>
        HandOffs.TimesTold(answers.HandOffs) == 0 ? null : Lines(
        [
            HandOffs.InWords(answers),
            .. answers.HandOffs.Where(step => !step.IsBlank).Select((step, place) => $"{place + 1}. {string.Join(" · ", Parts(step, services))}"),
        ]);

    /// <summary>The quick answers, with what the steps come to where that is not the same; null where neither was given.</summary>
    public static string? Quick(StoryAnswers answers) => !HandOffs.Differ(answers)
        ? HandOffs.QuickInWords(answers)
        : Lines(HandOffs.QuickInWords(answers), $"The steps come to: {HandOffs.InWords(answers.HandOffs)} We show the greater number.");

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
