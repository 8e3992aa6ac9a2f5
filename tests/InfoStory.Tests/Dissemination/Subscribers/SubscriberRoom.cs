using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Subscribers;

/// <summary>A database with the mailboxes of whoever is written to.</summary>
internal static class SubscriberRoom
{
    extension(TestDatabase database)
    {
        public Task AskAsync(string email, Rhythm rhythm = Rhythm.Weekly, SubscriberAudience audience = SubscriberAudience.Provider, string? place = null) =>
            database.Get<Subscriptions>().AskAsync(new() { Email = email, Audience = audience, Rhythm = rhythm, Place = place }, default);

        /// <summary>Takes every letter away, as a postman does.</summary>
        public async Task<List<Letter>> PostAsync()
        {
            var db = database.Get<InfoStoryContext>();
            // What goes untried counts as never sent.
            await db.Set<Letter>().ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, 1));
            var letters = await db.Set<Letter>().OrderBy(letter => letter.Id).ToListAsync();
            // One that goes without a try never left.
            letters.ForEach(letter => letter.Tries++);
            db.RemoveRange(letters);
            await db.SaveChangesAsync();
            return letters;
        }

        /// <summary>Takes every letter away and writes down that it left, as the outbox does.</summary>
        public async Task<List<Letter>> SendAsync()
        {
            var (db, letters) = (database.Get<InfoStoryContext>(), await database.PostAsync());
            db.History.AddRange(letters.Select(letter => HistoryEntry.Of(letter.Subject, HistoryAct.LetterSent, Actor.System, database.Clock.UtcNow)));
            await db.SaveChangesAsync();
            return letters;
        }

        /// <summary>Somebody who asked and pressed the button: the link of their letters.</summary>
        public async Task<string> ConfirmedAsync(
            string email, Rhythm rhythm = Rhythm.Weekly, SubscriberAudience audience = SubscriberAudience.Provider, string? place = null)
        {
            await database.AskAsync(email, rhythm, audience, place);
            var confirmed = await database.Get<Subscriptions>().ConfirmAsync(Link(Assert.Single(await database.PostAsync()), "confirm"), default);
            return confirmed.Links!.Leave.Split('/')[^1];
        }

        public Task<Subscriber> OnlyAsync() => database.Get<InfoStoryContext>().Subscribers.SingleAsync();

        public Task LookAfterAsync() => database.Get<SubscriberUpkeep>().RunAsync(default);

        public async Task<LinkStanding> StandingAsync(string link) => (await database.Get<Preferences>().ReadAsync(link, default)).Standing;
    }

    /// <summary>The signed part of the address of that page in a letter.</summary>
    public static string Link(Letter letter, string page)
    {
        var begin = letter.Body.IndexOf($"/subscribe/{page}/", StringComparison.Ordinal) + $"/subscribe/{page}/".Length;
        return letter.Body.Substring(begin, LinkKey.Length);
    }
}
