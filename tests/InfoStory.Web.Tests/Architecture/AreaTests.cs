using InfoStory.Testing.Architecture;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>An area stands by itself: what two of them need lives outside both. A link names a page, and is no such thing.</summary>
public sealed class AreaTests
{
    private const string Root = "src/InfoStory.Web/Areas";

    public static TheoryData<string> Areas => [.. Directory.GetDirectories(Path.Combine(Repository.Root, Root)).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Areas))]
    public void An_area_names_no_other(string area)
    {
        // The second is the same from within a neighbour's namespace.
        string[] names = [$"Areas.{area}", $" {area}.Pages"];

        var naming = SourceFile.In([Root, "src/InfoStory.Web/Pages"], ".cs", ".cshtml")
            .Where(file => !file.Path.StartsWith($"{Root}/{area}/", StringComparison.Ordinal))
            .Where(file => names.Any(name => file.Text.Contains(name, StringComparison.Ordinal)));

        Assert.Empty(naming);
    }

    [Fact]
    public void There_are_two_areas_and_each_names_itself() => Assert.All(
        (string[])["Administration", "Moderation"],
        area => Assert.Contains(SourceFile.In([$"{Root}/{area}"], ".cs"), file => file.Text.Contains($"Areas.{area}", StringComparison.Ordinal)));
}
