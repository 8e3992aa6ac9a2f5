using System.Globalization;
using InfoStory.Protection.Hints;
using InfoStory.Testing.Hints;

namespace InfoStory.Tests.Protection;

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

    [Theory]
    [InlineData("My NHS number is 943 476 5919.", "943 476 5919", HintKind.Nhs)]
    [InlineData("Ring me on 07700 900123, please", "07700 900123", HintKind.Phone)]
    [InlineData("I spoke to Sarah Okafor-Smith's sister", "Sarah Okafor-Smith", HintKind.Name)]
    [InlineData("we live at 12 Acacia Avenue", "12 Acacia Avenue", HintKind.Address)]
    public void A_hint_marks_what_was_seen_and_no_more(string text, string seen, HintKind kind)
    {
        var hint = Assert.Single(IdentityHints.Find(text));

        Assert.Equal((seen, kind), (text[hint.Start..hint.End], hint.Kind));
    }

    [Theory]
    [InlineData("943 476 5918")]
    [InlineData("call 111 or 999")]
    [InlineData("")]
    [InlineData("   \n\t ")]
    public void What_identifies_nobody_gets_no_hint(string text) => Assert.Empty(IdentityHints.Find(text));

    [Fact]
    public void Whatever_is_typed_the_hints_are_in_order_within_the_text_and_apart()
    {
        foreach (var text in HostileText.All)
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

    private static double Rate(IReadOnlyList<string> report, string what) =>
        double.Parse(report.Single(line => line.StartsWith(what, StringComparison.Ordinal))[(what.Length + 1)..], CultureInfo.InvariantCulture);
}
