using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Sharing;

/// <summary>Whether what was told could mean that somebody is in danger: by the author's tick, or by the rules that would put the story on hold.</summary>
public static class DangerWords
{
    /// <summary>All that was answered so far.</summary>
    public static bool SpeaksOfDanger(this DraftAnswers draft) =>
        draft.SomeoneAtRisk || SpeaksOfDanger(string.Join('\n', draft.Answers.OwnWords));

    /// <summary>Whatever else an author wrote.</summary>
    public static bool SpeaksOfDanger(string? words) => words is not null && SafetyNet.Level(words) != SafeguardingLevel.None;

    /// <summary>This one answer.</summary>
    public static bool SpeaksOfDanger(this IAnswer answer) => DraftAnswers.Only(answer).SpeaksOfDanger();
}
