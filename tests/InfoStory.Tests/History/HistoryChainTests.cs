using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Rights;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.History;

/// <summary>The history as measures.md has it: whatever is done to a row directly, the checker names the first bad one.</summary>
public sealed class HistoryChainTests
{
    private const int Rows = 1000;

    /// <summary>What somebody does to row k by hand, and which row is then the first bad one.</summary>
    public static TheoryData<string, string> Deeds() => new()
    {
        { "change", "UPDATE History SET By = By || '.' WHERE Number = {0}" },
        { "delete", "DELETE FROM History WHERE Number = {0}" },
        { "reorder", "UPDATE History SET Number = -1 WHERE Number = {0}; UPDATE History SET Number = {0} WHERE Number = {0} % 1000 + 1; "
            + "UPDATE History SET Number = {0} % 1000 + 1 WHERE Number = -1" },
        {
            "insert",
            """
            UPDATE History SET Number = -Number - 1 WHERE Number >= {0};
            UPDATE History SET Number = -Number WHERE Number < 0;
            INSERT INTO History (Subject, Act, StaffId, "By", At, Why, Number, Salt, Seal, Hash)
            SELECT Subject, Act, StaffId, "By" || '.', At, Why, {0}, Salt, Seal, Hash FROM History WHERE Number = {0} + 1
            """
        },
    };

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task The_checker_names_the_first_bad_row_whichever_of_a_thousand_it_is(string deed, string sql)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await WriteAsync(database, Rows);
        await using var db = database.Get<InfoStoryContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var check = new HistoryCheck(db, HistoryCounter.None);
        List<string> missed = [];

        for (var row = 1; row <= Rows; row++)
        {
            await transaction.CreateSavepointAsync("whole");
            await db.Database.ExecuteSqlRawAsync(string.Format(CultureInfo.InvariantCulture, sql, row));
            var found = await check.VerifyAsync([], default);
            await transaction.RollbackToSavepointAsync("whole");

            // The last row, swapped with the first, is found at the first.
            var first = deed == "reorder" && row == Rows ? 1 : row;
            if (found.BadNumber != first) missed.Add($"{deed} {row}: {found}");
        }

        Assert.Empty(missed);
        Assert.True((await check.VerifyAsync([], default)).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE History SET Subject = 'x' WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET Act = 'x' WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET StaffId = 7 WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET At = '2026-11-24 10:00:00.0000001' WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET Why = '' WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET Salt = NULL WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET Seal = zeroblob(32) WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET Hash = zeroblob(32) WHERE Number = 5", 5)]
    [InlineData("UPDATE History SET Number = NULL WHERE Number = 5", 5)]
    [InlineData("UPDATE HistoryHead SET Number = 9", 10)]
    [InlineData("UPDATE HistoryHead SET Hash = zeroblob(32)", 10)]
    [InlineData("DELETE FROM HistoryHead", 10)]
    [InlineData("DELETE FROM History WHERE Number > 8", 9)]
    [InlineData("UPDATE History SET Subject = 'erased', Act = 'Erased', \"By\" = '', StaffId = NULL, Why = NULL, At = '2026-11-01 00:00:00', Salt = NULL "
        + "WHERE Number = 5", 5)]
    [InlineData("INSERT INTO History (Subject, Act, \"By\", At) VALUES ('x', 'x', 'x', '2026-11-01 00:00:00')", null)]
    public async Task Nothing_is_changed_by_hand_unseen(string sql, int? bad)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await WriteAsync(database, 10);

        await database.Get<InfoStoryContext>().Database.ExecuteSqlRawAsync(sql);

        var found = await VerifyAsync(database);
        Assert.False(found.IsWhole);
        Assert.Equal(bad, (int?)found.BadNumber);
    }

    [Fact]
    public async Task A_chain_made_anew_is_told_by_the_head_that_was_kept_outside()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await WriteAsync(database, 10);
        var kept = (await VerifyAsync(database)).Head;

        await database.Get<InfoStoryContext>()
            .Database.ExecuteSqlRawAsync("UPDATE History SET Number = NULL, \"By\" = 'somebody else'; UPDATE HistoryHead SET Number = 0, Hash = zeroblob(32)");
        await HistoryChain.BeginAsync(database.Get<InfoStoryContext>(), default);

        Assert.True((await VerifyAsync(database)).IsWhole);
        Assert.Equal((10, "is not the one whose head was kept"), await WrongAsync(database, kept));
    }

    [Fact]
    public async Task A_history_cut_at_its_end_with_its_head_set_back_is_told_by_the_counter_of_the_database()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await WriteAsync(database, 10);

        await database.Get<InfoStoryContext>().Database.ExecuteSqlRawAsync("DELETE FROM History WHERE Number > 7; "
            + "UPDATE HistoryHead SET Number = 7, Hash = (SELECT Hash FROM History WHERE Number = 7)");

        var found = await VerifyAsync(database);
        Assert.Equal((8L, "is missing: the database has counted to 10, and the last key is 7"), (found.BadNumber, found.Wrong));
    }

    [Theory]
    [InlineData(0, "The file of heads is missing or holds no head, though the history is older than two days")]
    [InlineData(3, "The file of heads ends at entry 3, though entry 6 is older than two days")]
    [InlineData(6, null)]
    public async Task A_file_of_heads_that_is_missing_empty_or_shorter_is_a_complaint(int keptUpTo, string? complaint)
    {
        await using var database = await TestDatabase.NewAsync();
        var heads = new HistoryHeads(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        for (var written = 3; written <= 6; written += 3)
        {
            await WriteAsync(database, 3);
            if (keptUpTo >= written) await heads.AppendAsync((await VerifyAsync(database)).Head, database.Clock.UtcNow.AddDays(written), default);
        }

        var check = database.Get<HistoryCheck>();

        Assert.Null(await check.WrongWithAsync(heads, database.Clock.UtcNow, default));
        Assert.Equal(complaint, await check.WrongWithAsync(heads, database.Clock.UtcNow.AddDays(3), default));
        Assert.Null(await check.WrongWithAsync(new(File: null), database.Clock.UtcNow.AddDays(3), default));
        File.Delete(heads.File!);
    }

    [Fact]
    public async Task Twenty_who_save_at_once_make_one_whole_chain_and_one_place_each()
    {
        await using var database = await TestDatabase.NewAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => WriteAsync(database, 5))));

        var found = await VerifyAsync(database);
        Assert.Equal((true, 100), (found.IsWhole, found.Entries));
    }

    [Fact]
    public async Task What_was_written_before_there_was_a_chain_is_chained_first_and_only_once()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.Get<InfoStoryContext>().Database.ExecuteSqlRawAsync("INSERT INTO History (Subject, Act, \"By\", At) "
            + "VALUES ('IS-1', 'Received', 'The author', '2026-11-01 00:00:00'), ('IS-1', 'Claimed', 'x', '2026-11-01 00:00:01')");

        await HistoryChain.BeginAsync(database.Get<InfoStoryContext>(), default);
        await HistoryChain.BeginAsync(database.Get<InfoStoryContext>(), default);
        await WriteAsync(database, 1);

        Assert.Equal(3, (await VerifyAsync(database)).Entries);
        Assert.Equal(
            [HistoryAct.Received, HistoryAct.Claimed, HistoryAct.Opened],
            await database.Get<InfoStoryContext>().History.OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync());
    }

    [Fact]
    public async Task Erasing_a_story_leaves_the_chain_whole_and_says_which_entries_are_blank()
    {
        await using var database = await TestDatabase.NewAsync();
        var (erased, kept) = (await database.Given(A.Story().Published()), await database.Given(A.Story().InReview()));
        var before = (await VerifyAsync(database)).Head;

        await database.Get<Erasure>().EraseAsync(erased.Id, byAuthor: true, default);

        Assert.True((await database.Get<HistoryCheck>().VerifyAsync([before], default)).IsWhole);
        var note = await database.Get<InfoStoryContext>().History.SingleAsync(entry => entry.Subject == HistoryErasure.Note);
        Assert.Equal(("1-6", Actor.Author.Name), (note.Why, note.By));
        Assert.Equal(6, await database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Subject == HistoryErasure.Subject
            && entry.Salt == null && entry.At == new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(3, await database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Subject == kept.Reference));
    }

    [Fact]
    public async Task A_save_that_fails_takes_no_place()
    {
        await using var database = await TestDatabase.NewAsync();
        await WriteAsync(database, 1);
        await using var db = database.Get<InfoStoryContext>();
        db.History.Add(HistoryEntry.Of(new string('x', 90), HistoryAct.Opened, A.Moderator(), database.Clock.UtcNow));
        db.Add(new Note { StoryId = new(999_999), Text = "", By = "", At = database.Clock.UtcNow });

        await Assert.ThrowsAsync<ConflictException>(() => db.SaveChangesAsync());
        await WriteAsync(database, 1);

        var found = await VerifyAsync(database);
        Assert.Equal((true, 2), (found.IsWhole, found.Entries));
    }

    [Fact]
    public async Task The_file_of_heads_gets_one_line_a_day_and_is_read_back()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var heads = new HistoryHeads(file);

        await WriteAsync(database, 3);
        var first = (await VerifyAsync(database)).Head;
        await heads.AppendAsync(first, database.Clock.UtcNow, default);
        await WriteAsync(database, 3);
        await heads.AppendAsync((await VerifyAsync(database)).Head, database.Clock.UtcNow, default);
        await heads.AppendAsync((await VerifyAsync(database)).Head, database.Clock.UtcNow.AddDays(1), default);

        Assert.Equal([3, 6], heads.Read().Select(head => head.Number));
        Assert.True((await database.Get<HistoryCheck>().VerifyAsync(heads.Read(), default)).IsWhole);
        File.Delete(file);
    }

    private static async Task WriteAsync(TestDatabase database, int rows)
    {
        await using var db = database.Get<InfoStoryContext>();
        for (var row = 0; row < rows; row++)
        {
            db.History.Add(
                HistoryEntry.Of($"IS-{row}", HistoryAct.Opened, A.Moderator(), database.Clock.UtcNow.AddTicks(row), row % 3 == 0 ? "to ask the author" : null));
            if (rows < 100 || row % 100 == 99) await db.SaveChangesAsync();
        }
    }

    private static Task<HistoryFinding> VerifyAsync(TestDatabase database) => database.Get<HistoryCheck>().VerifyAsync([], default);

    private static async Task<(long?, string?)> WrongAsync(TestDatabase database, ChainHead kept)
    {
        var found = await database.Get<HistoryCheck>().VerifyAsync([kept], default);
        return (found.BadNumber, found.Wrong);
    }
}
