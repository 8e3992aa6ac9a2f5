using System.Text.RegularExpressions;
using InfoStory.Testing.Architecture;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>The parts of the house style that a machine can read in the sources. Generated migrations and models are no sources.</summary>
public sealed class StyleTests
{
    private const int LongestType = 300, LongestView = 300, LongestPageModel = 99;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly IReadOnlyList<SourceFile> Sources = SourceFile.In(["src"], ".cs");
    private static readonly IReadOnlyList<SourceFile> WithTests = SourceFile.In(["src", "tests"], ".cs");
    private static readonly IReadOnlyList<SourceFile> Views = SourceFile.In(["src"], ".cshtml");
    private static readonly IReadOnlyList<WrittenType> Types = [.. WithTests.SelectMany(WrittenType.In)];

    [Fact]
    public void No_type_is_longer_than_300_lines_over_all_its_files()
    {
        var lengths = Types.GroupBy(type => type.Name).Select(type => (Name: type.Key, Lines: type.Sum(part => part.Lines.Count)));

        Assert.DoesNotContain(lengths, type => type.Lines > LongestType);
    }

    [Fact]
    public void No_view_is_longer_than_300_lines_and_the_median_file_is_under_50()
    {
        var lengths = Sources.Select(file => file.Lines.Count).Order().ToList();

        Assert.DoesNotContain(Views, view => view.Lines.Count > LongestView);
        Assert.InRange(lengths[lengths.Count / 2], 1, 50);
    }

    [Theory]
    [InlineData(".cs", 160)]
    [InlineData(".cshtml", 200)]
    public void No_line_is_longer_than_its_kind_may_be(string ending, int longest)
    {
        var tooLong = SourceFile.In(["src", "tests"], ending).SelectMany(file => file.Lines.Index()
            .Where(line => line.Item.Length > longest).Select(line => $"{file}:{line.Index + 1} has {line.Item.Length} columns")).ToList();

        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    [Fact]
    public void A_type_is_partial_only_where_the_compiler_writes_a_part_of_it_and_stands_in_one_file()
    {
        var partial = Types.Where(type => type.IsPartial).ToList();

        Assert.NotEmpty(partial);
        Assert.Empty(partial.Where(type => !type.IsMadeInPart).Select(type => $"{type.Name} in {type.File}"));
        Assert.Empty(partial.GroupBy(type => type.Name).Where(type => type.Count() > 1).Select(type => type.Key));
    }

    [Fact]
    public void Every_source_but_the_two_programs_declares_a_type_that_is_read_here()
    {
        var read = Types.Select(type => type.File).ToHashSet();

        Assert.DoesNotContain(WithTests, file => !read.Contains(file) && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_models_stay_under_100_lines_and_catch_nothing()
    {
        var models = Sources.Where(file => file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(models);
        Assert.DoesNotContain(models, model => model.Lines.Count > LongestPageModel);
        Assert.DoesNotContain(models, model => model.Text.Contains("catch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[FromServices")]
    [InlineData("FromServices]")]
    [InlineData("[FromKeyedServices")]
    public void What_is_needed_comes_by_the_constructor(string attribute) =>
        Assert.DoesNotContain(Sources.Concat(Views), file => file.Text.Contains(attribute, StringComparison.Ordinal));

    [Fact]
    public void What_is_banned_is_allowed_in_four_files_alone()
    {
        var allowing = Sources.Where(file => file.Text.Contains("RS0030", StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path));

        Assert.Equal(["Composition.cs", "FirstMigrations.cs", "KeyRingContext.cs", "UnicodeForm.cs"], allowing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_page_uses_a_style_that_the_build_leaves_out()
    {
        var trim = File.ReadAllText(Path.Combine(Repository.Root, "src/InfoStory.Web/Styles/trim.mjs"));
        var unused = new Regex(Regex.Match(trim, "UNUSED = /(?<unused>.+)/;", RegexOptions.None, Second).Groups["unused"].Value, RegexOptions.None, Second);

        Assert.Matches(unused, "govuk-summary-card");
        Assert.DoesNotContain(Sources.Concat(Views), file => unused.IsMatch(file.Text));
    }
}
