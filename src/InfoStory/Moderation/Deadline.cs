using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Moderation;

/// <summary>What the site promises authors, as the queue counts it (<see cref="ByWhen"/>).</summary>
public static class Deadline
{
    /// <summary>The day by which the team owes a story its next step; null where it owes none.</summary>
    public static DateOnly? For(StoryState state, DateTime receivedAt) => state switch
    {
        StoryState.Received => ByWhen.Read(receivedAt),
        StoryState.InReview => ByWhen.Decided(receivedAt),
        _ => null,
    };

    public static bool IsOwed(StoryState state) => For(state, default) is not null;

    /// <summary>True once that day is over.</summary>
    public static bool IsLate(StoryState state, DateTime receivedAt, DateTime now) => For(state, receivedAt) < DateOnly.FromDateTime(now.InLondon());
}
