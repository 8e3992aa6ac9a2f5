using InfoStory.Search;

namespace InfoStory.Tests.Search;

public sealed class SnippetTests
{
    [Fact]
    public void A_passage_falls_into_marked_and_plain_parts()
    {
        var parts = Snippet.Parts($"the {Snippet.Open}ward{Snippet.Close} and {Snippet.Open}the{Snippet.Close}");

        Assert.Equal([new("the ", false), new("ward", true), new(" and ", false), new("the", true)], parts);
    }

    [Fact]
    public void A_passage_cut_by_ourselves_shows_the_words_in_their_surroundings()
    {
        var text = string.Concat(Enumerable.Repeat("filler words here ", 30))
            + "the Discharge letter came late " + string.Concat(Enumerable.Repeat("and more text ", 30));

        var parts = Snippet.Parts(Passage.Around(text, SearchWords.Parse("discharge")!));

        Assert.Equal("Discharge", Assert.Single(parts, part => part.Marked).Text);
        Assert.InRange(parts.Sum(part => part.Text.Length), 100, 260);
    }
}
