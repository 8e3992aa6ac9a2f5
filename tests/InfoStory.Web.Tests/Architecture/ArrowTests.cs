using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>The arrows of docs/architecture.md, read from the assemblies and the source.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Ours = ["InfoStory", "InfoStory.Sqlite", "InfoStory.SqlServer", "InfoStory.Connectors", "InfoStory.Web"];

    /// <summary>A folder may name those to its left. Folders in one group may name one another's left neighbours in the group only.</summary>
    private static readonly string[] Folders =
        [
            "Data", "History", "Tags", "Places", "People", "Campaigns", "Stories", "Search",
            "Sharing", "Intake", "Protection", "Letters", "Moderation", "CaseStudies",
            "Organisations", "Dissemination", "Authors", "Rights", "TagUpkeep", "Insight", "Jobs",
        ];

    [Theory]
    [InlineData("InfoStory")]
    [InlineData("InfoStory.Sqlite", "InfoStory")]
    [InlineData("InfoStory.SqlServer", "InfoStory")]
    [InlineData("InfoStory.Connectors", "InfoStory")]
    public void A_project_names_only_the_projects_it_may(string project, params string[] allowed)
    {
        var named = References(project).Intersect(Ours);

        Assert.Empty(named.Except(allowed));
    }

    [Fact]
    public void The_service_layer_names_no_web_no_mail_and_no_provider()
    {
        string[] forbidden =
        [
            "Microsoft.AspNetCore", "System.Net.Http", "System.Net.Mail", "Microsoft.Data",
            "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "SQLitePCL"
        ];

        Assert.DoesNotContain(References("InfoStory"), name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_of_the_service_layer_names_no_folder_to_its_right()
    {
        List<string> wrong = [];
        foreach (var (folder, place) in Folders.Select((folder, place) => (folder, place)))
        {
            var path = Path.Combine(Repository.Root, "src/InfoStory", folder);
            if (!Directory.Exists(path)) continue;

            foreach (var file in Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories))
            {
                var text = File.ReadAllText(file);
                wrong.AddRange(Folders[(place + 1)..].Where(right => text.Contains($"using InfoStory.{right};", StringComparison.Ordinal)
                    || text.Contains($" {right}.", StringComparison.Ordinal) && text.Contains($"InfoStory.{right}.", StringComparison.Ordinal))
                    .Select(right => $"{folder}/{Path.GetFileName(file)} names {right}"));
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(Directory.GetDirectories(Path.Combine(Repository.Root, "src/InfoStory"))
            .Select(path => Path.GetFileName(path)).Except([.. Folders, "bin", "obj"]));
    }

    [Fact]
    public void Only_the_composition_names_the_database_providers_and_the_connectors()
    {
        var web = Path.Combine(Repository.Root, "src/InfoStory.Web");
        var naming = Directory.GetFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .Where(file => new[] { "InfoStory.Sqlite", "InfoStory.SqlServer", "InfoStory.Connectors" }.Any(File.ReadAllText(file).Contains))
            .Select(file => Path.GetFileName(file));

        Assert.Equal(["Composition.cs"], naming);
    }

    [Fact]
    public void No_page_endpoint_or_job_host_is_given_the_database()
    {
        var web = typeof(Program).Assembly.GetTypes();

        var given = web.Where(type => type.Namespace?.StartsWith("InfoStory.Web", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
            .Where(parameter => parameter.ParameterType.FullName?.Contains("InfoStoryContext", StringComparison.Ordinal) == true)
            .Select(parameter => parameter.Member.DeclaringType!.FullName);

        Assert.Empty(given);
    }

    private static List<string> References(string project)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
        using var portable = new PEReader(file);
        var metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
