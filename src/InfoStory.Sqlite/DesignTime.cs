using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InfoStory.Sqlite;

internal sealed class DesignTime : IDesignTimeDbContextFactory<InfoStoryContext>
{
    public InfoStoryContext CreateDbContext(string[] args) =>
        new((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqliteFor("Data Source=design.db", maxBatchSize: null, TimeProvider.System).Options);
}
