using System.Text;
using InfoStory.Data.Csv;

namespace InfoStory.Tests.Data.Csv;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("Email,Name\na@example.org,\"Lee, Ann\"\n")]
    [InlineData("name;email\r\nLee, Ann;a@example.org\r\n")]
    [InlineData("\uFEFFother\temail\tname\n\ta@example.org\t Lee, Ann \n")]
    [InlineData("email,name\n\n,\na@example.org,\"Lee, Ann\"")]
    public void Columns_stand_in_any_order_between_any_of_the_signs_that_spreadsheets_use(string text)
    {
        var content = CsvText.Read(text, ["email", "name"], most: 10);

        var row = Assert.Single(content.Rows);
        Assert.Equal(("a@example.org", "Lee, Ann", ""), (row["email"], row["name"], row["town"]));
        Assert.Empty(content.Problems);
    }

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_begins_and_one_that_is_broken_keeps_none_of_the_others()
    {
        const string Text = "email,note\n\na@example.org,\"two\nlines\"\nb@example.org,\"x\"y\nc@example.org,z\n";

        var content = CsvText.Read(Text, ["email"], most: 10);

        Assert.Equal([(3, "a@example.org"), (6, "c@example.org")], content.Rows.Select(row => (row.Line, row["email"])));
        Assert.Equal((5, "The quotation marks in this row do not belong together"), (content.Problems.Single().Line, content.Problems.Single().Why));
    }

    [Theory]
    [InlineData("", "There is nothing here")]
    [InlineData("PK\0\0", "This is no text. Save it as CSV and choose it again")]
    [InlineData("email\na,b\n", "There are more cells than columns. Put a cell that has the sign between cells in it into quotation marks")]
    [InlineData("name,town\nAnn,Leeds\n", "The first line must name the columns, and “email” is not among them")]
    [InlineData("email\na\nb\nc\n", "Only 2 rows are taken at a time. This one and all below it are left out")]
    public void What_cannot_be_taken_is_said_in_a_sentence(string text, string sentence) =>
        Assert.Equal([sentence], CsvText.Read(text, ["email"], most: 2).Problems.Select(problem => problem.Why));

    [Fact]
    public void A_file_is_read_in_whatever_set_it_was_saved() =>
        Assert.All(
            (byte[][])
            [
                Encoding.UTF8.GetBytes("café’s"), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("café’s")],
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("café’s")],
                [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("café’s")], [0x63, 0x61, 0x66, 0xe9, 0x92, 0x73],
            ],
            file => Assert.Equal("café’s", CsvText.Of(file)));
}
