using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Data;

/// <summary>A named value that every web process must share and nobody must see, such as the key of the receipt index.</summary>
public sealed class Secret : Entity<Secret>
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}

internal sealed class SecretMapping : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> secret)
    {
        secret.ToTable("Secrets");
        secret.Property(s => s.Name).HasMaxLength(100);
        secret.HasIndex(s => s.Name).IsUnique();
    }
}
