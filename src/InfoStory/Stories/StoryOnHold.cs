using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;

namespace InfoStory.Stories;

/// <summary>
/// The one door of a story on hold: only a safeguarding lead reads what anybody wrote in it or drew from it, and each opening is put into its history.
/// Whatever shows the words of a story to the team asks here.
/// </summary>
public static class StoryOnHold
{
    /// <summary>What whoever is no lead is told where a case study draws on a story that is on hold.</summary>
    public const string DrawnFrom = "A story that this is drawn from is on hold. A safeguarding lead decides what comes next.";

    /// <summary>True where the story may be read by this member of the team, or is not on hold.</summary>
    public static Expression<Func<Story, bool>> ReadableBy(Actor actor) =>
        actor.May(AccessPolicy.Safeguard) ? _ => true : story => story.State != StoryState.OnHold;

    /// <summary>False where the story is on hold and the actor is no safeguarding lead.</summary>
    public static bool MayBeReadBy(this StoryState state, Actor actor) => state != StoryState.OnHold || actor.May(AccessPolicy.Safeguard);

    /// <exception cref="ForbiddenException">The story is on hold and the actor is no safeguarding lead; the message is this sentence.</exception>
    public static void MustBeReadBy(this StoryState state, Actor actor, string sentence)
    {
        if (!state.MayBeReadBy(actor)) throw new ForbiddenException(sentence);
    }

    /// <summary>What the history keeps where the words of a story on hold are read; null where the story is not on hold.</summary>
    public static HistoryEntry? Opening(string reference, StoryState state, Actor actor, DateTime now) =>
        state == StoryState.OnHold ? HistoryEntry.Of(reference, HistoryAct.Opened, actor, now, "it is on hold") : null;
}
