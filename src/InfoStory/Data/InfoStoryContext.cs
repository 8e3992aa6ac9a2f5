using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InfoStory.Data;

/// <summary>The one database context. Each feature folder maps its own entities and adds its own set as an extension property.</summary>
public sealed class InfoStoryContext(DbContextOptions<InfoStoryContext> options) : DbContext(options)
{
    private readonly IReadOnlyList<IBeforeSaving> before =
        [.. options.FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<IBeforeSaving>() ?? []];

    internal bool SavesNothing { get; set; }

    /// <summary>Saves, and in the same transaction first does what each <see cref="IBeforeSaving"/> must do, in their order: both or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (SavesNothing)
        {
            ChangeTracker.Clear();
            return 0;
        }

        var first = before.Where(one => one.Concerns(this)).ToList();
        if (first.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        // Nobody goes on in a transaction in which a save failed, so that nothing needs to be rolled back to.
        Database.AutoSavepointsEnabled = false;
        if (Database.CurrentTransaction is not null) return await SaveAfterAsync(first, acceptAllChangesOnSuccess, cancellationToken);

        var saved = await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var rows = await SaveAfterAsync(first, false, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return rows;
        });
        if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
        return saved;
    }

    /// <summary>For what frameworks save; what is ours is saved asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        before.Any(one => one.Concerns(this)) || ChangeTracker.Entries<IRevised>().Any(entry => entry.State == EntityState.Modified)
            ? throw new NotSupportedException("Use SaveChangesAsync.")
            : base.SaveChanges(acceptAllChangesOnSuccess);

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

    private async Task<int> SaveAfterAsync(List<IBeforeSaving> first, bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        // What one of them does may concern those after it.
        foreach (var one in before.Where(one => first.Contains(one) || one.Concerns(this))) await one.RunAsync(this, cancellation);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
    }

    private static bool IsEntity(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Entity<>);
}
