using AngleSharp.Html.Parser;
using InfoStory.Data;
using InfoStory.Data.Markdown;

namespace InfoStory.Tests.Data;

/// <summary>What the team writes in Markdown is shown with a few marks, and can do nothing.</summary>
public sealed class MarkdownTests
{
    private static readonly string[] Elements = ["p", "br", "h3", "ul", "ol", "li", "strong", "em", "a", "blockquote"];

    /// <summary>Marks of Markdown and of HTML, which a generator puts in any order.</summary>
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "`", "```\n", "#", "## ", "> ", "- ", "1. ", "\n", "\n\n", "    ", "[", "]", "(", ")", "![", "](", "\\", "<", ">", "<b>", "</p>",
        "<script>", "<a href=", "https://a.example", "javascript:alert(1)", "data:text/html,x", "\"", "'", " ", "word", "&lt;", "&#106;", "|", "---", "===",
        "~~", "[x]: https://a.example", "^", "\u00a0", "é", "<!--", "{#id}", "{.class}", "http://a@b", "<https://a.example>", "<img src=x onerror=a>",
    ];

    [Theory]
    [InlineData("One.\n\nTwo,\nin two lines.", "<p>One.</p>\n<p>Two,<br>\nin two lines.</p>")]
    [InlineData("## What helped\nA *small* and **kind** word.", "<h3>What helped</h3>\n<p>A <em>small</em> and <strong>kind</strong> word.</p>")]
    [InlineData("- one\n- two\n\n3. three", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol start=\"3\">\n<li>three</li>\n</ol>")]
    [InlineData("> She said so.", "<blockquote>\n<p>She said so.</p>\n</blockquote>")]
    [InlineData("[The count](https://example.org/a?b=1&c=2)", "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow noopener\">The count</a></p>")]
    [InlineData("[x](javascript:alert(1)) [y](//evil.example) [z](/here)", "<p>x y z</p>")]
    [InlineData("![a picture](https://example.org/a.png)", "<p>a picture</p>")]
    [InlineData("<b>bold</b> & &lt; `code` \\* https://example.org", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &amp;lt; `code` \\* https://example.org</p>")]
    [InlineData("### Three\n---\n    four", "<p>### Three<br>\n---<br>\nfour</p>")]
    [InlineData("* * *\n\n[](https://a.example)", "<p>* * *</p>\n<p>https://a.example</p>")]
    [InlineData("[a]: https://example.org\nb", "<p>[a]: https://example.org<br>\nb</p>")]
    public void A_few_marks_have_a_meaning_and_everything_else_is_text(string text, string html) => Assert.Equal(html, MarkdownHtml.Of(text));

    [Theory]
    [InlineData("One.\n\nTwo,\nin two lines.", "One.\n\nTwo,\nin two lines.")]
    [InlineData("## What helped\nA *small* and **kind** word.", "What helped\n\nA small and kind word.")]
    [InlineData("Then:\n- one\n- two\n\n3. three", "Then:\n\n• one\n• two\n\n3. three")]
    [InlineData("> She said so.\n\n[The count](https://example.org)", "She said so.\n\nThe count")]
    public void As_plain_text_it_has_the_words_and_no_marks(string text, string plain) => Assert.Equal(plain, MarkdownText.Of(text));

    [Fact]
    public void The_address_of_a_link_can_be_read_too() =>
        Assert.Equal("See the count (https://example.org/mrs-jones).", MarkdownText.Of("See [the count](https://example.org/mrs-jones).", addresses: true));

    [Fact]
    public void Hostile_text_and_any_mixture_of_marks_become_nothing_but_the_few_elements()
    {
        var random = new Random(14);
        var mixed = Enumerable.Range(0, 3_000).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(1, 25))));
        var parser = new HtmlParser();
        List<string> wrong = [];

        foreach (var text in HostileText.All.Concat(mixed))
        {
            var html = MarkdownHtml.Of(text);
            var all = parser.ParseDocument($"<!doctype html><main>{html}</main>").QuerySelector("main")!;
            var page = all.Owner!;
            if (page.All.Length != all.QuerySelectorAll("*").Length + 4) wrong.Add($"broke out: {text}");
            if (all.QuerySelectorAll("*").Any(one => !Elements.Contains(one.LocalName))) wrong.Add($"{html} of {text}");
            if (all.QuerySelectorAll("*").SelectMany(one => one.Attributes).Any(one => !(one.Name is "rel" or "start"
                || (one.Name == "href" && one.Value.StartsWith("http", StringComparison.Ordinal))))) wrong.Add($"{html} of {text}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Hostile_text_of_one_line_reads_as_it_was_typed()
    {
        var parser = new HtmlParser();
        var texts = HostileText.All.Select(text => $"a {text.Trim()} b").Where(text => MarkdownText.Of(text) == text).ToList();

        Assert.True(texts.Count > 280, $"{texts.Count}");
        Assert.DoesNotContain(texts, text => parser.ParseDocument(MarkdownHtml.Of(text)).Body!.TextContent != text);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("[")]
    [InlineData("![a](")]
    [InlineData("**_")]
    [InlineData("[a](b")]
    public void The_longest_text_of_one_mark_is_text(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 12_000 / mark.Length)).Trim();

        Assert.Equal(text, MarkdownText.Of(text));
        Assert.Equal(text, new HtmlParser().ParseDocument(MarkdownHtml.Of(text)).Body!.TextContent);
    }

    [Fact]
    public void A_text_without_marks_is_written_as_the_parser_would()
    {
        string[] pieces = ["word", " ", "\n", "\n\n", "a\u00a0b", "<b>", "&amp;", "\"", "'", "(x)", "£5", "`", "\\", "é", "\t", "…", "!"];
        var random = new Random(7);
        var mixed = Enumerable.Range(0, 2_000).Select(_ => string.Concat(random.GetItems(pieces, random.Next(1, 12))))
            .Select(PlainText.Tidy).Where(text => text.Length > 0).ToList();

        Assert.True(mixed.Count > 1_500, $"{mixed.Count}");
        Assert.DoesNotContain(mixed, text =>
            Shown(MarkdownHtml.Of(text)) != Shown(MarkdownHtml.Of($"{text}\n\n*x*")).Replace("<p><em>x</em></p>", "", StringComparison.Ordinal));

        // Blank space beside a mark is shown by no browser.
        static string Shown(string html) => string.Concat(html.Where(letter => letter is not (' ' or '\t' or '\n')));
    }
}
