using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Data;

/// <summary>A key of ASP.NET Core's Data Protection, which has a context of its own for them: here is only the shape of its table.</summary>
public sealed class DataProtectionKey : Entity<DataProtectionKey>
{
    public string? FriendlyName { get; init; }

    public string? Xml { get; init; }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.ToTable("DataProtectionKeys");
        key.Property(k => k.FriendlyName).HasMaxLength(100);
    }
}
