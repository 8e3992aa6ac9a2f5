using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>The parts of the house style that a machine can read.</summary>
public sealed class StyleTests
{
    private static readonly IReadOnlyList<string> Sources = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !new[] { "/obj/", "/bin/", "/node_modules/", "/Migrations/" }.Any(file.Contains))];

    [Fact]
    public void No_file_is_longer_than_300_lines_and_the_median_is_under_50()
    {
        var lengths = Sources.Select(file => (File: Path.GetFileName(file), Lines: File.ReadLines(file).Count())).OrderBy(file => file.Lines).ToList();

        Assert.DoesNotContain(lengths, file => file.Lines > 300);
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, 50);
    }

    [Fact]
    public void Page_models_stay_under_100_lines_and_ask_for_at_most_four_things()
    {
        var models = Sources.Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal));
        var constructors = typeof(Program).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract).SelectMany(type => type.GetConstructors());

        Assert.DoesNotContain(models, file => File.ReadLines(file).Count() >= 100);
        Assert.Empty(constructors.Where(constructor => constructor.GetParameters().Length > 4).Select(constructor => constructor.DeclaringType!.Name));
    }

    [Fact]
    public void Page_models_catch_nothing()
    {
        var catching =
            Sources.Where(file => file.EndsWith(".cshtml.cs", StringComparison.Ordinal) && File.ReadAllText(file).Contains("catch", StringComparison.Ordinal));

        Assert.Empty(catching);
    }

    [Fact]
    public void What_is_banned_is_allowed_in_three_files_alone()
    {
        var allowing = Sources.Where(file => File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal)).Select(file => Path.GetFileName(file));

        Assert.Equal(["Composition.cs", "FirstMigrations.cs", "KeyRingContext.cs"], allowing.Order(StringComparer.Ordinal));
    }
}
