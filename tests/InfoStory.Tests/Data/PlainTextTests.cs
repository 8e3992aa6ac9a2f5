using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Search;
using InfoStory.Stories;

namespace InfoStory.Tests.Data;

public sealed class PlainTextTests
{
    private const string Joined = "👩🏽\u200d💻";

    [Theory]
    [InlineData(Joined, 40, 40, true)]
    [InlineData(Joined, 41, 40, false)]
    [InlineData("e\u0301", 40, 40, true)]
    [InlineData("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", 20, 40, true)]
    [InlineData("a", 41, 40, false)]
    public void Letters_are_counted_as_people_see_them(string letter, int times, int limit, bool fits) =>
        Assert.Equal(fits, PlainText.Fits(string.Concat(Enumerable.Repeat(letter, times)), limit));

    [Fact]
    public void A_letter_with_a_thousand_marks_is_one_letter_and_still_too_long() =>
        Assert.False(PlainText.Fits("a" + new string('\u0301', 1000), 100));

    [Fact]
    public async Task A_title_of_joined_emoji_is_kept_whole()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var title = string.Concat(Enumerable.Repeat(Joined, 100));

        await database.Get<Review>().SaveAsync(
            story.Reference, new() { Revision = 2, PublicTitle = title, PublicText = "Text.", Kind = StoryKind.Failed }, A.Moderator(), default);

        Assert.Equal(title, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).PublicTitle);
        Assert.Equal(SearchText.MaxTitle, SearchText.TitleOf(title).Length);
    }

    [Theory]
    [InlineData("I rang\u00a0twice \u200b \u2800 \ufeff\n3", 4)]
    [InlineData("\u3164 \u00ad", 0)]
    [InlineData("می\u200cخواهم", 1)]
    public void A_word_has_something_in_it_that_can_be_seen(string text, int words) => Assert.Equal(words, PlainText.Words(text));

    [Theory]
    [InlineData("ward\u202e \u2066seven\u2069\u200e\ufffe", "ward seven")]
    [InlineData("👩\u200d👧 \n می\u200cخواهم", "👩\u200d👧 می\u200cخواهم")]
    [InlineData("\u200b \u200f\ufeff", "")]
    public void What_turns_letters_around_is_left_out_of_an_address(string text, string seen) => Assert.Equal(seen, PlainText.Seen(text));
}
