using InfoStory.Stories;

namespace InfoStory.Tests.Stories;

public sealed class DifferencesTests
{
    [Fact]
    public void What_was_left_out_and_what_is_new_is_marked_and_the_rest_is_not()
    {
        var found = Differences.Between("I rang Joan at the night ward three times. Nobody rang back.", "I rang a colleague three times. Nobody rang back.");

        Assert.Equal(
            [new("I rang ", PieceKind.Same), new("Joan at the night ward ", PieceKind.Removed), new("three times. Nobody rang back.", PieceKind.Same)],
            found.Before);
        Assert.Equal(
            [new("I rang ", PieceKind.Same), new("a colleague ", PieceKind.Added), new("three times. Nobody rang back.", PieceKind.Same)], found.After);
    }

    [Fact]
    public void A_word_that_happens_to_be_the_same_inside_a_change_is_part_of_it()
    {
        var found = Differences.Between("We saw Ann Lee and Bob Fox there.", "We saw one nurse and one porter there.");

        Assert.Equal("Ann Lee and Bob Fox ", Assert.Single(found.Before, piece => piece.Kind == PieceKind.Removed).Text);
        Assert.Equal("one nurse and one porter ", Assert.Single(found.After, piece => piece.Kind == PieceKind.Added).Text);
    }

    [Fact]
    public void Other_paragraphs_of_the_same_words_are_no_difference()
    {
        var found = Differences.Between("One line.\nAnother line.", "One line.\n\nAnother line.");

        Assert.Equal("One line.\n\nAnother line.", Assert.Single(found.After).Text);
    }

    [Fact]
    public void The_pieces_of_either_side_are_its_text_whatever_it_is()
    {
        var texts = HostileText.All.Append("").Append("  two  spaces \n\n").ToList();

        foreach (var (before, after) in texts.Zip(texts.Skip(1).Append("I rang three times.")))
        {
            var found = Differences.Between(before, after);
            Assert.Equal(before, string.Concat(found.Before.Select(piece => piece.Text)));
            Assert.Equal(after, string.Concat(found.After.Select(piece => piece.Text)));
            Assert.DoesNotContain(found.Before, piece => piece.Kind == PieceKind.Added);
            Assert.DoesNotContain(found.After, piece => piece.Kind == PieceKind.Removed);
        }
    }

    [Fact]
    public void Texts_as_long_as_a_story_may_be_are_compared_to_their_ends()
    {
        var told = string.Join(' ', Enumerable.Range(0, 2000).Select(number => $"w{number % 700}"));
        var edited =
            string.Join(' ', Enumerable.Range(0, 2000).Where(number => number % 9 != 0).Select(number => number % 7 == 0 ? "other" : $"w{number % 700}"));

        var found = Differences.Between(told, edited);

        Assert.InRange(told.Length, 9000, Story.MaxLength);
        Assert.Equal((told, edited), (Text(found.Before), Text(found.After)));
        Assert.Equal(Text(found.Before.Where(IsSame)), Text(found.After.Where(IsSame)));
        // Of nine words one was left out, and of seven one is another.
        Assert.InRange(found.Before.Where(piece => !IsSame(piece)).Sum(piece => piece.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length), 450, 650);
        Assert.Equal(PieceKind.Same, found.Before[^1].Kind);
    }

    private static bool IsSame(Piece piece) => piece.Kind == PieceKind.Same;

    private static string Text(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    [Fact]
    public void Texts_of_more_words_than_anybody_can_compare_are_one_difference()
    {
        var (before, after) = (string.Concat(Enumerable.Repeat("a ", 6_001)), string.Concat(Enumerable.Repeat("b ", 6_000)));

        var found = Differences.Between(before, after);

        Assert.Equal([new Piece(before, PieceKind.Removed)], found.Before);
        Assert.Equal([new Piece(after, PieceKind.Added)], found.After);
        Assert.Equal([new Piece(before, PieceKind.Same)], Differences.Between(before, before).After);
    }
}
