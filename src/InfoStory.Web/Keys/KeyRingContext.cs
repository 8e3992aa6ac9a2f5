using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

// Data Protection reads its keys before there is a service to ask, and knows no table but this one.
#pragma warning disable RS0030

namespace InfoStory.Web.Keys;

/// <summary>Data Protection's own way to its keys, in a table that the service layer makes (docs/decisions/0029).</summary>
public sealed class KeyRingContext(DbContextOptions<KeyRingContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // In the table the key is as wide as every other.
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<DataProtectionKey>().ToTable("DataProtectionKeys").Property(key => key.Id).HasConversion<long>();
}
