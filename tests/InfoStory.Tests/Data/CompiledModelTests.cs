using InfoStory.Data;
using InfoStory.Sqlite;
using InfoStory.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Tests.Data;

/// <summary>What scripts/compile-model wrote down is what the classes say.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void Sqlite_as_compiled_is_as_built() =>
        Same(SqliteDatabase.Model, options => options.UseSqliteFor("Data Source=nowhere.db", maxBatchSize: null, TimeProvider.System));

    [Fact]
    public void SqlServer_as_compiled_is_as_built() =>
        Same(SqlServerDatabase.Model, options => options.UseSqlServerFor("Server=nowhere", maxBatchSize: null, TimeProvider.System));

    private static void Same(IModel compiled, Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<InfoStoryContext>();
        use(options);
        using var built = new InfoStoryContext(options.Options);
        use(options.UseModel(compiled));
        using var used = new InfoStoryContext(options.Options);

        Assert.Equal(Said(built.Model), Said(used.Model));
    }

    /// <summary>What EF Core prints of it, and what it does not print: from what to what a value is converted. By which code, neither says.</summary>
    private static string Said(IModel model) => string.Join('\n', [
        // Not the model's own text: into that comes whatever another test asks for by words of SQL.
        .. model.GetEntityTypes().Select(type => type.ToDebugString(MetadataDebugStringOptions.LongDefault)),
        .. model.GetEntityTypes().SelectMany(Properties).Select(HowKept),
        model.AnnotationsToDebugString(),
    ]);

    private static IEnumerable<IProperty> Properties(ITypeBase type) =>
        [.. type.GetProperties(), .. type.GetComplexProperties().SelectMany(part => Properties(part.ComplexType))];

    private static string HowKept(IProperty property) => string.Join(
        ' ', property.DeclaringType.Name, property.Name, property.GetColumnName(),
        property.GetTypeMapping().Converter?.ModelClrType, property.GetTypeMapping().Converter?.ProviderClrType);
}
