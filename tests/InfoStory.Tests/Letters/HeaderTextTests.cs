using InfoStory.Letters;

namespace InfoStory.Tests.Letters;

/// <summary>Nothing that somebody typed makes a second line of a letter's head.</summary>
public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("Left hanging\r\nBcc: all@example.org", "Left hanging Bcc: all@example.org")]
    [InlineData(" \tŴyl\u2028– a\0 title \u0085", "Ŵyl – a title")]
    [InlineData("right\u202Eto left\u200B", "rightto left")]
    [InlineData("broken \uD83D", "broken")]
    [InlineData("\r\n", "")]
    public void A_title_is_one_line_of_what_can_be_seen(string text, string title) => Assert.Equal(title, Of(text).Title);

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        var title = Of(new string('x', 199) + "👩‍👩‍👧" + new string('y', 5000)).Title;

        Assert.Equal(new string('x', 199), title);
    }

    [Theory]
    [InlineData("digest"), InlineData("digest-2")]
    public void A_list_has_a_short_name(string id) => Assert.Equal(id, new Letter
    {
        Subject = "s",
        Title = "T",
        Body = "B",
        WrittenAt = DateTime.UnixEpoch,
        NextTryAt = DateTime.UnixEpoch,
        ListId = id,
    }.ListId);

    [Theory]
    [InlineData(""), InlineData("a b"), InlineData("a>\r\nX: y"), InlineData("-a"), InlineData("É")]
    public void Nothing_else_names_a_list(string id) => Assert.Throws<ArgumentException>(() => new Letter
    {
        Subject = "s",
        Title = "T",
        Body = "B",
        WrittenAt = DateTime.UnixEpoch,
        NextTryAt = DateTime.UnixEpoch,
        ListId = id,
    });

    [Theory]
    [InlineData("/subscribe/leave"), InlineData("https://example.org/>\r\nX: y"), InlineData("mailto:a@example.org"), InlineData("https://exämple.org/")]
    public void Nothing_but_an_absolute_address_ends_a_list(string address) => Assert.Throws<ArgumentException>(() => new Letter
    {
        Subject = "s",
        Title = "T",
        Body = "B",
        WrittenAt = DateTime.UnixEpoch,
        NextTryAt = DateTime.UnixEpoch,
        Unsubscribe = address,
    });

    private static Letter Of(string title) =>
        new() { Subject = "s", Title = title, Body = "B", WrittenAt = DateTime.UnixEpoch, NextTryAt = DateTime.UnixEpoch };
}
