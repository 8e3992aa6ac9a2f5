using Microsoft.EntityFrameworkCore;

namespace InfoStory.Data;

/// <summary>The one database context. Each feature folder maps its own entities and adds its own set as an extension property.</summary>
public sealed class InfoStoryContext(DbContextOptions<InfoStoryContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

        foreach (var entity in typeof(InfoStoryContext).Assembly.GetTypes().Where(IsEntity))
        {
            var (id, converter) = (typeof(Id<>).MakeGenericType(entity), typeof(IdConverter<>).MakeGenericType(entity));
            configurationBuilder.Properties(id).HaveConversion(converter);
            // Lets a query compare a key with a plain number.
            configurationBuilder.DefaultTypeMapping(id, mapping => mapping.HasConversion(converter));
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InfoStoryContext).Assembly);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (IsEntity(entity.ClrType)) modelBuilder.Entity(entity.ClrType).Property("Id").ValueGeneratedOnAdd();
            if (entity.ClrType.IsAssignableTo(typeof(IRevised))) modelBuilder.Entity(entity.ClrType).Property(nameof(IRevised.Revision)).IsConcurrencyToken();
        }
    }

    private static bool IsEntity(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Entity<>);
}
