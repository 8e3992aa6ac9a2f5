using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Moderation.Queue;

/// <summary>What somebody of the team looks for in the queue (docs/desk.md).</summary>
public enum Lane
{
    /// <summary>What this person claimed and has to go on with, and what only their roles can do.</summary>
    Me,

    /// <summary>What nobody holds, or nobody has touched for hours.</summary>
    Someone,

    Author,

    Held,

    /// <summary>Everything that this person claimed and that is not decided for good.</summary>
    Mine,

    /// <summary>Every story, also what waits for nobody any more.</summary>
    All,
}

/// <summary>A part of the queue: a lane, or a state where one is named, narrowed by whatever else is set.</summary>
public sealed record QueueFilter
{
    public Lane Lane { get; init; }

    public StoryState? State { get; init; }

    public StoryKind? Kind { get; init; }

    public Id<Tag>? Service { get; init; }

    public Id<Tag>? Tag { get; init; }

    public Id<Place>? Place { get; init; }

    public Id<Campaign>? Campaign { get; init; }

    public Channel? Channel { get; init; }

    public Criticality? Criticality { get; init; }

    /// <summary>A kind of flag that nobody has dismissed.</summary>
    public FlagKind? Flag { get; init; }

    /// <summary>True for what should have been read or decided by now.</summary>
    public bool Late { get; init; }

    /// <summary>Words that were told or stand in the public title or text, as somebody types them, or how the reference of a story begins.</summary>
    public string? Words { get; init; }

    /// <summary>
    /// True where the filter asks what a story says, or what the team made of that; on hold, only a safeguarding lead may find a story by that.
    /// </summary>
    internal bool Reads => Flag is not null || Tag is not null || Criticality is not null || !string.IsNullOrWhiteSpace(Words);

    internal IQueryable<Story> Narrow(IQueryable<Story> stories, InfoStoryContext db, Actor actor, DateTime now)
    {
        if (Late)
        {
            var (read, decided) = (Deadline.LateBefore(StoryState.Received, now), Deadline.LateBefore(StoryState.InReview, now));
            stories = stories.Where(story => (story.State == StoryState.Received && story.OwedSince < read)
                || (story.State == StoryState.InReview && story.OwedSince < decided));
        }

        if (Kind is { } kind) stories = stories.Where(story => story.Kind == kind);
        if (Service is { } service) stories = stories.Where(story => story.ServiceId == service);
        if (Place is { } place) stories = stories.Where(story => story.PlaceId == place);
        if (Campaign is { } campaign) stories = stories.Where(story => story.CampaignId == campaign);
        if (Channel is { } channel) stories = stories.Where(story => story.Channel == channel);
        if (Criticality is { } criticality) stories = stories.Where(story => story.Criticality == criticality);
        if (Flag is { } flagged)
        {
            var open = db.OpenFlagsSeenBy(actor).Where(flag => flag.Kind == flagged);
            stories = stories.Where(story => open.Any(flag => flag.StoryId == story.Id));
        }

        if (Tag is { } tag) stories = stories.Where(story => story.Tags.Any(tagged => tagged.TagId == tag));
        return stories;
    }
}
