using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination;

/// <summary>How many letters wait, and how many were given up.</summary>
public sealed record LettersInShort(int Waiting, int GivenUp);

/// <summary>What publishers look after, one figure each.</summary>
/// <param name="Digests">Those that a publisher has to approve.</param>
/// <param name="Subscribers">Those who are confirmed.</param>
/// <param name="Silent">Asks whose time is over without a reply.</param>
/// <param name="Responses">Answers of organisations that a publisher has to read.</param>
/// <param name="Overdue">Promises whose day is over.</param>
public sealed record DisseminationInShort(int Digests, int Subscribers, int Silent, int Responses, int Overdue);

/// <summary>What goes out and what comes back, at a glance.</summary>
public sealed class DisseminationDesk(InfoStoryContext db, TimeProvider clock)
{
    private const string OnlyDispatch = "Only a publisher or an administrator sees to the letters.", OnlyPublishers = "Only a publisher looks after this.";

    /// <summary>Two statements over an index.</summary>
    public async Task<LettersInShort> LettersAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Dispatch, OnlyDispatch);
        var letters = db.Set<Letter>();
        return new(
            await letters.CountAsync(letter => letter.GivenUpAt == null, cancellation),
            await letters.CountAsync(letter => letter.GivenUpAt != null, cancellation));
    }

    /// <summary>One statement for each figure, over an index.</summary>
    public async Task<DisseminationInShort> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        var (now, promises) = (clock.UtcNow, db.Promises.ReadableBy(actor));
        return new(
            await db.Digests.CountAsync(digest => digest.State == DigestState.Waiting, cancellation),
            await db.Subscribers.CountAsync(one => one.State == SubscriberState.Confirmed, cancellation),
            await db.Asks.ReadableBy(actor).CountAsync(ask => ask.OverAt <= now, cancellation),
            await db.Responses.CountAsync(response => response.State == ResponseState.Sent, cancellation)
                + await db.PromiseReports.CountAsync(report => report.SentAt != null && promises.Any(promise => promise.Id == report.PromiseId), cancellation),
            await promises.Overdue(now).CountAsync(cancellation));
    }
}
