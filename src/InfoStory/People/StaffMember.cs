using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.People;

/// <summary>A member of the team who can sign in. The user name is the email address.</summary>
public sealed class StaffMember : IdentityUser<long>
{
    public Roles Roles { get; set; }

    /// <summary>When the account was closed; null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    public DateTime? LastSignedInAt { get; set; }

    /// <summary>The sealed key of the authenticator app; null while there is none.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The time step of the last code that was right. No code of that step or an earlier one counts again.</summary>
    public long? AuthenticatorStep { get; set; }

    /// <summary>How many codes were tried since one was right.</summary>
    public int CodesTried { get; set; }

    /// <summary>When the count of tried codes begins anew.</summary>
    public DateTime? CodesAnewAt { get; set; }

    /// <summary>Ends every session of the account and every link that was made for it.</summary>
    public void EndSessions() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}

internal sealed class StaffMapping :
    IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>,
    IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    /// <summary>The longest key that SQL Server finds by an index, in bytes; authenticators make 16 to 80.</summary>
    private const int LongestCredential = 900;

    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("Staff");
        staff.HasIndex(s => s.NormalizedUserName).IsUnique();
        staff.HasIndex(s => s.NormalizedEmail).IsUnique();
        staff.Property(s => s.UserName).HasMaxLength(256);
        staff.Property(s => s.NormalizedUserName).HasMaxLength(256);
        staff.Property(s => s.Email).HasMaxLength(256);
        staff.Property(s => s.NormalizedEmail).HasMaxLength(256);
        staff.Property(s => s.SecurityStamp).HasMaxLength(100);
        staff.Property(s => s.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken();
        staff.Property(s => s.AuthenticatorKey).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim)
    {
        claim.ToTable("StaffClaims");
        claim.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login)
    {
        login.ToTable("StaffLogins");
        login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
        login.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token)
    {
        token.ToTable("StaffTokens");
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
        token.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> passkey)
    {
        passkey.ToTable("StaffPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredential);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.UserId);
    }
}

public static class StaffSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();

        public DbSet<IdentityUserPasskey<long>> Passkeys => db.Set<IdentityUserPasskey<long>>();
    }
}
