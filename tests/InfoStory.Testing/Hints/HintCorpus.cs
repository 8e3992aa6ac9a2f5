using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfoStory.Data.Folding;

namespace InfoStory.Testing.Hints;

/// <summary>Labelled texts for the identity hints, made from templates and from British names of many origins; the same every time.</summary>
public sealed partial class HintCorpus
{
    public const int Size = 640;

    private static readonly string[] Given =
        """
        Aaliyah Abdirahman Adaeze Agnieszka Ailsa Aisha Alasdair Alun Ama Amandeep Amina Angharad Anjali Anthony Ayşe Babatunde Beata Bethan
        Blessing Bronwen Catherine Chidi Chloe Cian Ciara Constantin Daniela Darius Deborah Dmitri Eilidh Efua Elif Emeka Esther Fatima Fergus Fiona
        Folasade Francesca Gareth Gemma Giorgos Gurpreet Gwen Hamza Hannah Harjit Hassan Helen Ifeanyi Imran Ioana Ioan Isla Ivan Jacek Jamal Janet
        Jasleen Jelena Jenna Joanne Jolanta Joseph Kamala Karolina Kayleigh Keisha Kofi Krystyna Kwame Lakshmi Leila Liam Linh Lorraine Lucy
        Magdalena Mahmoud Małgorzata Margaret Mariam Martyna Mei Mohammed Mihai Moira Nadia Nasreen Neha Ngozi Niamh Nicola Nikhil Noor Oluwaseun
        Omar Oscar Paolo Parveen Patricia Peter Pooja Priya Rachel Rajesh Rania Reza Rhiannon Roisin Rukhsana Ruth Saffron Samira Sandeep Sarah Sean
        Seren Shanice Shabnam Shirin Simon Siobhán Sunita Tadeusz Tamsin Tendai Thandiwe Tomasz Tunde Uzma Valentina Vikram Wanjiru Wei Winston
        Yasmin Yusuf Zainab Zeynep Zofia
        """.Split([' ', '\n']);

    private static readonly string[] Family =
        """
        Abdi Acheampong Adeyemi Agarwal Ahmed Akhtar Ali Anderson Appiah Asante Balogun Banerjee Baptiste Begum Bhatt Bielski Boateng Campbell
        Chaudhry Chen Chowdhury Cohen Costa Davies Dhillon Diallo Dogan Doherty Edwards Eze Fashola Ferreira Fitzgerald Gallagher Ganguly Georgiou
        Ghebreyesus Gill Gonzalez Grabowski Griffiths Gunawardena Gupta Hakimi Hassan Henderson Hoang Hosseini Hughes Hussain Ibrahim Iqbal Ivanova
        Jankowski Jenkins Johnson Kaur Kamara Kaminski Kapoor Karim Kelly Khan Kowalczyk Krishnan Kumar Levy Lewandowski Li MacDonald Mahmood Malik
        Marinescu McAllister Mensah Mistry Mohamud Morgan Moyo Murphy Mwangi Nair Ndlovu Nguyen Novak Nowak O'Brien O'Connor Odhiambo Okafor Okonkwo
        Oliveira Osei Owusu Papadopoulos Patel Pereira Petrauskas Popescu Pritchard Qureshi Rahman Rees Roberts Rossi Santos Shah Sharma Siddiqui
        Singh Sithole Stewart Stoica Szymański Tesfaye Thomas Thompson Tran Turner Uddin Vasquez Virk Walsh Warsame Williams Wiśniewski Wong Yeboah
        Yılmaz Zhang
        """.Split([' ', '\n']);

    private static readonly string[] Streets =
    [
        "Acacia Avenue", "Station Road", "Church Lane", "Victoria Street", "Kingsway Close",
        "St John's Road", "Meadow View", "Queen's Drive", "Heol y Parc Road", "Mill Hill"
    ];
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly Random dice = new(20261122);
    private readonly StringBuilder text = new();
    private readonly List<object> spans = [];

    /// <summary>Lines for HintMeasure: every template many times, and the clean texts among them.</summary>
    public static IReadOnlyList<string> Lines()
    {
        var corpus = new HintCorpus();
        string[] templates = [.. Read("hint-templates.txt"), .. Read("hint-clean.txt")];
        return [.. Enumerable.Range(0, Size).Select(number => corpus.Line(templates[number % templates.Length]))];
    }

    /// <summary>Lines for HintMeasure: names with titles, double surnames, particles and surnames that are places or words, and clean texts.</summary>
    public static IReadOnlyList<string> WholeNames() => Read("whole-names.jsonl");

    /// <summary>The same, written in another way and put together by dice; measured before anybody looked at what was missed in them.</summary>
    public static IReadOnlyList<string> HeldOut() =>
        [.. Read("whole-names-held-out.jsonl"), .. Read("whole-names-mixed.jsonl"), .. Read("names-in-stories.jsonl"), .. Read("names-in-letters.jsonl"),
            .. Read("names-in-lives.jsonl"), .. Read("names-in-queues.jsonl")];

    /// <summary>The same for identifiers in the spellings of people who hide nothing and of people who do; and for harmless numbers, without a label.</summary>
    public static IReadOnlyList<string> Numbers() => Read("numbers-in-stories.jsonl");

    private static string[] Read(string file)
    {
        using var reader = new StreamReader(typeof(HintCorpus).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Line(string template)
    {
        text.Clear();
        spans.Clear();
        var at = 0;
        foreach (var slot in Slot().EnumerateMatches(template))
        {
            text.Append(template, at, slot.Index - at);
            var (kind, value) = Fill(template.Substring(slot.Index + 1, slot.Length - 2));
            spans.Add(new { start = text.Length, end = text.Length + value.Length, kind });
            text.Append(value);
            at = slot.Index + slot.Length;
        }

        text.Append(template, at, template.Length - at);
        return JsonSerializer.Serialize(new { text = text.ToString(), spans });
    }

    private (string Kind, string Value) Fill(string slot) => slot switch
    {
        "given" => ("name", One(Given)),
        "givenlow" => ("name", One(Given).ToLowerInvariant()),
        "name" => ("name", One([$"{One(Given)} {One(Family)}", $"{One(Given)} {One(Family)}-{One(Family)}", $"{One(Given)[0]}. {One(Family)}"])),
        "namelow" => ("name", $"{One(Given)} {One(Family)}".ToLowerInvariant()),
        "title" => ("name", $"{One(["Mrs", "Mr", "Ms", "Miss", "Dr", "Nurse"])} {One(Family)}"),
        "phone" => ("phone", One([$"07700 900{Digits(3)}", $"07700900{Digits(3)}", $"020 7946 0{Digits(3)}", $"(0113) 496 0{Digits(3)}",
            $"01632 960{Digits(3)}", $"+44 7700 900{Digits(3)}", $"+44 (0)20 7946 0{Digits(3)}", $"0161-496-0{Digits(3)}"])),
        "email" => ("email", $"{AsciiOf(One(Given))}.{One(["smith", "jones", "k", "housing"])}@example.{One(["org", "com", "co.uk"])}".ToLowerInvariant()),
        "url" =>
            ("url", One([$"https://example.org/case/{Digits(4)}", "www.example.co.uk/our-story", "example.org/blog", $"http://example.com/?p={Digits(3)}"])),
        "nhs" => ("nhs", NhsNumber()),
        "ni" => ("ni", One([$"AB {Digits(2)} {Digits(2)} {Digits(2)} C", $"JG{Digits(6)}A", $"st {Digits(2)} {Digits(2)} {Digits(2)} d"])),
        "date" => ("date", Date()),
        "address" => ("address", One(
            [$"{dice.Next(1, 200)} {One(Streets)}", $"Flat {dice.Next(1, 30)}, {dice.Next(1, 200)} {One(Streets)}", $"{dice.Next(1, 99)}b {One(Streets)}"])),
        "postcode" => ("postcode", One(["LS1 4AB", "SW1A 2AA", "M1 1AE", "cf10 3nq", "EH99 1SP", "BT1 5GS", "B338TH", "W1A 0AX"])),
        "vehicle" => ("vehicle", One([$"AB{dice.Next(51, 76)} CDE", $"KY{dice.Next(10, 25)}WXH", $"M{Digits(3)} ABC", $"LZ{dice.Next(51, 76)} RTY"])),
        "case" =>
            ("case", One([$"HB-2023-{Digits(5)}", $"{Digits(2)}/{Digits(6)}/24", $"K{Digits(7)}", $"{Digits(8)}", $"EH/{Digits(4)}", $"CRN {Digits(6)}"])),
        _ => throw new InvalidOperationException($"Nothing fills {{{slot}}}."),
    };

    private static string AsciiOf(string name) => string.Concat(UnicodeForm.Of(name, NormalizationForm.FormD).Where(char.IsAsciiLetter));

    private string Date()
    {
        var day = new DateTime(1940, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(dice.Next(0, 31_000));
        var month = Months[day.Month - 1];
        return One([$"{day.Day} {month} {day.Year}", $"{day.Day}{Ordinal(day.Day)} {month}", $"{day:dd/MM/yyyy}", $"{day.Day}.{day.Month}.{day:yy}",
            $"{day:yyyy-MM-dd}", $"the {day.Day}{Ordinal(day.Day)} of {month} {day.Year}", $"{month} {day.Day}{Ordinal(day.Day)}"]);
    }

    private string NhsNumber()
    {
        while (true)
        {
            var nine = Digits(9);
            var check = 11 - (nine.Select((digit, place) => (digit - '0') * (10 - place)).Sum() % 11);
            if (check == 10) continue;

            var ten = nine + (check == 11 ? 0 : check).ToString(CultureInfo.InvariantCulture);
            return One([ten, $"{ten[..3]} {ten[3..6]} {ten[6..]}", $"{ten[..3]}-{ten[3..6]}-{ten[6..]}"]);
        }
    }

    private string One(string[] choices) => choices[dice.Next(choices.Length)];

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + dice.Next(10))));

    private static string Ordinal(int day) => (day % 10, day / 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" };

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}
