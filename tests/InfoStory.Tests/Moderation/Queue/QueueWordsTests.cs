using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Queue;
using InfoStory.Sqlite;
using InfoStory.Stories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace InfoStory.Tests.Moderation.Queue;

/// <summary>The queue filtered by words that few stories hold, and by such as most do, which it finds another way.</summary>
public sealed class QueueWordsTests
{
    private const int Many = 4_400;

    /// <summary>What somebody types, and which texts of the model hold it.</summary>
    private static readonly (string Typed, Func<string, bool> Holds)[] Asked =
    [
        ("nurse", text => Has(text, "nurse")), ("NURSES ", text => Has(text, "nurse")), ("disch", text => Has(text, "discharge")),
        ("nurse discharge", text => Has(text, "nurse") && Has(text, "discharge")), ("cafe", text => Has(text, "café")), ("Café", text => Has(text, "café")),
        ("\"told nobody\" ", text => Has(text, "told nobody")), ("“nobody told” nurse", text => Has(text, "nobody told") && Has(text, "nurse")),
        ("kettle", text => Has(text, "kettle")), ("nurse kett", text => Has(text, "kettle") && Has(text, "nurse")),
        ("elsewhere", text => Has(text, "elsewhere")), ("Neighbourhoods", text => Has(text, "neighbourhoods")),
        ("misunderstandings", text => Has(text, "misunderstandings")), ("unicorn", _ => false), ("postcard", text => Has(text, "postcard")),
        ("postcard nurse", _ => false), ("lighthouse", text => Has(text, "lighthouse")), ("tea OR nurse", _ => false),
        ("told", text => Has(text, "told")), ("nurse -kettle", text => Has(text, "nurse") && Has(text, "kettle")),
    ];

    [Fact]
    public async Task It_shows_what_the_words_leave_of_each_part_in_the_same_order_page_by_page_and_back()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var texts = await FillAsync(database, Many, commonOnly: false);
        var random = new Random(14);
        List<(QueueFilter Part, Actor Actor)> parts =
        [
            .. Enum.GetValues<Lane>().Select(lane => (new QueueFilter { Lane = lane }, A.Moderator())),
            (new() { Lane = Lane.Held }, A.SafeguardingLead()), (new() { Lane = Lane.Me }, A.SafeguardingLead()), (new() { Lane = Lane.Me }, A.Publisher()),
            (new() { State = StoryState.Published }, A.Publisher()), (new() { Lane = Lane.All, Kind = StoryKind.Failed }, A.Moderator()),
            (new() { Lane = Lane.Someone, Late = true }, A.Moderator()),
        ];

        foreach (var (part, actor) in parts)
        {
            var all = await AllAsync(database, part, actor);
            foreach (var (typed, holds) in part.Lane == Lane.Someone && !part.Late ? Asked : random.GetItems(Asked, 4))
            {
                var held = all.Where(row => row.State.MayBeReadBy(actor) && holds(texts[row.Reference])).ToList();
                await SameAsync(database, part with { Words = typed }, actor, held, random);
            }

            await database.EndScopesAsync();
        }
    }

    [Fact]
    public async Task It_takes_no_more_steps_with_more_stories()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        List<long[]> steps = [];
        string[] asked = ["nurse", "disch", "told nobody", "\"told nobody\" ", "kettle", "unicorn", "postcard"];
        foreach (var size in (int[])[4_000, 12_000])
        {
            await FillAsync(database, size, commonOnly: true);
            steps.Add([.. await StepsAsync(database, asked)]);
        }

        Assert.Empty(asked.Where((_, at) => steps[1][at] > 1.2 * steps[0][at] + 500).Select((typed, at) => $"{typed}: {steps[0][at]} then {steps[1][at]}"));
    }

    /// <summary>One that walks for words of a thousand stories, as it does for those of many thousands.</summary>
    private static StoryQueue Queue(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<StoryQueue>(services, new SqliteFullText { MostListed = 1_000 });

    /// <summary>The first pages, one further on, and from one story of it to those beside it.</summary>
    private static async Task SameAsync(TestDatabase database, QueueFilter filter, Actor actor, List<QueueRow> held, Random random)
    {
        var queue = Queue(database.Get<IServiceProvider>());
        var said = $"{filter} for {actor.Name}";
        Assert.Equal((said, Math.Min(held.Count, StoryQueue.MostCounted)), (said, await queue.CountAsync(filter, actor, default)));

        Cursor? after = null;
        foreach (var from in (int[])[0, StoryQueue.PageSize, Math.Max(0, held.Count - StoryQueue.PageSize - 7)])
        {
            if (from > 0) after = held.Count >= from ? held[from - 1].Position : after;
            var page = await queue.ListAsync(filter, actor, after, default);
            var expected = held.Skip(after is null ? 0 : held.FindIndex(row => row.Position == after) + 1).ToList();
            Assert.True(expected.Take(StoryQueue.PageSize).Select(row => row.Reference).SequenceEqual(page.Rows.Select(row => row.Reference)), said);
            Assert.Equal(expected.Count > StoryQueue.PageSize, page.Next is not null);
        }

        Assert.Equal(held.Take(70).Select(row => row.Reference),
            (await queue.ChooseAsync(filter, actor, 70, default)).Select(story => story.Reference));
        if (held.Count == 0) return;

        var at = random.Next(held.Count);
        var (place, of) = await queue.PlaceAsync(filter, actor, held[at].Reference, default);
        Assert.Equal((at < StoryQueue.MostCounted ? at + 1 : null, Math.Min(held.Count, StoryQueue.MostCounted)), (place, of));
        var handed = held.Where((row, place) => place == at || row.ClaimedBy is null || row.ClaimedBy == actor.Name
            || row.Waits is not (Waits.ForHolder or Waits.ForAuthor)).Select(row => row.Reference).ToList();
        var here = handed.IndexOf(held[at].Reference);
        Assert.Equal(here > 0 ? handed[here - 1] : null, await queue.BesideAsync(filter, actor, handed[here], before: true, default));
        Assert.Equal(handed.ElementAtOrDefault(here + 1), await queue.BesideAsync(filter, actor, handed[here], before: false, default));
    }

    private static async Task<List<QueueRow>> AllAsync(TestDatabase database, QueueFilter part, Actor actor)
    {
        List<QueueRow> rows = [];
        for (Cursor? after = null; ;)
        {
            var page = await Queue(database.Get<IServiceProvider>()).ListAsync(part, actor, after, default);
            rows.AddRange(page.Rows);
            if (page.Next is null) return rows;

            after = page.Next;
        }
    }

    /// <summary>What a page, and the step from one story to the next, take in SQLite's machine.</summary>
    private static async Task<List<long>> StepsAsync(TestDatabase database, string[] asked)
    {
        const int Every = 10;
        List<long> found = [];
        foreach (var typed in asked)
        {
            var filter = new QueueFilter { Lane = Lane.Someone, Words = typed };
            await using var scope = database.Get<IServiceProvider>().GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var (db, queue) = (scope.ServiceProvider.GetRequiredService<InfoStoryContext>(), Queue(scope.ServiceProvider));
            await db.Database.OpenConnectionAsync();
            await queue.ListAsync(filter, A.Moderator(), null, default);
            var steps = 0L;
            var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
            raw.sqlite3_progress_handler(handle, Every, _ => { steps += Every; return 0; }, null);
            var page = await queue.ListAsync(filter, A.Moderator(), null, default);
            if (page.Rows.Count > 2) await queue.BesideAsync(filter, A.Moderator(), page.Rows[1].Reference, before: true, default);
            raw.sqlite3_progress_handler(handle, 0, null, null);
            found.Add(steps);
        }

        return found;
    }

    private static bool Has(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>A story in each state, copied until there are so many, each copy with its own words and time; some of them came at the same moment.</summary>
    /// <returns>What each story holds, by its reference: its words, or those of its message where it has one.</returns>
    private static async Task<Dictionary<string, string>> FillAsync(TestDatabase database, int size, bool commonOnly)
    {
        var db = database.Get<InfoStoryContext>();
        if (!await db.Stories.AnyAsync())
        {
            StoryBuilder[] all =
            [
                A.Story(), A.Story().InReview(), A.Story().Asked(), A.Story().OnHold(), A.Story().Ready(), A.Story().Kind(StoryKind.StillWaiting).Published(),
            ];
            foreach (var one in all) await database.Given(one);
        }

        var seeds = await db.Stories.AsNoTracking().OrderBy(story => story.Id).Take(6).Select(story => new { story.Id, story.Reference, story.Told })
            .ToListAsync();
        var texts = seeds.ToDictionary(seed => seed.Reference, seed => seed.Told);
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('Stories')").ToListAsync();
        string[] own = ["Id", "Reference", "SendKey", "Receipt_Index", "Told", "PublicTitle", "PublicText", "OwedSince"];
        var same = string.Join(", ", columns.Except(own).Select(column => $"\"{column}\""));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var random = new Random(size);
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.CommandText = $"""
            INSERT INTO Stories (Id, Reference, SendKey, Receipt_Index, Told, PublicTitle, PublicText, OwedSince, {same})
            SELECT $id, $reference, $reference, $reference, $told, NULL, NULL, datetime('2026-09-01', '+' || $minutes || ' minutes'), {same}
            FROM Stories WHERE Id = $seed
            """;
        await using var write = db.Database.GetDbConnection().CreateCommand();
        write.CommandText = "INSERT INTO Messages (StoryId, FromAuthor, Text, At, By) VALUES ($id, $author, $told, '2026-09-02 00:00:00', NULL)";
        foreach (var command in (System.Data.Common.DbCommand[])[insert, write])
        {
            foreach (var name in (string[])["$id", "$reference", "$told", "$minutes", "$seed", "$author"])
                command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }

        for (var number = await db.Stories.CountAsync(); number < size; number++)
        {
            var (id, seed) = (1_000L + number, random.Next(10) is var drawn && drawn < 5 ? drawn + 1 : 0);
            if (number % 10 < 5) seed = 0;
            var told = Words(random, seed, isRareHere: number > size - 10, commonOnly);
            var reference = string.Create(CultureInfo.InvariantCulture, $"IS-{number:0000000}");
            object[] values = [id, reference, told, number / 3, seeds[seed].Id.Value, true];
            for (var at = 0; at < values.Length; at++) insert.Parameters[at].Value = write.Parameters[at].Value = values[at];
            await insert.ExecuteNonQueryAsync();
            texts[reference] = told;
            if (number % 3 != 0) continue;

            var message = number % 900 == 0 ? "lighthouse" : "postcard";
            write.Parameters[2].Value = $"The {message} came.";
            await write.ExecuteNonQueryAsync();
            (write.Parameters[2].Value, write.Parameters[5].Value) = ("A nurse asks of the unicorn.", false);
            await write.ExecuteNonQueryAsync();
            texts[reference] += $" | {message}";
        }

        await transaction.CommitAsync();
        return texts;
    }

    private static string Words(Random random, int seed, bool isRareHere, bool commonOnly)
    {
        List<string> words = ["They", random.Next(2) == 0 ? "told nobody" : "nobody told"];
        if (random.Next(10) < 9) words.Add("nurse");
        if (random.Next(10) < 6) words.Add("discharge");
        if (commonOnly) return string.Join(' ', words);

        if (random.Next(2) == 0) words.Add("café");
        if (random.Next(60) == 0) words.Add("kettle");
        if (random.Next(3) == 0) words.Add("neighbourhoods");
        if (random.Next(3) == 0) words.Add("misunderstandings");
        if (seed != 0 || isRareHere) words.Add("elsewhere");
        return string.Join(' ', words.Skip(1).OrderBy(_ => random.Next()).Prepend(words[0]));
    }
}
