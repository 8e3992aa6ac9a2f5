using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Letters;

internal static class LetterSteps
{
    /// <summary>So many letters, whose subjects are the name of the lane and a number.</summary>
    public static async Task WriteAsync(this TestDatabase database, LetterLane lane, int letters)
    {
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        for (var number = 0; number < letters; number++)
        {
            db.Add(new Letter
            {
                Subject = $"{lane.ToString().ToLowerInvariant()} {number}",
                To = $"reader{number}@example.org",
                Lane = lane,
                Title = "Title",
                Body = "Body",
                WrittenAt = now,
                NextTryAt = now,
            });
        }

        await db.SaveChangesAsync();
    }

    public static void Write(this TestDatabase database, Letter letter)
    {
        var db = database.Get<InfoStoryContext>();
        db.Add(letter);
        db.SaveChanges();
    }

    public static Task<List<Letter>> LettersAsync(this TestDatabase database) =>
        database.Get<InfoStoryContext>().Set<Letter>().AsNoTracking().OrderBy(letter => letter.Id).ToListAsync();

    public static Task<List<HistoryAct>> ActsAsync(this TestDatabase database, string subject) =>
        database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Number).Select(entry => entry.Act)
            .ToListAsync();
}
