using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Moderation;

/// <summary>What the site promises authors: someone reads the story within one working day.</summary>
public static class Deadline
{
    public static DateOnly For(DateTime receivedAt) => WorkingDays.After(receivedAt, 1);

    /// <summary>True while a decision is still owed and the day for it is over.</summary>
    public static bool IsLate(StoryState state, DateTime receivedAt, DateTime now) =>
        IsOwed(state) && For(receivedAt) < DateOnly.FromDateTime(now.InLondon());

    public static bool IsOwed(StoryState state) => state is StoryState.Received or StoryState.InReview;
}
