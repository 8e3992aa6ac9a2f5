using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Sharing;

/// <summary>Whether what was told could mean that somebody is in danger: by the author's tick, or by the rules that would put the story on hold.</summary>
public static class DangerWords
{
    /// <summary>All that was answered so far.</summary>
    public static bool SpeaksOfDanger(this DraftAnswers draft) => AreIn(draft.Answers, draft.SomeoneAtRisk);

    /// <summary>This one answer.</summary>
    public static bool SpeaksOfDanger(this IAnswer answer)
    {
        var alone = new Draft { KeyHash = "", StartedAt = default, ExpiresAt = default };
        answer.WriteTo(alone);
        return AreIn(alone.Answers, alone.SomeoneAtRisk);
    }

    private static bool AreIn(StoryAnswers answers, bool ticked) => ticked || SafetyNet.Level(string.Join('\n', answers.OwnWords)) != SafeguardingLevel.None;
}
