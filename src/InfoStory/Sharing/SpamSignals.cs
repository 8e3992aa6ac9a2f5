using System.Globalization;
using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Sharing;

/// <summary>How a story came to us, beside its answers.</summary>
/// <param name="HiddenFieldFilled">A field that people do not see was filled in.</param>
/// <param name="ForeignForm">The form that sent it was not made for it.</param>
public sealed partial record SpamSignals(bool HiddenFieldFilled, bool ForeignForm)
{
    /// <summary>Nobody reads the questions and writes a story in less.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(5);

    private const int ManyLinks = 3, WordsForALink = 20;

    /// <summary>
    /// Why the draft looks as if no person had sent it, in plain words of at most <see cref="Story.MaxSuspicion"/> letters; null where it does not.
    /// </summary>
    public string? Suspicion(Draft draft, DateTime now)
    {
        List<string> reasons = [];
        if (HiddenFieldFilled) reasons.Add("A field that people do not see was filled in.");
        if (ForeignForm) reasons.Add("The form that sent it was not made for it.");
        if (now - draft.StartedAt is var taken && taken >= TimeSpan.Zero && taken < Quick)
            reasons.Add($"Sent {InWords((int)taken.TotalSeconds)} after the first answer.");
        if (OfLinks(draft.Answers) is { } links) reasons.Add(links);
        return reasons.Count == 0 ? null : string.Join(' ', reasons);
    }

    /// <summary>Says so where everything that was written together is links and little else; null where it is not.</summary>
    public static string? OfLinks(StoryAnswers answers)
    {
        var written = string.Join('\n', answers.OwnWords);
        return Links().Count(written) is >= ManyLinks and var links && PlainText.Words(written) < links * WordsForALink
            ? string.Create(CultureInfo.InvariantCulture, $"It has {links:N0} links and little else.")
            : null;
    }

    private static string InWords(int seconds) =>
        seconds switch { 0 => "less than a second", 1 => "1 second", _ => string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds") };

    [GeneratedRegex(
        @"(https?://|www\.)\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();
}
