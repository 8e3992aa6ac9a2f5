using System.Diagnostics.Metrics;
using InfoStory.Authors;
using InfoStory.Sharing;
using InfoStory.Stories;

namespace InfoStory.Tests.Stories;

public sealed class ReceiptTests
{
    [Fact]
    public void The_list_holds_2048_different_plain_words_so_that_six_are_66_bits()
    {
        using var reader = new StreamReader(typeof(Receipt).Assembly.GetManifestResourceStream("receipt-words.txt")!);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2048, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{3,8}$", word));
        Assert.True(Receipt.Length * Math.Log2(words.Length) >= 60);
    }

    [Fact]
    public void A_receipt_is_hashed_in_fifty_thousand_rounds() => Assert.Equal(50_000, new ReceiptKey(new byte[32]).Rounds);

    [Fact]
    public void More_rounds_make_another_hash_so_that_none_are_left_out_unseen()
    {
        var (key, receipt) = (new ReceiptKey(new byte[32]), Receipt.Of(DraftSecret.New().Bytes));

        var made = ReceiptLock.For(receipt, key);

        Assert.True(made.Opens(receipt, key));
        Assert.False(made.Opens(receipt, key with { Rounds = key.Rounds - 1 }));
    }

    [Fact]
    public void The_same_draft_always_gives_the_same_receipt_and_another_draft_another()
    {
        var secret = DraftSecret.New();

        Assert.Equal(Receipt.Of(secret.Bytes).ToString(), Receipt.Of(DraftSecret.Parse(secret.ToString())!.Bytes).ToString());
        Assert.NotEqual(Receipt.Of(secret.Bytes).ToString(), Receipt.Of(DraftSecret.New().Bytes).ToString());
    }

    [Fact]
    public void Receipts_use_the_whole_list_evenly()
    {
        var counts = Enumerable.Range(0, 20_000).SelectMany(_ => Receipt.Of(DraftSecret.New().Bytes).Words).CountBy(word => word).ToList();

        Assert.Equal(2048, counts.Count);
        Assert.All(counts, count => Assert.InRange(count.Value, 20, 110));
    }

    [Theory]
    [InlineData("1. {0}\n2. {1}\n3. {2}\n4. {3}\n5. {4}\n6. {5}")]
    [InlineData("  {0},{1} ;{2}-{3}/{4}   {5}. ")]
    [InlineData("{0}\t{1}\r\n{2} {3} {4} {5}")]
    public void A_receipt_can_be_typed_in_many_ways(string shape)
    {
        var receipt = Receipt.Of(DraftSecret.New().Bytes);

        var typed = string.Format(shape, [.. receipt.Words]).ToUpperInvariant();

        Assert.Equal(receipt.ToString(), Receipt.Parse(typed)?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("one two three")]
    [InlineData("zzzz zzzz zzzz zzzz zzzz zzzz")]
    [InlineData("'; DROP TABLE Stories; --")]
    public void What_is_not_six_known_words_is_no_receipt(string? typed) => Assert.Null(Receipt.Parse(typed));

    [Fact]
    public async Task A_receipt_opens_its_own_story_and_no_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var mine = await database.Given(A.Story());
        var other = await database.Given(A.Story());

        Assert.Equal(mine.Id, await database.Get<MyStory>().OpenAsync(mine.Receipt, default));
        Assert.Equal(other.Id, await database.Get<MyStory>().OpenAsync(other.Receipt, default));
        Assert.Null(await database.Get<MyStory>().OpenAsync(Receipt.Of(DraftSecret.New().Bytes), default));
    }

    [Theory]
    [InlineData("right")]
    [InlineData("of nobody")]
    [InlineData("of words that are not in the list")]
    public async Task A_receipt_costs_one_statement_and_one_slow_hash_whether_it_is(string what)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var watch = new SqlWatch(database.File);
        var story = await database.Given(A.Story());
        var typed = what switch
        {
            "right" => story.Receipt.ToString(),
            "of nobody" => Receipt.Of(DraftSecret.New().Bytes).ToString(),
            _ => "zzzz zzzz zzzz zzzz zzzz zzzz"
        };
        var stories = database.Get<MyStory>();
        watch.Take();
        using var hashes = new SlowHashes();

        var refused = await Record.ExceptionAsync(() => stories.OpenAsync(new EnterReceipt { Receipt = typed }, default));

        Assert.Equal(what == "right", refused is null);
        Assert.Equal((1, 1), (watch.Take().Count, hashes.Count));
    }

    [Fact]
    public async Task No_word_of_the_receipt_nor_the_secret_is_in_the_database()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story());
        var before = await database.DumpAsync();

        var story = await database.Given(A.Story());

        var all = await database.DumpAsync();
        // Tags and history are made of plain words too, but a second story like the first brings no other.
        Assert.Empty(story.Receipt.Words.Intersect(Words(all)).Except(Words(before)));
        Assert.DoesNotContain(story.Secret.ToString(), all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString(story.Secret.Bytes), all, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(story.Secret.Hash, all, StringComparison.Ordinal);
    }

    private static HashSet<string> Words(string dump) => [.. dump.Split(['\n', ' ']).Select(word => word.Trim('.', ',', ';', '"').ToLowerInvariant())];

    /// <summary>Counts the slow hashes of this test, and of no other that runs beside it.</summary>
    private sealed class SlowHashes : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly AsyncLocal<SlowHashes?> mine = new();
        private int count;

        public SlowHashes()
        {
            mine.Value = this;
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ReceiptLock.Meter) listening.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, times, _, _) => Interlocked.Add(ref count, mine.Value == this ? (int)times : 0));
            listener.Start();
        }

        public int Count => count;

        public void Dispose() => listener.Dispose();
    }
}
