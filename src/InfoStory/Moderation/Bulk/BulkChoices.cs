using InfoStory.Data.Access;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Replies;

namespace InfoStory.Moderation.Bulk;

/// <summary>What an act on many stories begins with: the stories, and the words that the spam reply gives for declining them.</summary>
public sealed class BulkChoices(StoryQueue queue, ReplyBook replies)
{
    /// <summary>These stories, each at the revision that was on the screen.</summary>
    public async Task<ActOnMany> OfAsync(IEnumerable<StoryAtRevision> stories, CancellationToken cancellation) =>
        new() { Stories = [.. stories], Reason = await replies.FindTextAsync(Reply.Spam, ReplyKind.Decline, cancellation) };

    /// <summary>Everything in this part of the queue, longest owed first, up to <see cref="ActOnMany.Most"/>.</summary>
    public async Task<ActOnMany> OfAsync(QueueFilter part, Actor actor, CancellationToken cancellation) =>
        await OfAsync(await queue.ChooseAsync(part, actor, ActOnMany.Most, cancellation), cancellation);
}
