using System.Text.Json;
using InfoStory.Data;
using InfoStory.Testing.Architecture;

namespace InfoStory.Tests.Architecture;

/// <summary>The wall around the service layer: it knows no web, no network, no mail and no database provider.</summary>
public sealed class WallTests
{
    private static readonly string[] Behind =
    [
        "Microsoft.AspNetCore", "Microsoft.Net.Http", "System.Net.Http", "System.Net.Mail", "System.Net.Sockets", "System.Net.WebSockets", "MailKit", "MimeKit",
        "Microsoft.Data", "System.Data.SqlClient", "SQLitePCL", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer",
    ];

    [Fact]
    public void The_service_layer_names_nothing_behind_it()
    {
        var namings = TypeReferences.In(typeof(InfoStoryContext).Assembly);

        var wrong = namings.Where(naming => IsBehind(naming.Named) && !IsIdentityOfPeople(naming))
            .Select(naming => $"{naming.By} names {naming.Named} of {naming.Named.Assembly}").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Its_tests_run_without_ASP_NET_Core()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "InfoStory.Tests.runtimeconfig.json"));
        var options = JsonDocument.Parse(file).RootElement.GetProperty("runtimeOptions");

        var tests = TypeReferences.In(typeof(WallTests).Assembly).Concat(TypeReferences.In(typeof(TestDatabase).Assembly));
        var projects = new[] { "InfoStory.Tests", "InfoStory.Testing" }
            .Select(name => File.ReadAllText(Path.Combine(Repository.Root, "tests", name, $"{name}.csproj")));

        Assert.Equal("Microsoft.NETCore.App", options.GetProperty("framework").GetProperty("name").GetString());
        Assert.DoesNotContain(tests, naming => IsWeb(naming.Named));
        Assert.DoesNotContain(projects, project => project.Contains("FrameworkReference", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_behind_the_wall_is_seen()
    {
        var namings = TypeReferences.In(typeof(WallTests).Assembly);

        // These tests open SQLite files themselves.
        Assert.Contains(namings, naming => IsBehind(naming.Named) && naming.Named.Namespace == "Microsoft.Data.Sqlite");
    }

    /// <summary>By namespace and by assembly.</summary>
    private static bool IsBehind(TypeName type) => Behind.Any(start => IsWithin(type.Assembly, start) || IsWithin(type.Namespace, start));

    /// <summary>
    /// Identity's user comes in a package without ASP.NET Core, for the accounts of staff alone (docs/decisions/0002). Elsewhere it is only named by
    /// reading a name or an address that such an account inherits.
    /// </summary>
    private static bool IsIdentityOfPeople(Naming naming) =>
        IsWithin(naming.Named.Assembly, "Microsoft.Extensions.Identity")
        && (IsWithin(naming.By.Namespace, "InfoStory.People") || naming.Named.Name == "IdentityUser`1");

    private static bool IsWeb(TypeName type) => IsWithin(type.Assembly, "Microsoft.AspNetCore");

    private static bool IsWithin(string name, string start) => name == start || name.StartsWith(start + ".", StringComparison.Ordinal);
}
