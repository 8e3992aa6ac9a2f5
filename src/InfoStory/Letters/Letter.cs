using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Letters;

/// <summary>A message that waits to be sent. It is deleted when it has been, so that no address and no words stay behind.</summary>
public sealed class Letter : Entity<Letter>
{
    /// <summary>Tries before a letter is given up: with doubling waits, about a day.</summary>
    public const int MaxTries = 11;

    /// <summary>Whom history names instead of the address, such as "staff 12".</summary>
    public required string Subject { get; init; }

    /// <summary>The address; null where the letter goes to an author.</summary>
    public string? To { get; init; }

    /// <summary>
    /// The key of the author's <see cref="Protection.Contacts.Contact"/>, which is opened only when the letter is handed over; null where it does not go to an
    /// author.
    /// </summary>
    public string? ContactKey { get; init; }

    /// <summary>The safeguarding case that the letter is about; the letter goes when the case does.</summary>
    public Id<SafeguardingCase>? CaseId { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public required DateTime WrittenAt { get; init; }

    public required DateTime NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>It was tried more than once and still waits. A try counts when it begins, so after one it may be on its way.</summary>
    internal static Expression<Func<Letter, bool>> IsRefused => letter => letter.Tries > 1;

    /// <summary>The letter as it is handed over: who writes stands at its foot, as it is called on that day.</summary>
    internal Letter SignedBy(string signature) => signature.Length == 0
        ? this
        : new()
        {
            Id = Id,
            Subject = Subject,
            To = To,
            ContactKey = ContactKey,
            CaseId = CaseId,
            Title = Title,
            Body = $"{Body.TrimEnd()}\n\n{signature}\n",
            WrittenAt = WrittenAt,
            NextTryAt = NextTryAt,
            Tries = Tries,
        };
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("Letters");
        letter.Property(l => l.Subject).HasMaxLength(100);
        letter.Property(l => l.To).HasMaxLength(256);
        letter.Property(l => l.ContactKey).HasMaxLength(64);
        letter.Property(l => l.Title).HasMaxLength(200);
        letter.HasIndex(l => l.NextTryAt);
        letter.HasOne<SafeguardingCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        letter.HasOne<Contact>().WithMany().HasForeignKey(l => l.ContactKey).HasPrincipalKey(c => c.Key).OnDelete(DeleteBehavior.Cascade);
    }
}
