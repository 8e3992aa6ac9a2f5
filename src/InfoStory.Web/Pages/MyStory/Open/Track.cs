using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>One step of a story on its way. <paramref name="When"/> is null where nobody can name a day.</summary>
public sealed record Step(string What, string? When, bool Reached);

/// <summary>Where a story has been and where it goes next.</summary>
public static class Track
{
    public static IReadOnlyList<Step> Of(StoryForAuthor story, CaseStudyLink? study)
    {
        var reading = story.State == StoryState.InReview;
        var next = story.IsLate ? null : By(story.NextBy);

        List<Step> steps =
        [
            new("You sent it", On(story.ReceivedAt), true),
            reading
                ? new("A person is reading it", story.ClaimedAt is { } since ? $"Since {Day(since)}" : null, true)
                : new("A person reads it", story.State == StoryState.Received ? next : On(story.DecidedAt), story.State != StoryState.Received),
        ];
        if (story.SeeFirst) steps.Add(new("You read our version and say yes or no", story.SignedOffAt is null ? (reading ? next : null) : On(story.SignedOffAt), story.State > StoryState.InReview));
        if (story.Website) steps.Add(new("It is published as part of a case study", study is null ? (story.State == StoryState.Ready ? next : null) : On(study.PublishedAt), story.State == StoryState.Published));
        return steps;
    }

    private static string? On(DateTime? utc) => utc is { } at ? Day(at) : null;

    private static string? By(DateOnly? day) => day is { } by ? $"By {by:d MMMM yyyy}" : null;

    private static string Day(DateTime utc) => utc.InLondon().ToString("d MMMM yyyy");
}
