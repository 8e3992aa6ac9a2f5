using InfoStory.Data.Time;

namespace InfoStory.Stories;

/// <summary>The days by which the team tells an author that it will take the next step.</summary>
public static class DueDates
{
    private const int ToRead = 1, ToDecide = 3, ToPublish = 10;

    public static DateOnly Read(DateTime receivedAt) => WorkingDays.After(receivedAt, ToRead);

    public static DateOnly Decided(DateTime receivedAt) => WorkingDays.After(receivedAt, ToDecide);

    /// <summary>Null where the next step is not the team's, or no day can be named. The time in which the author wrote back is not the team's.</summary>
    public static DateOnly? Next(Story story, bool website) => story.State switch
    {
        StoryState.Received => Read(story.OwedSince),
        StoryState.InReview => Decided(story.OwedSince),
        StoryState.Ready when website => WorkingDays.After(story.SignedOffAt ?? story.DecidedAt ?? story.ReceivedAt, ToPublish),
        _ => null,
    };
}
