using System.Text.RegularExpressions;
using InfoStory.Testing.Architecture;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>What the docs name exists, and what they say can be read in a narrow window.</summary>
public sealed partial class DocsTests
{
    private const int Widest = 120;

    /// <summary>What a backticked path may begin at. The docs of a library name its folders; those of the tests, theirs.</summary>
    private static readonly string[] Roots =
        ["", "src", "src/InfoStory", "src/InfoStory.Web", "src/InfoStory.Connectors", "tests/InfoStory.Tests", "tests/InfoStory.Web.Tests"];

    /// <summary>What a running site makes, and what is Microsoft's and stands in the docs alone.</summary>
    private static readonly string[] NotOurs = ["src/InfoStory.Web/data/infostory.db", "UserOnlyStore", "AllowedHosts", "TrustServerCertificate"];

    private static readonly IReadOnlyList<SourceFile> Docs =
        [new("README.md"), new("CONTRIBUTING.md"), new("SECURITY.md"), .. SourceFile.In(["docs"], ".md")];

    [Fact]
    public void Every_link_leads_somewhere() => None(
        from doc in Docs
        from Match link in Link().Matches(doc.Text)
        let target = link.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal) && !Exists(Path.Combine(Path.GetDirectoryName(doc.Path)!, target))
        select $"{doc}: {target}");

    [Fact]
    public void Every_path_in_backticks_exists() => None(
        from doc in Docs
        from Match quoted in QuotedPath().Matches(doc.Text)
        let path = quoted.Groups["path"].Value
        where !NotOurs.Contains(path) && !Roots.Any(root => Exists(Path.Combine(root, path)))
        select $"{doc}: {path}");

    [Fact]
    public void Every_type_and_member_in_backticks_exists()
    {
        var known = SourceFile.In(["src", "tests"], ".cs", ".cshtml", ".csproj", ".json", ".js")
            .Where(file => !file.Path.EndsWith("/DocsTests.cs", StringComparison.Ordinal))
            .SelectMany(file => Word().Matches(file.Text)).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);

        None(
            from doc in Docs
            from Match quoted in QuotedName().Matches(doc.Text)
            from name in quoted.Groups["name"].Value.Split('.')
            where !known.Contains(name) && !NotOurs.Contains(name)
            select $"{doc}: {name}");
    }

    [Fact]
    public void No_line_is_longer_than_120_columns_but_in_tables_and_code() => None(
        from doc in Docs
        let lines = doc.Lines
        from line in lines.Index()
        where line.Item.Length > Widest && line.Item is not ['|', ..]
            && lines.Take(line.Index).Count(before => before.StartsWith("```", StringComparison.Ordinal)) % 2 == 0
        select $"{doc}:{line.Index + 1} has {line.Item.Length} columns");

    [Fact]
    public void Every_decision_says_where_it_stands_and_has_a_number_of_its_own()
    {
        var decisions = SourceFile.In(["docs/decisions"], ".md");

        Assert.DoesNotContain(decisions, decision => !Status().IsMatch(decision.Text));
        Assert.DoesNotContain(decisions, decision => !decision.Text.StartsWith($"# {Path.GetFileName(decision.Path)[..4]} ", StringComparison.Ordinal));
        Assert.Equal(decisions.Count, decisions.Select(decision => Path.GetFileName(decision.Path)[..4]).Distinct().Count());
    }

    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    private static bool Exists(string path) => Path.Combine(Repository.Root, path) is var whole && (File.Exists(whole) || Directory.Exists(whole));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>((src|tests|docs|scripts)|[A-Z][\w.]*)(/[\w.-]+)+)/?`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedPath();

    /// <summary>At least two humps: one alone may be a word of English, or of a table.</summary>
    [GeneratedRegex(@"`(?<name>(\w+\.)*[A-Z][a-z]+[A-Z]\w*(\.[A-Z]\w+)*)(\(\))?`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("^Status: (accepted|superseded)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Status();
}
