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

    private static string Said(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);
}
