using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InfoStory.Sqlite;

/// <summary>Keys are never given twice, also after a row is deleted. EF Core cannot see that by itself through the converter of Id.</summary>
internal sealed class AutoincrementKeys(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.FindPrimaryKey() is { Properties: [{ ValueGenerated: Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.OnAdd } key] })
            {
                modelBuilder.Entity(entity.ClrType).Property(key.Name).UseAutoincrement();
            }
        }
    }
}
