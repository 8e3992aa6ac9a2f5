using FluentValidation;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Suggesting;
using InfoStory.Protection.Flags;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Tests.Protection.Flags;

public sealed class DuplicatesTests
{
    private const string Told = "I rang the hospital on Monday to ask where my mother's letter was. They said the GP had it. The GP said the hospital had it. "
        + "I rang the hospital again and a different person asked me for everything from the start. In the end a porter found it in a tray. "
        + "It took seven weeks and nobody said sorry to her for it.";

    [Fact]
    public async Task The_same_words_and_nearly_the_same_name_the_other_story_and_other_words_name_none()
    {
        await using var database = await TestDatabase.NewAsync();
        var first = await database.Given(A.Story().Told(Told));
        var same = await database.Given(A.Story().Told(Told.ToUpperInvariant().Replace(",", "", StringComparison.Ordinal)));
        var near = await database.Given(A.Story()
            .Told(Told.Replace("Monday", "Friday", StringComparison.Ordinal).Replace("porter", "nurse", StringComparison.Ordinal)));
        var other = await database.Given(A.Story()
            .Told("My housing officer shared the plan with the school on the first day, so that nobody had to ask us again and it all went well."));
        await database.Get<Flagging>().FlagNewAsync(default);

        Assert.Equal([("duplicate.same", first.Reference), ("duplicate.near", near.Reference)], await DuplicatesOfAsync(database, same));
        Assert.Equal(
            new[] { first.Reference, same.Reference }.Order(StringComparer.Ordinal),
            (await DuplicatesOfAsync(database, near)).Select(flag => flag.Words).Order(StringComparer.Ordinal));
        Assert.Empty(await DuplicatesOfAsync(database, other));
    }

    [Fact]
    public async Task A_flood_of_nearly_the_same_does_not_hide_the_same_words()
    {
        await using var database = await TestDatabase.NewAsync();
        var first = await database.Given(A.Story().Told(Told));
        for (var number = 0; number < 130; number++) await database.Given(A.Story().Told($"{Told} This was told as number {number}."));
        var same = await database.Given(A.Story().Told(Told));
        await database.Get<Flagging>().FlagNewAsync(default);

        Assert.Contains(("duplicate.same", first.Reference), await DuplicatesOfAsync(database, same));
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u3164")]
    [InlineData("\u034f")]
    [InlineData("\ufe0f")]
    [InlineData("\u0336")]
    public async Task What_cannot_be_seen_makes_no_other_story_no_other_public_text_and_no_other_search(string hidden)
    {
        await using var database = await TestDatabase.NewAsync();
        var hiding = string.Join(hidden, Told.ToCharArray());
        var first = await database.Given(A.Story().Told(Told));
        var same = await database.Given(A.Story().Told(hiding));
        await database.Get<Flagging>().FlagNewAsync(default);
        var story = await database.Given(A.Story().Told(Told).InReview());
        var words = new ReviewStory { Revision = 2, PublicTitle = "Title", PublicText = hiding, Kind = StoryKind.Failed };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>().ApproveAsync(story.Reference, words, A.Moderator(), default));

        Assert.Contains(("duplicate.same", first.Reference), await DuplicatesOfAsync(database, same));
        Assert.Contains("still the words as told", Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(["hospital"], SearchWords.Parse(string.Join(hidden, "hospital".ToCharArray()))!.Terms.Select(term => term.Forms[0]));
        Assert.Equal(StoryTerms.Of([Told]).Keys.Order(StringComparer.Ordinal), StoryTerms.Of([hiding]).Keys.Order(StringComparer.Ordinal));
        Assert.NotEmpty(SafetyNet.Signs(string.Join(hidden, "I want to kill myself".ToCharArray())));
    }

    [Fact]
    public void What_is_alike_is_found_by_its_keys_and_what_is_not_is_not()
    {
        var random = new Random(7);
        var found = new Dictionary<int, (int Found, int All)>();
        for (var pair = 0; pair < 600; pair++)
        {
            var words = Enumerable.Range(0, 150).Select(_ => $"word{random.Next(3000)}").ToList();
            var changed = words.ToList();
            for (var change = random.Next(0, 25); change > 0; change--) changed[random.Next(changed.Count)] = $"other{random.Next(3000)}";
            var (one, two) = (Shingles.Of(string.Join(' ', words)), Shingles.Of(string.Join(' ', changed)));

            var tenth = (int)(one.Likeness(two) * 10);
            var (hits, all) = found.GetValueOrDefault(tenth);
            found[tenth] = (hits + (one.Keys.Intersect(two.Keys).Any() ? 1 : 0), all + 1);
        }

        var report = string.Join("; ", found.OrderBy(one => one.Key).Select(one => $"{one.Key / 10.0:0.0}: {one.Value.Found} of {one.Value.All}"));
        Assert.True(found.Count(one => one.Key >= 7) == 4 && found.Where(one => one.Key is 5 or 6).Sum(one => one.Value.All) > 50, report);
        Assert.True(found.Where(one => one.Key >= 7).All(one => one.Value.Found >= 0.95 * one.Value.All), report);
        Assert.True(
            found.Where(one => one.Key is 5 or 6).Sum(one => one.Value.Found) >= 0.7 * found.Where(one => one.Key is 5 or 6).Sum(one => one.Value.All), report);
        Assert.False(Shingles.Of(Told).Keys.Intersect(Shingles.Of("Something else that shares no run of words with it at all, ever.").Keys).Any());
    }

    private static async Task<List<(string Rule, string Words)>> DuplicatesOfAsync(TestDatabase database, GivenStory story) =>
        [.. (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open.Where(flag => flag.Kind == FlagKind.Duplicate)
            .Select(flag => (flag.Rule, flag.Words))];
}
