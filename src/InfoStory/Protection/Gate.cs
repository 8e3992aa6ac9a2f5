using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Protection;

/// <summary>The one gate between a story and anyone outside the team: what its author agreed to, as it stands now.</summary>
public static class Gate
{
    /// <returns>The moment at which the consent ends.</returns>
    /// <exception cref="ConflictException">The author has not agreed, has changed their mind, or the consent has expired.</exception>
    public static DateTime MustAllow(this Story story, Audience audience, DateTime now)
    {
        return story.AllowedUntil(audience, now) ?? throw new ConflictException(audience switch
        {
            Audience.Website => "The author has not agreed to publication on this website.",
            Audience.NamedService => "The author has not agreed that this story goes to the service it is about.",
            Audience.PolicyMakers => "The author has not agreed that this story goes to policy makers.",
            Audience.Training => "The author has not agreed that this story is used in training.",
            Audience.Press => "The author has not agreed that this story goes to the press.",
            Audience.Social => "The author has not agreed that this story is used on social media.",
        });
    }
}
