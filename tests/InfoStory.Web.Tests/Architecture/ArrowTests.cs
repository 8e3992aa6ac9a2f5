using System.Reflection;
using InfoStory.Connectors;
using InfoStory.Data;
using InfoStory.Sqlite;
using InfoStory.SqlServer;
using InfoStory.Testing.Architecture;
using InfoStory.Web.Keys;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>The arrows between the projects (docs/architecture.md), and what only the composition may name. Rooms and wall are InfoStory.Tests' own.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Neighbours = ["InfoStory.Sqlite", "InfoStory.SqlServer", "InfoStory.Connectors"];

    private static readonly IReadOnlyList<Naming> Web = TypeReferences.In(typeof(Composition).Assembly);

    public static TheoryData<Type, string[]> Arrows => new()
    {
        { typeof(InfoStoryContext), [] },
        { typeof(SqliteDatabase), ["InfoStory"] },
        { typeof(SqlServerDatabase), ["InfoStory"] },
        { typeof(SmtpPostman), ["InfoStory"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_names_only_the_projects_it_may(Type within, string[] allowed)
    {
        var named = TypeReferences.In(within.Assembly).Select(naming => naming.Named.Assembly).Where(IsOurs).Distinct();

        Assert.Empty(named.Except([.. allowed, NameOf(within.Assembly)]));
    }

    [Fact]
    public void Only_the_composition_names_the_database_providers_and_the_connectors()
    {
        var naming = Web.Where(naming => Neighbours.Contains(naming.Named.Assembly)).Select(naming => naming.By.ToString()).Distinct();

        Assert.Equal([typeof(Composition).FullName], naming);
    }

    [Fact]
    public void Only_the_composition_names_the_database_context_or_a_set_of_it()
    {
        Type[] database =
            [typeof(InfoStoryContext), typeof(DbContext), typeof(DbSet<>), typeof(IDbContextFactory<>), typeof(EntityFrameworkQueryableExtensions)];

        var naming = Web.Where(naming => database.Any(type => type.FullName == naming.Named.ToString())).Select(naming => naming.By.ToString()).Distinct();

        // The second is Data Protection's own, and sees its keys only.
        Assert.Equal([typeof(Composition).FullName, typeof(KeyRingContext).FullName], naming.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Web, naming => naming.By.Name == nameof(KeyRingContext) && naming.Named.Name == nameof(InfoStoryContext));
    }

    private static bool IsOurs(string assembly) => assembly == "InfoStory" || assembly.StartsWith("InfoStory.", StringComparison.Ordinal);

    private static string NameOf(Assembly assembly) => assembly.GetName().Name!;
}
