using System.Linq.Expressions;
using System.Security.Cryptography;
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

    private const string TokenLetters = "abcdefghijklmnopqrstuvwxyz234567";

    private const int TokenLength = 26;

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

    /// <summary>The subject line: one line of at most 200 characters without controls, whatever it is made of (<see cref="HeaderText"/>).</summary>
    public required string Title { get; init => field = HeaderText.Of(value); }

    /// <summary>Plain text: paragraphs with an empty line between them. Addresses of this site become links.</summary>
    public required string Body { get; init; }

    /// <summary>Which letters it waits behind. A letter about somebody at risk, or that lets somebody sign in, is <see cref="LetterLane.Urgent"/>.</summary>
    public LetterLane Lane { get; init; } = LetterLane.Personal;

    /// <summary>The short name of its list, such as "digest": small letters, digits and hyphens. Null where it is written to one person.</summary>
    /// <exception cref="ArgumentException">It has other characters.</exception>
    public string? ListId
    {
        get;
        init => field = value is null || LetterList.IsId(value) ? value : throw new ArgumentException(LetterList.NoId, nameof(value));
    }

    /// <summary>The absolute address to which one POST ends the list for whoever has the letter (RFC 8058); null where it is of no list.</summary>
    /// <exception cref="ArgumentException">It is no absolute address that can stand in a header.</exception>
    public string? Unsubscribe
    {
        get;
        init => field = value is null || LetterList.IsAddress(value) ? value : throw new ArgumentException(LetterList.NoAddress, nameof(value));
    }

    /// <summary>What stands before the @ of its Message-Id: random, and the same over all tries, so that whoever gets it twice can tell.</summary>
    public string Token { get; private init; } = RandomNumberGenerator.GetString(TokenLetters, TokenLength);

    public required DateTime WrittenAt { get; init; }

    public required DateTime NextTryAt { get; set; }

    /// <summary>When what is in it is worth nothing any more, such as a link that has ended: it is then given up unsent. Null where that never is.</summary>
    public DateTime? ExpiresAt { get; init; }

    public int Tries { get; set; }

    /// <summary>Since when it is tried no more by itself; null while it waits.</summary>
    public DateTime? GivenUpAt { get; set; }

    /// <summary>Why it was given up; null while it waits.</summary>
    public LetterTrouble? Reason { get; set; }

    /// <summary>When it was taken over by whoever carries it on; it is deleted in the same save. Nobody keeps it here.</summary>
    internal DateTime? LeftAt { get; set; }

    /// <summary>It was tried more than once and still waits. A try counts when it begins, so after one it may be on its way.</summary>
    internal static Expression<Func<Letter, bool>> IsRefused => letter => letter.GivenUpAt == null && letter.Tries > 1;

    /// <summary>It goes to one of the team, or is about somebody at risk. Subscribers, organisations and responders have an address here, too.</summary>
    internal static Expression<Func<Letter, bool>> IsToStaff => letter => letter.CaseId != null || EF.Functions.Like(letter.Subject, "staff %");

    /// <summary>Whether somebody may try it again: it was given up, and what is in it is still worth something.</summary>
    public bool CanBeTriedAgain(DateTime now) => GivenUpAt is not null && !IsWorthless(now);

    internal bool IsWorthless(DateTime now) => ExpiresAt <= now;

    /// <summary>The letter as it is handed over to an address: who writes stands at its foot, as it is called on that day.</summary>
    internal OutgoingLetter For(string to, string signature) => new(
        Id.Value, Token.Length > 0 ? Token : $"letter-{Id.Value}", Lane, to, Title,
        signature.Length == 0 ? Body : $"{Body.TrimEnd()}\n\n{signature}\n", WrittenAt)
    {
        ListId = ListId,
        Unsubscribe = Unsubscribe,
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
        letter.Property(l => l.ListId).HasMaxLength(LetterList.MaxId);
        letter.Property(l => l.Unsubscribe).HasMaxLength(LetterList.MaxAddress);
        letter.Property(l => l.Token).HasMaxLength(40);
        // Whoever acts on a letter that another has tried again, or given up, finds nothing.
        letter.Property(l => l.GivenUpAt).IsConcurrencyToken();
        // All that is asked of the letters that wait stands in it, however many there are.
        letter.HasIndex(l => new { l.GivenUpAt, l.Lane, l.Tries, l.NextTryAt, l.WrittenAt });
        letter.HasIndex(l => l.Subject);
        letter.HasOne<SafeguardingCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        letter.HasOne<Contact>().WithMany().HasForeignKey(l => l.ContactKey).HasPrincipalKey(c => c.Key).OnDelete(DeleteBehavior.Cascade);
    }
}
