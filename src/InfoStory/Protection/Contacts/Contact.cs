using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Protection.Contacts;

/// <summary>How the author of one draft or story may be reached, sealed. It is found only by the key that both were made with.</summary>
public sealed class Contact : Entity<Contact>
{
    /// <summary>SHA-256 of the draft's secret, as a draft and <see cref="Stories.Story.SendKey"/> hold it.</summary>
    public required string Key { get; init; }

    /// <summary>Email and telephone under a Data Protection purpose of their own.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Since when a notice to the author waits to be written; null where none does.</summary>
    public DateTime? NoticeDueAt { get; set; }
}

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("Contacts");
        contact.Property(c => c.Key).HasMaxLength(64);
        contact.HasAlternateKey(c => c.Key);
        contact.HasIndex(c => c.NoticeDueAt);
        contact.Property(c => c.Sealed).HasMaxLength(4000).IsConcurrencyToken();
    }
}
