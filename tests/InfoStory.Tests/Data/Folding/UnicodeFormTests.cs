using System.Text;
using InfoStory.Data;
using InfoStory.Data.Folding;
using InfoStory.Protection.Contacts;

namespace InfoStory.Tests.Data.Folding;

public sealed class UnicodeFormTests
{
    private static readonly NormalizationForm[] Forms =
        [NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC, NormalizationForm.FormKD];

    [Fact]
    public void Whatever_is_typed_has_every_form()
    {
        foreach (var text in HostileText.All.Concat(HostileText.Unkept))
        {
            Assert.All(Forms, form => Assert.NotNull(UnicodeForm.Of(text, form)));
            _ = (Slug.Of(text), EmailAddress.Tidy(text), EmailAddress.OfAccount(text), TelephoneNumber.Tidy(text), Folded.Of(text).Bare);
        }
    }

    [Theory]
    [InlineData("e\u0301", NormalizationForm.FormC, "é")]
    [InlineData("ﬁ😀e\u0301", NormalizationForm.FormKC, "fi😀é")]
    [InlineData("\ufffee\u0301", NormalizationForm.FormC, "\ufffdé")]
    public void What_is_no_letter_stands_as_such_among_those_that_are(string text, NormalizationForm form, string expected) =>
        Assert.Equal(expected, UnicodeForm.Of(text, form));

    [Fact]
    public void Half_of_a_pair_is_no_letter() => Assert.Equal("a\ufffd", UnicodeForm.Of("a\ud83d", NormalizationForm.FormD));

    [Fact]
    public void Nothing_that_is_no_letter_is_a_part_of_an_address_or_a_number()
    {
        Assert.All(HostileText.Unkept, text => Assert.False(EmailAddress.IsValid(EmailAddress.Tidy(text))));
        Assert.All(HostileText.Unkept, text => Assert.False(TelephoneNumber.IsValid(TelephoneNumber.Tidy(text) ?? "")));
    }
}
