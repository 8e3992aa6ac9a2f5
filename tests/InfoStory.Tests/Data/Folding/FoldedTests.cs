using System.Globalization;
using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Tests.Data.Folding;

public sealed class FoldedTests
{
    private static IEnumerable<Rune> Letters => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code));

    [Theory]
    [InlineData("０７７００ ９００１２３", "07700 900123")]
    [InlineData("𝟘𝟟𝟟00 ①②③ ❶❷ ⓿", "07700 123 12 0")]
    [InlineData("٠٧٧ ०७७ ০৭৭", "077 077 077")]
    [InlineData("0\u200b7\u20607\u00ad0\ufeff0", "07700")]
    [InlineData("7️⃣7\u0301", "77")]
    [InlineData("Sar\u3164ah\u2800 O\u034fkafor", "Sarah Okafor")]
    [InlineData("Jose\u0301 Zoe\u0308 Z\u0321o\u0336e", "José Zoë Zoe")]
    [InlineData("a．b＠example。org", "a.b@example.org")]
    [InlineData("07700–900‑123 − 4", "07700-900-123 - 4")]
    [InlineData("O’Brien O‘Brien Oʼ\u200bBrien O`Brien O´Brien", "O'Brien O'Brien O'Brien O'Brien O'Brien")]
    [InlineData("one\u00a0\u2009two \t three\r\n four\u2028five", "one two three\nfour\nfive")]
    [InlineData("Sаrаh ехаmple.оrg", "Sarah example.org")]
    [InlineData("Привет мир", "Привет мир")]
    [InlineData("नमस्ते สวัสดี", "नमस्ते สวัสดี")]
    [InlineData("👩‍👩‍👧‍👦!", "👩👩👧👦!")]
    [InlineData("½ … ™", "½ … ™")]
    public void A_text_is_read_as_it_looks(string typed, string read) => Assert.Equal(read, Folded.Of(typed).Text);

    [Fact]
    public void What_is_found_is_marked_where_it_was_typed()
    {
        var folded = Folded.Of("I saw  Zo\u200be\u0308\u2019s ﬁle");
        var at = folded.Text.IndexOf("Zoë", StringComparison.Ordinal);

        Assert.Equal((7, 12), folded.Typewritten(at, at + 3));
        Assert.Equal("i saw zoe's file", folded.Bare);
    }

    [Fact]
    public void No_letter_of_Unicode_that_cannot_be_seen_is_left_and_no_mark_hides_a_digit_or_a_letter()
    {
        foreach (var rune in Letters)
        {
            var read = Folded.Of($"7{rune}a").Text;
            var expected = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Format => "7a",
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => "7a",
                UnicodeCategory.SpaceSeparator => "7 a",
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "7\na",
                UnicodeCategory.DashPunctuation => "7-a",
                UnicodeCategory.DecimalDigitNumber => $"7{(int)Rune.GetNumericValue(rune)}a",
                _ => read,
            };
            Assert.True(read == expected, $"U+{rune.Value:X4}: {read}");
        }
    }

    [Fact]
    public void Every_letter_that_is_only_another_shape_of_one_from_A_to_Z_is_that_one()
    {
        foreach (var rune in Letters.Where(rune => rune.Value > 0x7f && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned))
        {
            var plain = UnicodeForm.Of($"{rune}", NormalizationForm.FormKC);
            if (plain is not [var letter] || !char.IsAsciiLetterOrDigit(letter)) continue;

            Assert.True(Folded.Of($"{rune}").Text == plain, $"U+{rune.Value:X4} is not {plain}");
        }
    }

    [Fact]
    public void Whatever_is_typed_each_letter_stands_where_it_was_typed()
    {
        foreach (var text in HostileText.All.Concat(HostileText.Unkept).Append("\ud800\u0301\udc00 \ud83d"))
        {
            var (folded, last) = (Folded.Of(text), 0);
            Assert.Equal(folded.Text.Length, folded.Bare.Length);
            for (var at = 0; at < folded.Text.Length; at++)
            {
                var (start, end) = folded.Typewritten(at, at + 1);
                Assert.InRange(start, last, text.Length);
                Assert.InRange(end, start + 1, text.Length);
                last = start;
            }
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        foreach (var rune in Letters)
        {
            var once = Folded.Of($"x{rune}").Text;
            Assert.Equal(once, Folded.Of(once).Text);
        }
    }
}
