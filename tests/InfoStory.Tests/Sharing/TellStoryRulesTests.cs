using InfoStory.Data;
using InfoStory.Sharing;

namespace InfoStory.Tests.Sharing;

public sealed class TellStoryRulesTests
{
    [Theory]
    [InlineData(null, "Tell us what happened")]
    [InlineData(" \r\n\t ", "Tell us what happened")]
    [InlineData("\u200b\u3164 \u2800\u00ad\ufeff\n\u115f\ufe0f\u034f", "Tell us what happened")]
    [InlineData("\U000e0041\U000e0042 \u2060", "Tell us what happened")]
    [InlineData("a\u0000b", "hidden characters")]
    [InlineData("a\u0081b", "hidden characters")]
    [InlineData("a\uffffb", "hidden characters")]
    [InlineData("half an emoji \ud83d", "“half an emoji ▯")]
    [InlineData("I rang the ward and then I\u0000rang the surgery and asked again", "“…the ward and then I▯rang the surgery and…”")]
    [InlineData("a\u001bb", "hidden characters")]
    [InlineData("I rang her \u202Edef", "“I rang her ▯def”")]
    [InlineData("an icon \uf101 of a page", "“an icon ▯ of a page”")]
    [InlineData("a letter \ufffd that was lost", "“a letter ▯ that was lost”")]
    [InlineData("from a font \U00100041 of its own", "“from a font ▯ of its own”")]
    [InlineData("\u0081 and more", "“▯ and more”")]
    [InlineData("a\ufdd0b", "“a▯b”")]
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

    [Theory]
    [InlineData("one\u000btwo\u000cthree\r\nfour\rfive\u2028six", "one\ntwo\nthree\nfour\nfive\nsix")]
    [InlineData("It\u0092s \u0093mine\u0094 \u0096 \u008010\u0085", "It’s “mine” – €10…")]
    [InlineData("\uf0b7 first\n\uf0a7\tsecond\n\uf0d8 third \uf0fc", "• first\n•\tsecond\n• third ✓")]
    [InlineData("non\u001ebreaking op\u001ftional so\u00adft ze\u200bro \ufeffmark \ufffcpicture", "non-breaking optional soft zero mark picture")]
    [InlineData("\u0378 and \U0002fa20 have no name yet", "\u0378 and \U0002fa20 have no name yet")]
    [InlineData("ring \u202d+44 7700 900123\u202c now, \u202aor\u202c her", "ring +44 7700 900123 now, \u202aor\u202c her")]
    [InlineData("👩\u200d🔧 می\u200cخواهم \u2066x\u2069", "👩\u200d🔧 می\u200cخواهم \u2066x\u2069")]
    public void What_Word_and_PDF_files_leave_is_turned_into_the_letters_that_were_meant(string pasted, string meant)
    {
        Assert.True(new TellStoryRules().Validate(new TellStory { Told = pasted }).IsValid);
        Assert.Equal(meant, PlainText.Tidy(pasted));
        Assert.Equal(meant, PlainText.Tidy(meant));
    }

    [Fact]
    public void What_telephones_and_pages_leave_beside_the_letters_is_kept_as_it_was()
    {
        string[] odd =
        [
            "ﬁ", "ﬂ", "ﬀ", "ﬃ", "ﬆ", "½", "№", "℡", "①", "ª", "…", "•", "▪", "➢", "☐", "Ａ", "𝐉", "e\u0301", "ẞ", "\u00a0", "\u1680",
            "\u2003", "\u2009", "\u2011", "\u202f", "\u205f", "\u3000", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c",
            "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068",
            "\u2069", "\u034f", "\u115f", "\u17b4", "\u180b", "\u2800", "\u3164", "\uffa0", "\ufe0e", "\ufe0f", "1\ufe0f\u20e3", "\ufff9",
            "\U000e0001", "\U0001d173",
            "👨\u200d👩\u200d👧\u200d👦", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
            "🇬🇧", "👩🏽", "❤\ufe0f\u200d🔥", "\u0378", "\U00030000",
        ];

        Assert.All(odd, letter =>
        {
            var pasted = $"I rang {letter} twice";
            Assert.True(new TellStoryRules().Validate(new TellStory { Told = pasted }).IsValid);
            Assert.Equal(pasted, PlainText.Tidy(pasted));
        });
    }

    [Fact]
    public void A_thousand_words_are_welcome_and_one_more_is_refused_with_the_count()
    {
        var thousand = string.Join(' ', Enumerable.Repeat("word", 1000));

        Assert.True(new TellStoryRules().Validate(new TellStory { Told = thousand }).IsValid);
        var failure = Assert.Single(new TellStoryRules().Validate(new TellStory { Told = thousand + "\nmore" }).Errors);
        Assert.Equal("Your story must be 1,000 words or fewer. It has 1,001 words now", failure.ErrorMessage);
    }
}
