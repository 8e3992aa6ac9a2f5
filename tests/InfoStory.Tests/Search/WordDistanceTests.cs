using InfoStory.Search;

namespace InfoStory.Tests.Search;

public sealed class WordDistanceTests
{
    [Theory]
    [InlineData("discharge", "dischrage", 1)]
    [InlineData("discharge", "discharges", 1)]
    [InlineData("ward", "wadr", 1)]
    [InlineData("hospital", "hopsitla", 2)]
    [InlineData("ca", "abc", null)]
    [InlineData("", "ab", 2)]
    [InlineData("house", "mouse", 1)]
    [InlineData("house", "mules", null)]
    public void A_letter_more_less_other_or_changed_with_the_next_is_one(string one, string other, int? distance) =>
        Assert.Equal((distance, distance), (WordDistance.Within(2, one, other), WordDistance.Within(2, other, one)));

    [Fact]
    public void It_is_what_the_definition_says_for_any_two_words()
    {
        var dice = new Random(7);
        for (var time = 0; time < 3_000; time++)
        {
            var (one, other, limit) = (Word(dice), Word(dice), dice.Next(4));

            Assert.Equal(Plainly(one, other) is var far && far <= limit ? far : null, WordDistance.Within(limit, one, other));
        }
    }

    private static string Word(Random dice) => new([.. Enumerable.Range(0, dice.Next(6)).Select(_ => "abc"[dice.Next(3)])]);

    private static int Plainly(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return one.Length + other.Length;

        var least = Math.Min(
            Math.Min(Plainly(one[1..], other), Plainly(one, other[1..])) + 1, Plainly(one[1..], other[1..]) + (one[0] == other[0] ? 0 : 1));
        return one.Length > 1 && other.Length > 1 && one[0] == other[1] && one[1] == other[0]
            ? Math.Min(least, Plainly(one[2..], other[2..]) + 1)
            : least;
    }
}
