using System.Text;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>
/// 60,000 different words, the most common first: English as people tell these stories, then words made of syllables, with
/// names, Welsh, Polish and Urdu strewn among them.
/// </summary>
internal sealed class Vocabulary
{
    public const int Size = 60_000;

    private const string Common =
        """
        the to and i a of they was my that he she it told in we on for had me had not with but were her his said no one who at again from
        been when call called back waiting week months nobody asked could would have is so then after same story phone form letter council
        housing social worker doctor hospital school police information share shared sharing referral support mental health care team service
        family child children mother father daughter son baby home rent benefit appointment meeting office record records system computer
        email answer number line held passed around every time weeks days hours before because about out up there what their them our us
        said between needed need knew know help wanted went gave made found left hanging repeat repeated nurse midwife officer manager
        assessment threshold consent discharge crisis risk safe unsafe evidence missing wrong old late early trust access agreement shared
        """;

    private const string Names =
        "Aisha Oluwaseun Siân Mateusz Zofia Gethin Bronwen Fatima Callum Niamh Eilidh Tomasz Agnieszka Imran Priya Dafydd Rhiannon Kacper Małgorzata Yusuf";

    private const string Welsh =
        "iechyd gwasanaeth plentyn teulu cymorth meddyg ysgol heddlu gwybodaeth rhannu "
        + "ffôn aros eto tŷ cyngor gweithiwr cymdeithasol ysbyty llythyr diogel pobl ŵyr";

    private const string Polish =
        "zdrowie pomoc dziecko rodzina szkoła policja lekarz szpital informacja telefon "
        + "czekać znowu mieszkanie urząd pracownik społeczny żłobek źle później książka łóżko";

    private const string Urdu =
        "صحت مدد بچہ خاندان اسکول پولیس ڈاکٹر ہسپتال معلومات فون انتظار دوبارہ گھر دفتر کارکن خط محفوظ لوگ کہانی";

    private static readonly string[] Starts =
        ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "sh", "st", "t", "tr", "v", "w"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Ends = ["", "", "l", "m", "n", "r", "s", "t", "nd", "st"];

    private const int FirstForeign = 150, BetweenForeign = 60;

    private readonly List<string> words;

    public Vocabulary(Dice dice)
    {
        words = [.. Split(Common).Distinct(StringComparer.Ordinal)];
        var known = words.ToHashSet(StringComparer.Ordinal);
        var foreign = new Queue<string>([.. Split(Names), .. Split(Welsh), .. Split(Polish), .. Split(Urdu)]);

        while (words.Count < Size)
        {
            var next = words.Count >= FirstForeign && words.Count % BetweenForeign == 0 && foreign.Count > 0 ? foreign.Dequeue() : Make(dice);
            if (known.Add(next)) words.Add(next);
        }
    }

    public string this[int rank] => words[rank];

    private static string Make(Dice dice)
    {
        var word = new StringBuilder();
        for (var syllables = 2 + dice.Below(3); syllables > 0; syllables--) word.Append(dice.Pick(Starts)).Append(dice.Pick(Middles)).Append(dice.Pick(Ends));
        return word.ToString();
    }

    private static string[] Split(string list) => list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
