using InfoStory.Data;
using MimeKit;

namespace InfoStory.Web.Tests.Mail;

/// <summary>Whatever is taken as an address is one for the library that sends, and the same one.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("name@example.org", "name@example.org")]
    [InlineData(" \u200Bname@exam\u00ADple.org\u200E\u00A0", "name@example.org")]
    [InlineData("\u202Aname@example.org\u202C", "name@example.org")]
    [InlineData("name\uFF20example\uFF0Eorg", "name@example.org")]
    [InlineData("mailto:name@example.org?subject=Hello", "name@example.org")]
    [InlineData("Anna Name <name@example.org>,", "name@example.org")]
    [InlineData("name@example.org.", "name@example.org")]
    [InlineData("o’brien@example.org", "o'brien@example.org")]
    [InlineData("zoe\u0308@example.org", "zo\u00EB@example.org")]
    [InlineData("first.last+tag@sub.example.co.uk", "first.last+tag@sub.example.co.uk")]
    [InlineData("info@bücher.example", "info@bücher.example")]
    [InlineData("用户@例子.广告", "用户@例子.广告")]
    public void What_was_meant_is_taken(string typed, string meant)
    {
        var address = EmailAddress.Tidy(typed);

        Assert.Equal((meant, true), (address, EmailAddress.IsValid(address)));
    }

    [Theory]
    [InlineData("(x@example.org)")]
    [InlineData("a(b@example.org")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a;b@example.org")]
    [InlineData(".a@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a.@example.org")]
    [InlineData("a@example")]
    [InlineData("a@example..org")]
    [InlineData("a@-example.org")]
    [InlineData("a@exa_mple.org")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("a@example.org\r\nRCPT TO:<b@example.org>")]
    [InlineData("\uE000@example.org")]
    [InlineData("\uD800@example.org")]
    [InlineData("=?utf-8?q?a?=@example.org\0(")]
    public void What_no_letter_can_be_sent_to_is_not_taken(string typed) => Assert.False(EmailAddress.IsValid(EmailAddress.Tidy(typed)));

    [Fact]
    public void Whatever_is_taken_is_read_by_the_library_that_sends_as_the_same_address()
    {
        string[] bits =
        [
            "a", "é", "用", ".", "..", "-", "_", "'", "+", "=?", "?=", "%", "(", ")", "<", ">", "\"", "\\",
            ",", ";", ":", "[", "]", " ", "@", "1", "😀", "\u0301"
        ];
        string[] domains = ["example.org", "bücher.example", "a-b.c-d.org", "1.org", "例子.广告"];
        var taken = (from one in bits from two in bits from three in bits from domain in domains select $"{one}{two}{three}@{domain}")
            .Select(EmailAddress.Tidy).Where(EmailAddress.IsValid).ToList();

        Assert.All(taken, address => Assert.True(MailboxAddress.TryParse(address, out var read) && read.Address == address, address));
        Assert.InRange(taken.Count, 1000, int.MaxValue);
    }

    [Theory]
    [InlineData("zoë@example.org", null)]
    [InlineData("info@bücher.example", "info@xn--bcher-kva.example")]
    [InlineData("o'brien@example.org", "o'brien@example.org")]
    [InlineData("\u200Bname@example.org", "name@example.org")]
    public void An_account_is_found_by_a_form_that_no_other_address_looks_like(string typed, string? known) =>
        Assert.Equal(known, EmailAddress.OfAccount(typed));
}
