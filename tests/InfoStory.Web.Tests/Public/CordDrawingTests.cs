using System.Text.Encodings.Web;
using System.Xml.Linq;
using InfoStory.CaseStudies;
using InfoStory.Stories;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Tests.Public;

/// <summary>The hand-offs of a story, drawn.</summary>
public sealed class CordDrawingTests
{
    [Fact]
    public void The_longer_the_wait_the_more_curls()
    {
        var drawn = Enum.GetValues<Waited>().Where(waited => waited != Waited.NobodyCameBack)
            .Select(waited => Bends(Drawn([new() { Waited = waited }, new()]))).ToList();

        Assert.Equal(drawn.Order(), drawn);
        Assert.Equal((0, 8), (drawn[0], drawn[^1]));
    }

    [Fact]
    public void A_cord_that_nobody_came_back_on_is_loose_also_at_the_end()
    {
        var drawn = Drawn([new() { Waited = Waited.NobodyCameBack }, new() { Waited = Waited.Week }, new() { Waited = Waited.NobodyCameBack }]);

        Assert.Equal(["info-cord__loose", null, "info-cord__loose"], drawn.Descendants("path").Select(path => path.Attribute("class")?.Value));
    }

    [Fact]
    public void A_ring_is_where_it_did_not_have_to_be_told_again()
    {
        var drawn = Drawn([new() { ToldAgain = true }, new() { ToldAgain = false }, new()]);

        Assert.Equal([null, "info-cord__ring", null], drawn.Descendants("circle").Select(dot => dot.Attribute("class")?.Value));
    }

    [Theory]
    [InlineData("Housing")]
    [InlineData("Probation, prison and youth justice for people who have moved from one place to another")]
    [InlineData("Averyveryveryveryveryverylongserviceanditdoesnotendwhereonewouldexpectittoenditgoesonandon")]
    [InlineData("<script>alert(1)</script> & \"more\"")]
    public void Every_word_of_a_name_is_there_inside_the_drawing(string name)
    {
        var drawn = Drawn(Enumerable.Repeat(new ShownStep { Service = name, Channel = HandOffChannel.Referral, Waited = Waited.HalfAYear }, HandOff.Most));

        var lines = drawn.Descendants("text").ToList();
        var box = drawn.Attribute("viewBox")!.Value.Split(' ').Select(int.Parse).ToList();
        var written = string.Concat(lines.Where(line => line.Attribute("class") is null).Select(line => line.Value.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(string.Concat(Enumerable.Repeat(name.Replace(" ", "", StringComparison.Ordinal), HandOff.Most)), written);
        Assert.All(lines, line => Assert.InRange((int)line.Attribute("y")!, 1, box[3]));
        Assert.All(lines, line => Assert.InRange(line.Value.Length, 1, 37));
        Assert.Equal(lines.Select(line => (int)line.Attribute("y")!).Distinct().Order(), lines.Select(line => (int)line.Attribute("y")!));
    }

    private static int Bends(XElement drawn) => drawn.Descendants("path").Single().Attribute("d")!.Value.Count(letter => letter == 'q');

    private static XElement Drawn(IEnumerable<ShownStep> steps)
    {
        using var written = new StringWriter();
        new CordDrawing([.. steps], "told").WriteTo(written, HtmlEncoder.Default);
        return XElement.Parse(written.ToString());
    }
}
