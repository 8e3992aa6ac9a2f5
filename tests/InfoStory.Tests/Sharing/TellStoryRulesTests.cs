using InfoStory.Sharing;

namespace InfoStory.Tests.Sharing;

public sealed class TellStoryRulesTests
{
    [Theory]
    [InlineData(null, "Tell us what happened")]
    [InlineData(" \r\n\t ", "Tell us what happened")]
    [InlineData("a\u0000b", "hidden characters")]
    [InlineData("a\u001bb", "hidden characters")]
    [InlineData("abc\u202Edef", "hidden characters")]
    [InlineData("abc\uE000def", "hidden characters")]
    [InlineData("abc\uD800def", "hidden characters")]
    public void Words_that_cannot_be_kept_are_refused_with_a_sentence(string? told, string sentence)
    {
        var failure = Assert.Single(new TellStoryRules().Validate(new TellStory { Told = told }).Errors);

        Assert.Contains(sentence, failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mae'r ffôn yn canu o hyd")]
    [InlineData("Czekałam trzy godziny, zażółć gęślą jaźń")]
    [InlineData("میں نے تین بار فون کیا")]
    [InlineData("They rang back 🎉 👩‍⚕️")]
    [InlineData("<script>alert(1)</script> '; DROP TABLE Stories;--")]
    public void Words_in_any_language_are_welcome(string told) =>
        Assert.True(new TellStoryRules().Validate(new TellStory { Told = told }).IsValid);

    [Fact]
    public void A_thousand_words_are_welcome_and_one_more_is_refused_with_the_count()
    {
        var thousand = string.Join(' ', Enumerable.Repeat("word", 1000));

        Assert.True(new TellStoryRules().Validate(new TellStory { Told = thousand }).IsValid);
        var failure = Assert.Single(new TellStoryRules().Validate(new TellStory { Told = thousand + "\nmore" }).Errors);
        Assert.Equal("Your story must be 1,000 words or fewer. It has 1,001 words now", failure.ErrorMessage);
    }
}
