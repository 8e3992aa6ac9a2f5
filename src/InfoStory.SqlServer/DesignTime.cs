using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InfoStory.SqlServer;

internal sealed class DesignTime : IDesignTimeDbContextFactory<InfoStoryContext>
{
    public InfoStoryContext CreateDbContext(string[] args) =>
        new((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
            .UseSqlServerFor("Server=design;Database=InfoStory", maxBatchSize: null, TimeProvider.System).Options);
}
