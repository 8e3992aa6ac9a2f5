using FsCheck;
using FsCheck.Fluent;
using InfoStory.Moderation.Desk;

namespace InfoStory.Tests.Moderation.Desk;

public sealed class MergingTests
{
    [Fact]
    public void Each_side_chosen_throughout_is_that_text()
    {
        var texts = Gen.Elements("One.", "Two.", "Three.", "Four,\nin two lines.", "").ListOf()
            .Select(paragraphs => string.Join(Merging.Gap, paragraphs.Where(paragraph => paragraph.Length > 0)));

        Prop.ForAll(texts.Two().ToArbitrary(), pair =>
        {
            var parts = Merging.Between(pair.Item1, pair.Item2);
            Assert.Equal(pair.Item1, Merging.Together(parts.Select(part => part.Theirs)));
            Assert.Equal(pair.Item2, Merging.Together(parts.Select(part => part.Mine)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_only_one_of_them_has_is_a_part_of_its_own()
    {
        var parts = Merging.Between("It began.\n\nIt went on.", "It began.\r\n\r\n\r\nIt went on.\n\nIt ended.");

        Assert.Equal([new("It began.", "It began."), new("It went on.", "It went on."), new("", "It ended.")], parts);
    }

    [Fact]
    public void Texts_longer_than_any_that_can_be_saved_are_chosen_whole_and_nothing_looks_for_paragraphs_in_them()
    {
        var gone = new CancellationToken(canceled: true);
        var mine = string.Concat(Enumerable.Repeat("a\n\n", 70_000));

        var (longMine, longTheirs) = (Merging.Between("theirs", mine, gone), Merging.Between(mine, "theirs", gone));

        Assert.Equal([new("theirs", mine)], longMine);
        Assert.Equal([new(mine, "theirs")], longTheirs);
        Assert.Throws<OperationCanceledException>(() => Merging.Between("theirs", "a\n\nb", gone));
    }
}
