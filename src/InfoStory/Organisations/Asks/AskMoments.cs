using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>A clock goes on after a pause, and runs out, whether or not anybody writes anything down.</summary>
internal sealed class AskMoments : IPublicMoment
{
    public Task<DateTime?> NextAsync(InfoStoryContext db, DateTime now, CancellationToken cancellation) =>
        db.Asks.Where(ask => ask.ResumesAt > now || ask.OverAt > now)
            .MinAsync(ask => ask.ResumesAt > now ? ask.ResumesAt : ask.OverAt, cancellation);
}
