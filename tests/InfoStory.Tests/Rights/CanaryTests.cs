using InfoStory.Data;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InfoStory.Tests.Rights;

/// <summary>Everything that can hold a word of a story is filled with words that are nowhere else, and looked for afterwards.</summary>
public sealed class CanaryTests
{
    /// <summary>What a withdrawn story leaves, and why (docs/decisions/0007).</summary>
    private static readonly Dictionary<string, string> LeftByWithdrawing = new(StringComparer.Ordinal)
    {
        ["Story.EnteredBy"] = "who in the team entered it: how permission was given",
        ["Story.ClaimedBy"] = "who in the team claimed it",
        ["Story.Receipt.Index"] = "its author can still see that it is gone",
        ["Story.Receipt.Salt"] = "the same",
        ["Story.Receipt.Hash"] = "the same",
        ["Consent.Wording"] = "the ledger shows what was agreed to, and when it ended",
        ["SafeguardingCase.RaisedBy"] = "that a case was handled, and by whom",
        ["SafeguardingCase.OpenedBy"] = "the same",
        ["SafeguardingCase.ClosedBy"] = "the same",
        ["HistoryEntry.By"] = "the history says who did what, in words of the program alone",
        ["HistoryEntry.Why"] = "the same",
        ["HistoryEntry.Salt"] = "the chain",
        ["HistoryEntry.Seal"] = "the chain",
        ["HistoryEntry.Hash"] = "the chain",
        ["BulkAct.Stories"] = "references and places in life, for an hour at most",
        ["Ask.PutBy"] = "who in the team put it to an organisation",
        ["AskEvent.SentTo"] = "to whom a letter about it went, so that it can be called back",
        ["Delivery.Recipient"] = "the number of whoever was sent it, so that it can be called back",
        ["Recall.Reached"] = "the number of whoever was written to last, for as long as it is called back",
        ["Letter by CaseId.Subject"] = "a letter to a lead names the reference and has no word of the story",
        ["Letter by CaseId.To"] = "the same",
        ["Letter by CaseId.Title"] = "the same",
        ["Letter by CaseId.Body"] = "the same",
        ["Letter by CaseId.ListId"] = "the same; it is of no list",
        ["Letter by CaseId.Unsubscribe"] = "the same",
        ["Letter by CaseId.Token"] = "random",
    };

    /// <summary>What an erased story leaves, and why (docs/decisions/0020).</summary>
    private static readonly Dictionary<string, string> LeftByErasing = new(StringComparer.Ordinal)
    {
        ["Delivery.Recipient"] = "the number of whoever was sent it, so that it can be called back (docs/decisions/0081)",
        ["Recall.Reached"] = "the same",
        ["HistoryEntry.Seal"] = "the chain stays whole; without its salt nobody can guess from it",
        ["HistoryEntry.Hash"] = "the same",
    };

    [Fact]
    public async Task Withdrawing_leaves_of_all_that_was_planted_only_what_is_named()
    {
        await using var database = await TestDatabase.NewAsync();
        var planting = await Planting.InAsync(database);
        Assert.Empty(await MissingAsync(database, planting.Canaries));

        await database.Get<Withdrawal>().WithdrawAsync(planting.Story.Id, default);

        Assert.Equal(LeftByWithdrawing.Keys.Order(), await FoundAsync(database, planting.Canaries));
    }

    [Fact]
    public async Task Erasing_leaves_of_all_that_was_planted_only_two_hashes_and_nothing_that_leads_to_the_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var planting = await Planting.InAsync(database);

        await database.Get<Erasure>().EraseAsync(planting.Story.Id, byAuthor: true, default);

        Assert.Equal(LeftByErasing.Keys.Order(), await FoundAsync(database, planting.Canaries));
        var left = await database.DumpAsync();
        Assert.DoesNotContain(planting.Story.Reference, left, StringComparison.Ordinal);
        Assert.DoesNotContain(planting.Story.Secret.Hash, left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_forgotten_is_gone_from_the_bytes_of_the_file_and_from_its_indexes_of_words(bool erases)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var planting = await Planting.InAsync(database);
        var (before, watched) = (await BytesAsync(database), planting.Canaries.Where(canary => canary.Value is string || !erases).ToList());
        Assert.All(watched, canary => Assert.True(IsIn(before, canary), canary.Where));

        if (erases) await database.Get<Erasure>().EraseAsync(planting.Story.Id, byAuthor: true, default);
        else await database.Get<Withdrawal>().WithdrawAsync(planting.Story.Id, default);

        var after = await BytesAsync(database);
        Assert.Equal(
            (erases ? LeftByErasing : LeftByWithdrawing).Keys.Order(),
            planting.Canaries.Where(canary => IsIn(after, canary)).Select(canary => canary.Where).Distinct().Order());
    }

    [Fact]
    public async Task Whatever_a_story_holds_is_blank_after_withdrawing_unless_it_is_named()
    {
        string[] named =
        [
            "Id", "Revision", "Reference", "State", "Waits", "Channel", "CampaignId", "SeeFirst", "ReceivedAt", "OwedSince", "FlaggedAt", "DecidedAt",
            "SignedOffAt", "EnteredBy", "ClaimedById", "ClaimedBy", "ClaimedAt", "SendKey",
        ];
        await using var database = await TestDatabase.NewAsync();
        var planting = await Planting.InAsync(database);

        var full = await EntryAsync(database, planting.Story.Id);
        Assert.Empty(full.Properties.Where(property => !named.Contains(property.Metadata.Name) && Planting.IsBlank(property.CurrentValue))
            .Select(property => property.Metadata.Name));

        await database.Get<Withdrawal>().WithdrawAsync(planting.Story.Id, default);

        var entry = await EntryAsync(database, planting.Story.Id);
        Assert.Empty(entry.Properties.Where(property => !named.Contains(property.Metadata.Name) && !Planting.IsBlank(property.CurrentValue))
            .Select(property => property.Metadata.Name));
        Assert.Empty(entry.Collections.Where(rows => rows.Metadata.Name != nameof(Story.Consents) && rows.CurrentValue!.Cast<object>().Any())
            .Select(rows => rows.Metadata.Name));
        Assert.Null(entry.Entity.Missing);
    }

    private static async Task<EntityEntry<Story>> EntryAsync(TestDatabase database, Id<Story> id)
    {
        var db = database.Get<InfoStoryContext>();
        return db.Entry(await db.Stories.Include(story => story.Tags).Include(story => story.Consents).SingleAsync(story => story.Id == id));
    }

    private static async Task<IEnumerable<string>> FoundAsync(TestDatabase database, IEnumerable<Canary> canaries)
    {
        var left = await database.DumpAsync();
        return canaries.Where(canary => left.Contains(canary.Text, StringComparison.OrdinalIgnoreCase)).Select(canary => canary.Where).Distinct().Order();
    }

    private static async Task<IEnumerable<string>> MissingAsync(TestDatabase database, IEnumerable<Canary> canaries)
    {
        var left = await database.DumpAsync();
        return canaries.Where(canary => !left.Contains(canary.Text, StringComparison.OrdinalIgnoreCase)).Select(canary => canary.Where);
    }

    /// <summary>The file and its log, after everything in the log was carried over.</summary>
    private static async Task<byte[]> BytesAsync(TestDatabase database)
    {
        await database.EndScopesAsync();
        await database.Get<InfoStoryContext>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var log = $"{database.File}-wal";
        return [.. await File.ReadAllBytesAsync(database.File), .. File.Exists(log) ? await File.ReadAllBytesAsync(log) : []];
    }

    private static bool IsIn(byte[] bytes, Canary canary) => bytes.AsSpan().IndexOf(canary.Bytes) >= 0;
}
