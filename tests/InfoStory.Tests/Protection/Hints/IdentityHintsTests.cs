using System.Globalization;
using System.Text.Json;
using InfoStory.Data;
using InfoStory.Protection.Hints;
using InfoStory.Testing.Hints;

namespace InfoStory.Tests.Protection.Hints;

public sealed class IdentityHintsTests
{
    [Fact]
    public void Nearly_everything_that_identifies_is_found_and_little_else()
    {
        var report = HintMeasure.Report(HintCorpus.Lines());

        Assert.True(Rate(report, "structured recall") >= 0.98, string.Join('\n', report));
        Assert.True(Rate(report, "name recall") >= 0.90, string.Join('\n', report));
        Assert.True(Rate(report, "precision") >= 0.90, string.Join('\n', report));
    }

    [Fact]
    public void A_name_is_found_whole_whatever_its_title_its_parts_and_the_places_that_share_it()
    {
        var labelled = HintCorpus.WholeNames();

        var report = HintMeasure.Report(labelled);

        Assert.InRange(labelled.Sum(line => line.Split("\"kind\": \"name\"").Length - 1), 400, int.MaxValue);
        Assert.True(Rate(report, "whole name recall") >= 0.97, string.Join('\n', report));
        Assert.True(Rate(report, "precision") >= 0.93, string.Join('\n', report));
    }

    [Fact]
    public void Names_are_found_whole_in_texts_that_were_written_before_anybody_looked_at_the_rules()
    {
        var report = HintMeasure.Report(HintCorpus.HeldOut());

        Assert.True(Rate(report, "whole name recall") >= 0.97, string.Join('\n', report));
        Assert.True(Rate(report, "precision") >= 0.95, string.Join('\n', report));
    }

    [Fact]
    public void Identifiers_are_found_in_the_spellings_of_people_and_harmless_numbers_are_left()
    {
        var labelled = HintCorpus.Numbers();
        var harmless = labelled.Where(line => line.EndsWith("\"spans\": []}", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToList();

        var report = HintMeasure.Report(labelled);

        Assert.True(Rate(report, "structured recall") >= 0.98, string.Join('\n', report));
        Assert.InRange(harmless.Count, 150, int.MaxValue);
        Assert.All(harmless, text => Assert.Empty(IdentityHints.FindIdentifiers(text)));
    }

    [Theory]
    [InlineData("Trev from Stores rang", "Trev")]
    [InlineData("Angela (Ange) Whitworth ran it", "Angela (Ange) Whitworth")]
    [InlineData("Johnny 'Boy' McDonagh ran it", "Johnny 'Boy' McDonagh")]
    [InlineData("Joy has been my carer", "Joy")]
    [InlineData("Summer is six", "Summer")]
    [InlineData("Hope was only 19 then", "Hope")]
    [InlineData("Jade, 23, has moved", "Jade")]
    [InlineData("Dawn at the surgery said no", "Dawn")]
    [InlineData("All the Kaczmareks were evicted", "Kaczmareks")]
    [InlineData("Nobody told Mr. & Mrs. Vasquez-Hill", "Mr. & Mrs. Vasquez-Hill")]
    [InlineData("Mr, Mrs and Miss Bell came", "Mr, Mrs and Miss Bell")]
    [InlineData("I saw Ken Masters there", "Ken Masters")]
    public void A_name_that_is_a_word_is_known_by_what_is_told_of_it(string text, string seen) => Nothing_of_a_name_is_left(text, seen);

    [Theory]
    [InlineData("I told Mr Pendleton so", "Mr Pendleton")]
    [InlineData("I told Mrs Hampton so", "Mrs Hampton")]
    [InlineData("then dr kingston rang", "dr kingston")]
    [InlineData("Shared by Mr\u00a0Reading", "Mr\u00a0Reading")]
    [InlineData("It was Mr\nBath who rang", "Mr\nBath")]
    [InlineData("It was PC 1234 Young who rang", "PC 1234 Young")]
    [InlineData("MRS. HAMPTON SAID NO TO ME", "MRS. HAMPTON")]
    [InlineData("Then Dr. A.B. Kingston-Wells came", "Dr. A.B. Kingston-Wells")]
    [InlineData("Then Mrs Sarah Jane O’Hampton’s dog came", "Mrs Sarah Jane O’Hampton")]
    [InlineData("Then Mr Jose\u0301 de la Pendleton came", "Mr Jose\u0301 de la Pendleton")]
    [InlineData("Mr and Mrs van der Bath came", "Mr and Mrs van der Bath")]
    [InlineData("I met Karen O' Brien there", "Karen O' Brien")]
    [InlineData("I met Karen d’Arcy there", "Karen d’Arcy")]
    [InlineData("Then Rhys ap Gwilym came", "Rhys ap Gwilym")]
    [InlineData("my son Kingston came", "Kingston")]
    [InlineData("I saw Mr H. He lied.", "Mr H")]
    [InlineData("It was Mr Hampton—who was late—and me", "Mr Hampton")]
    [InlineData("It was Mr Hampton-who was late-and me", "Mr Hampton")]
    public void Nothing_of_a_name_is_left(string text, string seen)
    {
        var hint = Assert.Single(IdentityHints.Find(text));

        Assert.Equal((seen, HintKind.Name), (text[hint.Start..hint.End], hint.Kind));
    }

    [Fact]
    public void A_surname_that_is_a_place_is_known_again_where_it_stands_for_the_person()
    {
        const string Text = "Mr Hampton wrote to me. I told Hampton that I live in Hampton.";

        Assert.Equal(["Mr Hampton", "Hampton"], IdentityHints.Find(Text).Select(hint => Text[hint.Start..hint.End]));
    }

    [Theory]
    [InlineData("I was in Kingston Hospital", "Kingston Hospital", "a hospital")]
    [InlineData("I was in St Mary’s Hospital", "St Mary’s Hospital", "a hospital")]
    [InlineData("The Royal Preston Hospital lost it", "The Royal Preston Hospital", "a hospital")]
    [InlineData("She is at John Smith School", "John Smith School", "a school")]
    [InlineData("Dr Bell on Elizabeth Garrett Ward", "Elizabeth Garrett Ward", "a ward")]
    [InlineData("We live in Pendleton Close", "Pendleton Close", "a street")]
    [InlineData("I was in Treliske hospital", "Treliske hospital", "a hospital")]
    [InlineData("i work nights at trevarna care home", "trevarna care home", "a care home")]
    [InlineData("Trevarna Nursing Home lost her", "Trevarna Nursing Home", "a care home")]
    [InlineData("my nan was on Penhale ward", "Penhale ward", "a ward")]
    [InlineData("She is at Newquay Health Centre", "Newquay Health Centre", "a health centre")]
    [InlineData("He goes to St Mary’s school", "St Mary’s school", "a school")]
    public void A_hospital_a_school_and_a_street_are_offered_a_place_and_never_a_person(string text, string seen, string offer)
    {
        var advice = HintAdvice.On(text)[^1];

        Assert.Equal(seen, advice.Seen);
        Assert.Equal([offer, "a place nearby"], advice.Offers);
    }

    [Theory]
    [InlineData("right so my mum Sarah was in", "leave it out, someone I know")]
    [InlineData("My wife, Sarah, and I waited", "leave it out, someone I know")]
    [InlineData("Her social worker Hampton never came", "leave it out, someone I know")]
    [InlineData("Then social worker Hampton came", "a social worker, someone I know")]
    [InlineData("Mr Khan was sent home", "someone I know, a colleague, a relative, my manager")]
    [InlineData("Dr Khan said no", "a doctor, someone I know")]
    [InlineData("I told my Dr Khan so", "doctor, someone I know")]
    [InlineData("I told Nurse Bell so", "a nurse, someone I know")]
    [InlineData("my sister Jane rang", "sister, someone I know")]
    [InlineData("I saw Sarah’s sister", "someone, someone I know")]
    [InlineData("we live at 4 Penhale Gardens", "at home, a home nearby")]
    [InlineData("My NHS number is 943 476 5919", "private, an NHS number")]
    public void What_suits_best_is_offered_first(string text, string offers)
    {
        var advice = Assert.Single(HintAdvice.On(text));

        Assert.StartsWith(offers, string.Join(", ", advice.Offers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It was on 14th march. Nobody came.", "14th march")]
    [InlineData("It was on 3rd Dec. Nobody came.", "3rd Dec")]
    [InlineData("It was on 14th Mar. 2020.", "14th Mar. 2020")]
    [InlineData("We live at 4 Trevelyan Parc. Nobody came.", "4 Trevelyan Parc")]
    [InlineData("I work at Sunnyside in Truro as the night senior", "Sunnyside")]
    [InlineData("My NHS number is 943 476 5919.", "943 476 5919")]
    public void A_hint_ends_before_the_end_of_its_sentence(string text, string seen) => Assert.Equal(seen, Assert.Single(HintAdvice.On(text)).Seen);

    [Theory]
    [InlineData("My NHS number is 943 476 5919.", "943 476 5919", HintKind.Nhs)]
    [InlineData("Ring me on 07700 900123, please", "07700 900123", HintKind.Phone)]
    [InlineData("I spoke to Sarah Okafor-Smith's sister", "Sarah Okafor-Smith", HintKind.Name)]
    [InlineData("we live at 12 Acacia Avenue", "12 Acacia Avenue", HintKind.Address)]
    [InlineData("I told the health visitor in St Mawes again", "health visitor in St Mawes", HintKind.Role)]
    [InlineData("The Head Teacher at Nanstallon Primary School rang", "Head Teacher at Nanstallon Primary School", HintKind.Role)]
    [InlineData("our only midwife who works in Stow-on-the-Wold", "midwife who works in Stow-on-the-Wold", HintKind.Role)]
    public void A_hint_marks_what_was_seen_and_no_more(string text, string seen, HintKind kind)
    {
        var hint = Assert.Single(IdentityHints.Find(text));

        Assert.Equal((seen, kind), (text[hint.Start..hint.End], hint.Kind));
    }

    [Theory]
    [InlineData("943 476 5918")]
    [InlineData("call 111 or 999")]
    [InlineData("a social worker in Leeds and a manager at Jobcentre Plus")]
    [InlineData("The nurse in charge and the manager of the day")]
    [InlineData("a housing officer in Bath and North East Somerset")]
    [InlineData("i miss kingston and my ms nurse, the dr said no")]
    [InlineData("I moved from Reading to Hampton, then to a primary school and a Day Hospital.")]
    [InlineData("The form asks for Mr, Mrs or Ms. The Lord Mayor and the Nurse Practitioner came.")]
    [InlineData("Miss Universal Credit by a day and you lose a month. Dear Sir or Madam, PC World rang from Raigmore.")]
    [InlineData("Joy is a word. Summer is coming. Hope at the end of the road is all we have. Grace periods ran out.")]
    [InlineData("The care home rang. She was in a nursing home near my old school. Every school and any hospital said no.")]
    [InlineData("we were in local care home, then in residential nursing home, i was in oncology ward, at special school")]
    [InlineData("A Catholic school, the ICU ward, the Covid ward, a GP surgery, a London hospital. I work at Tesco and in Leeds. I went home.")]
    [InlineData("")]
    [InlineData("   \n\t ")]
    public void What_identifies_nobody_gets_no_hint(string text) => Assert.Empty(IdentityHints.Find(text));

    [Fact]
    public void Whatever_is_typed_the_hints_are_in_order_within_the_text_and_apart()
    {
        foreach (var text in HostileText.All.Concat(HostileText.Unkept))
        {
            var end = 0;
            foreach (var hint in IdentityHints.Find(text))
            {
                Assert.InRange(hint.Start, end, text.Length);
                Assert.InRange(hint.End, hint.Start + 1, text.Length);
                end = hint.End;
            }
        }
    }

    [Fact]
    public void A_measure_says_for_each_kind_how_much_was_found_and_how_much_was_right()
    {
        string[] lines =
        [
            """{"text": "I rang Sarah on 07700 900123.", "spans": [{"start": 7, "end": 12, "kind": "name"}, {"start": 16, "end": 28, "kind": "phone"}]}""",
            """{"text": "She gave me xqz1 and Imran laughed.", "spans": [{"start": 12, "end": 16, "kind": "case"}]}""",
        ];

        var report = HintMeasure.Report(lines);

        Assert.Equal(
            [
                "name 1 of 1 recall 1.0000", "phone 1 of 1 recall 1.0000", "case 0 of 1 recall 0.0000",
                "structured recall 0.5000", "name recall 1.0000", "whole name recall 1.0000", "precision 0.6667"
            ],
            report);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"text": "I"}""")]
    [InlineData("""{"text": "I", "spans": [{"start": 0, "end": 1, "kind": "shoe size"}]}""")]
    public void A_file_that_cannot_be_measured_is_refused_with_the_number_of_the_line(string line)
    {
        var refused = Assert.Throws<ConflictException>(() => HintMeasure.Report(["", line]));

        Assert.StartsWith("Line 2 ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_made_to_be_slow_is_read_to_its_end()
    {
        string[] hostile =
        [
            new('a', 20_000), new('0', 20_000), string.Concat(Enumerable.Repeat("A.", 10_000)),
            string.Concat(Enumerable.Repeat("1/", 10_000)), string.Concat(Enumerable.Repeat("van de ", 3_000)), new('@', 20_000),
            string.Concat(Enumerable.Repeat("Karen ", 20_000)) + "School", string.Concat(Enumerable.Repeat("mr and ", 20_000)),
            string.Concat(Enumerable.Repeat("sarah is ", 20_000)), string.Concat(Enumerable.Repeat("St Mary of ", 10_000)),
        ];

        foreach (var text in hostile)
        {
            var last = IdentityHints.Find($"{text} Ring 07700 900123.")[^1];
            Assert.Equal((HintKind.Phone, text.Length + " Ring ".Length), (last.Kind, last.Start));
        }
    }

    private static double Rate(IReadOnlyList<string> report, string what) =>
        double.Parse(report.Single(line => line.StartsWith(what, StringComparison.Ordinal))[(what.Length + 1)..], CultureInfo.InvariantCulture);
}
