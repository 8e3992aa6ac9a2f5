using System.Globalization;
using System.Text;
using InfoStory.Protection.Hints;

namespace InfoStory.Testing.Hints;

/// <summary>Identifiers in every spelling that people use or hide behind, made from separators, look-alikes and kinds; and texts that hold none.</summary>
public static class Spellings
{
    private static readonly string[] Numbers = ["07700 900 123", "0161 496 0000", "020 7946 0123", "01632 960 123", "+44 7700 900 123",
        "+44 (0)20 7946 0123"];
    private static readonly string[] Separators =
        ["", " ", "-", " - ", "\u2013", " \u2014 ", "\u2011", "\u2212", ".", ",", ", ", "/", "_", "\u00b7", "\u2022", "\n", "\r\n", "-\n", "\u00a0",
        "\u2009", "  ", "\t", "\u3000"];

    private static readonly string[] Hidden =
    [
        "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180b", "\u180e",
        "\u200e", "\u202d", "\u2066", "\u206f", "\u2800", "\u3164", "\uffa0", "\ufe0f", "\U000e0020", "\U000e0100", "\U0001d173", "\u0301", "\u20e3",
        "\ufe0f\u20e3", "\u0489"
    ];

    /// <summary>What is written, and what it is.</summary>
    public static IEnumerable<(HintKind Kind, string Written)> All =>
    [
        .. Phones().Select(written => (HintKind.Phone, written)),
        .. Emails().Select(written => (HintKind.Email, written)),
        .. NhsNumbers().Select(written => (HintKind.Nhs, written)),
        .. NiNumbers().Select(written => (HintKind.Ni, written)),
        .. Postcodes().Select(written => (HintKind.Postcode, written)),
        .. Registrations().Select(written => (HintKind.Vehicle, written)),
        .. Addresses().Select(written => (HintKind.Url, written)),
    ];

    /// <summary>
    /// An identifier with every letter of Unicode that nobody sees or that only marks another: at one place, and between all its letters. The same
    /// every time.
    /// </summary>
    public static IEnumerable<(HintKind Kind, string Written)> Veiled()
    {
        (HintKind, string)[] identifiers =
        [
            (HintKind.Phone, "07700 900 123"), (HintKind.Nhs, "943 476 5919"), (HintKind.Ni, "JG 12 34 56 C"), (HintKind.Postcode, "SW1A 1AA"),
            (HintKind.Email, "a.bee@example.org")
        ];
        var dice = new Random(20261127);
        foreach (var rune in Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code)).Where(IsVeil))
        {
            var (kind, written) = identifiers[dice.Next(identifiers.Length)];
            yield return (kind, written.Insert(dice.Next(1, written.Length), $"{rune}"));
            yield return (kind, string.Join($"{rune}", written.ToCharArray()));
        }
    }

    private static bool IsVeil(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark || rune.Value is 0x115f or 0x1160 or 0x2800 or 0x3164 or 0xffa0
        or (>= 0xe0000 and <= 0xe0fff) or (>= 0xfff0 and <= 0xfff8) or 0x2065;

    /// <summary>Texts with numbers and signs that point to nobody.</summary>
    public static IReadOnlyList<string> Harmless { get; } =
    [
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "1 2 3 4 5 6 7 8 9 10 11 12", "0, 10, 20, 30, 40, 50, 60",
        "5, 10, 15, 20, 25, 30, 35",
        "wards 01, 02, 03, 04 and 05", "rooms 01, 02, 03, 04, 05, 06", "05, 10, 15, 20, 25 minutes", "3 in 10", "1 in 100, 2 in 100",
        "we lost 2-1, 0-3, 1-1, 2-2 and 3-0",
        "0-1, 2-1, 0-3, 1-1, 2-2", "scores of 0, 2 and 10 out of 10", "in 2019, 2020, 2021, 2022 and 2023", "from 2019 to 2020 and 2021-2022",
        "2019-2020, 2020-2021",
        "at 9.30, 10.45 and 11.15", "09.30, 10.45, 11.15, 12.00", "09:30, 10:45, 11:15, 12:00", "0830-1630, 10 people", "07.30-15.30, 20 patients",
        "from 0900 to 1700",
        "£1,250,000", "it cost £10,000, £20,000 and £30,000", "£0.50, £1.50, £2.50, £3.50", "0.5, 0.25, 0.125 and 0.75 mg", "0.5 1.5 2.5 3.5 4.5",
        "blood pressure of 120/80, then 135/90",
        "bed 7, bay 3, ward 12", "bed 12 on ward B4", "beds 1-6, bays 2-3", "call 111, or 999, or 101, or 116 123",
        "I rang 111 and then 999 and then 101.", "ring 116 - 123",
        "I was put through to an extension and then another extension.", "We built an extension in 2019.", "the extension was 3 by 4 metres",
        "7 days a week, 24 hours a day, 52 weeks a year",
        "I waited 3 hours, 4 hours and 5 hours on 3 days", "We paid 20 pounds, 30 pounds and 40 pounds a week", "prices went up to 10, 20, 30 a week",
        "he takes on 12, 34, 56 a day",
        "it's a 10, 20, 30 a day habit", "I had a 1 2 1 with a teacher", "Look at the dot com boom", "We met @ work. They said no.",
        "I am at home. Come in.", "see you @ home. Me and him", "a @Model.Secret b", "ask @ward.Then go",
        "I looked at it. Then I left.", "The nurse (at the desk) said no.", "the meeting is at St. James. Come at 10.", "at 10.30 at St. Mary's",
        "ward w1, 2am", "in bay A1, 2nd floor",
        "took B12, 5 hrs later", "level 2 at most", "I got an A, B, B and C", "grade 5 or 6, band 7", "A&E at 2 am", "1st, 2nd, 3rd and 4th",
        "the 1, 2 and 3 of it", "I, II, III and IV",
        "call 0 or 1 or 2", "press 1, 2, 3 or 0 to hold", "I love oil. O, what a lot of oil!", "a lil ill oil lol", "5 o 5", "10 to 1 I lost",
        "a 1 in 5 or a 2 in 5", "one, two, three, four, five, six, seven",
        "one two three four five six seven eight nine ten", "3 x 10 mg, 2 x 20 mg, 1 x 40 mg", "10 + 20 + 30 + 40 + 50", "1 + 1 = 2",
        "50% of 200 is 100", "20 mph, 30 mph, 40 mph, 50 mph"
    ];

    private static IEnumerable<string> Phones()
    {
        foreach (var number in Numbers)
        {
            var groups = number.Split(' ');
            foreach (var separator in Separators) yield return string.Join(separator, groups);
            foreach (var separator in Separators.Where(separator => separator.Length > 0))
                yield return string.Join(separator, number.Where(letter => letter != ' '));
            foreach (var (one, other) in Separators.Zip(Separators.Skip(1))) yield return groups[0] + one + string.Join(other, groups[1..]);
            foreach (var spelled in Spelled(number)) yield return spelled;
        }

        yield return "O77OO 9OO l23";
        yield return "o77oo 9oo I23";
        yield return "0 7 7 O O 9 O O I 2 3";
        yield return "O 7 7 0 0 9 0 0 1 2 3";
        yield return "07 7 00-900 12,3";
        yield return "(0161) 496-0000";
        yield return "(0)20 7946 0123";
        yield return "0044 7700 900123";
        yield return "44 7700 900123";
        yield return "0:7:7:0:0:9:0:0:1:2:3";
        yield return "0|7|7|0|0|9|0|0|1|2|3";
        yield return "0… 7… 7… 0… 0… 9… 0… 0… 1… 2… 3";
        yield return "tel07700900123";
        yield return "oh seven seven double oh nine oh oh one two three";
        yield return "zero, seven, seven, zero, zero, nine, zero, zero, one, two, three";
    }

    private static IEnumerable<string> Emails()
    {
        string[] ats = ["@", " @ ", "@ ", " @", "[at]", " [at] ", "(at)", " (at) ", "{at}", "<at>", "(@)", " (AT) ", "＠", "﹫", " ＠ ", "\u200b@\u200b",
        "*at*"];
        string[] dots = [".", " . ", "[dot]", " [dot] ", "(dot)", " (dot) ", "{dot}", " dot ", "。", "．", "｡", "۔", "․", " DOT ", "[.]", "\u200b."];
        foreach (var at in ats)
        {
            foreach (var dot in dots) yield return $"a.bee{at}example{dot}org";
        }

        foreach (var dot in dots.Where(dot => dot.Contains("dot", StringComparison.OrdinalIgnoreCase))) yield return $"abee at example{dot}org";
        foreach (var spelled in Spelled("a.bee@example.org")) yield return spelled;
        foreach (var written in (string[])["a.bee at example.org", "abee at gmail dot com", "a dot bee at example dot org", "józef@przykład.pl",
        "а.Ьее@ехаmple.org", "почта@пример.рф",
            "a.bee@example.co.uk", "a.bee @ example . co . uk", "A.BEE@EXAMPLE.ORG", "a.bee\n@example.org", "zoe\u0308@example.org"]) yield return written;
    }

    private static IEnumerable<string> NhsNumbers()
    {
        foreach (var separator in Separators)
        {
            yield return string.Join(separator, "943", "476", "5919");
            if (separator.Length > 0) yield return string.Join(separator, "9434765919".ToCharArray());
        }

        foreach (var spelled in Spelled("943 476 5919")) yield return spelled;
        yield return "4O1 O23 2137";
    }

    private static IEnumerable<string> NiNumbers()
    {
        foreach (var separator in Separators)
        {
            yield return string.Join(separator, "JG", "12", "34", "56", "C");
            yield return string.Join(separator, "JG", "123456", "C");
            if (separator.Length > 0) yield return string.Join(separator, "JG123456C".ToCharArray());
        }

        foreach (var spelled in Spelled("JG 12 34 56 C")) yield return spelled;
        yield return "JG I2 34 56 C";
        yield return "JG 1O 3O 56 C";
        yield return "QQ123456C";
    }

    private static IEnumerable<string> Postcodes() =>
        [.. PostcodesOf("SW1A", "1AA"), .. PostcodesOf("LS1", "4AP"), .. PostcodesOf("M1", "1AE"), .. PostcodesOf("EC2V", "7HH"), "SWlA 1AA", "SW1A IAA",
        "SW1A OAA", "SW 1A 1AA", "GIR-0AA"];

    private static IEnumerable<string> PostcodesOf(string outward, string inward)
    {
        foreach (var separator in Separators)
        {
            yield return outward + separator + inward;
            if (separator.Length > 0) yield return string.Join(separator, (outward + inward).ToCharArray());
        }

        foreach (var spelled in Spelled($"{outward} {inward}")) yield return spelled;
    }

    private static IEnumerable<string> Registrations() =>
        ["AB12 CDE", "AB12CDE", "AB12-CDE", "AB-12-CDE", "AB 12 CDE", "AB–12–CDE", "AB.12.CDE", "A B 1 2 C D E", "A-B-1-2-C-D-E", "ＡＢ１２ ＣＤＥ",
        "AB1\u200b2 CDE", "АВ12 СDЕ", "ABl2 CDE", "M123 ABC", "M-123-ABC"];

    private static IEnumerable<string> Addresses() =>
    [
        "www.example.org", "https://example.org/a", "hxxps://example.org/a", "https : // example.org/a", "example.org", "example (dot) org",
        "example[.]org", "example dot org", "example . org",
        "www . example.org", "ｅｘａｍｐｌｅ．ｏｒｇ", "example。org", "exa\u200bmple.org", "ехаmple.org", "www dot example dot co dot uk"
    ];

    /// <summary>Letters and digits of other scripts, and what cannot be seen among them.</summary>
    private static IEnumerable<string> Spelled(string plain)
    {
        yield return Shifted(plain, '!', '~', 0xff01);
        yield return Digits(plain, 0x0660);
        yield return Digits(plain, 0x06f0);
        yield return Digits(plain, 0x0966);
        yield return Digits(plain, 0x1d7ce);
        yield return Digits(plain, 0x1d7f6);
        yield return Digits(plain, 0x1fbf0);
        yield return string.Concat(plain.Select(letter => letter is >= '1' and <= '9' ? (char)('①' + letter - '1') : letter is '0' ? '⓪' : letter));
        yield return string.Concat(plain.Select(letter => letter is >= '1' and <= '9' ? (char)('❶' + letter - '1') : letter is '0' ? '⓿' : letter));
        yield return string.Concat(plain.Select(letter => char.IsAsciiDigit(letter) ? $"{letter}\ufe0f\u20e3" : $"{letter}"));
        foreach (var hidden in Hidden)
        {
            yield return string.Join(hidden, plain.ToCharArray());
            yield return plain[..(plain.Length / 2)] + hidden + plain[(plain.Length / 2)..];
        }
    }

    private static string Digits(string plain, int zero) => Shifted(plain, '0', '9', zero);

    private static string Shifted(string plain, char from, char to, int first)
    {
        var made = new StringBuilder();
        foreach (var letter in plain) made.Append(letter >= from && letter <= to ? char.ConvertFromUtf32(first + letter - from) : $"{letter}");
        return made.ToString();
    }
}
