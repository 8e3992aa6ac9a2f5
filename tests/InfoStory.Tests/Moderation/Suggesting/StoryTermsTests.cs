using InfoStory.Moderation.Suggesting;

namespace InfoStory.Tests.Moderation.Suggesting;

public sealed class StoryTermsTests
{
    [Theory]
    [InlineData("wait waited waiting waits")]
    [InlineData("call calls called calling")]
    [InlineData("agency agencies")]
    [InlineData("share shared shares sharing")]
    [InlineData("Café CAFE cafés café's")]
    [InlineData("stop stopped stopping")]
    public void One_word_in_its_forms_has_one_root(string words)
    {
        Assert.Single(StoryTerms.Of([words]));
    }

    [Fact]
    public void Small_words_and_what_has_a_digit_say_nothing_and_the_word_is_shown_as_it_was_told()
    {
        var terms = StoryTerms.Of(["She didn’t get a bed on B12 or 4th floor, the nurses’ Discharges…", "discharge"]);

        Assert.Equal(["bed", "floor", "nurses", "discharges"], terms.Values);
    }

    [Fact]
    public void A_text_without_end_is_read_up_to_a_thousand_words()
    {
        var text =
            string.Join(' ', Enumerable.Range(0, 3000).Select(number => $"w{string.Concat(number.ToString().Select(digit => (char)('a' + (digit - '0'))))}x"));

        Assert.Equal(1000, StoryTerms.Of([text]).Count);
    }

    [Fact]
    public void Nothing_and_hostile_text_are_no_fault()
    {
        Assert.Empty(StoryTerms.Of([]));
        Assert.All(HostileText.All.Concat(HostileText.Unkept), text => Assert.True(StoryTerms.Of([text]).Count <= 1000));
    }
}
