using InfoStory.Data;
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
}

internal sealed class StaffMapping :
    IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>
{
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
}

public static class StaffSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();
    }
}
