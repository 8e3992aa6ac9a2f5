using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Responders;

internal sealed class ResponderMapping : IEntityTypeConfiguration<Responder>, IEntityTypeConfiguration<ResponderSeat>,
    IEntityTypeConfiguration<ResponderInvitation>, IEntityTypeConfiguration<ResponderSession>
{
    public void Configure(EntityTypeBuilder<Responder> responder)
    {
        responder.ToTable("Responders");
        responder.Property(r => r.Email).HasMaxLength(256);
        responder.HasIndex(r => r.Email).IsUnique();
        responder.Property(r => r.Name).HasMaxLength(PlainText.Room(Responder.MaxName));
        responder.Property(r => r.Role).HasMaxLength(PlainText.Room(Responder.MaxRole));
        responder.HasMany(r => r.Seats).WithOne(s => s.Responder).HasForeignKey(s => s.ResponderId);
    }

    public void Configure(EntityTypeBuilder<ResponderSeat> seat)
    {
        seat.ToTable("ResponderSeats");
        seat.HasKey(s => new { s.ResponderId, s.OrganisationId });
        seat.HasIndex(s => new { s.OrganisationId, s.ResponderId });
        seat.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ResponderInvitation> invitation)
    {
        invitation.ToTable("ResponderInvitations");
        invitation.Property(i => i.Email).HasMaxLength(256);
        // It counts once: whoever takes it at the same moment finds it taken.
        invitation.Property(i => i.UsedAt).IsConcurrencyToken();
        invitation.HasIndex(i => new { i.OrganisationId, i.UsedAt });
        invitation.HasIndex(i => i.MadeAt);
        invitation.HasOne(i => i.Organisation).WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ResponderSession> session)
    {
        session.ToTable("ResponderSessions");
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.UsedAt);
        session.HasOne<Responder>().WithMany().HasForeignKey(s => s.ResponderId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ResponderSets
{
    /// <summary>Those who may answer now. A merged organisation's are its successor's.</summary>
    internal static IQueryable<ResponderSeat> Open(this IQueryable<ResponderSeat> seats) => seats.Where(seat => seat.OpenedAt != null && seat.ClosedAt == null);

    /// <summary>Those of one organisation, and of those that were merged into it.</summary>
    internal static IQueryable<ResponderSeat> Of(this IQueryable<ResponderSeat> seats, Id<Organisation> id) =>
        seats.Where(seat => seat.OrganisationId == id || (seat.Organisation!.IsMerged && seat.Organisation.SuccessorId == id));

    /// <summary>What history says a responder is: their number.</summary>
    public static string Subject(Id<Responder> id) => $"responder {id}";

    extension(InfoStoryContext db)
    {
        public DbSet<Responder> Responders => db.Set<Responder>();

        public DbSet<ResponderSeat> ResponderSeats => db.Set<ResponderSeat>();

        public DbSet<ResponderInvitation> ResponderInvitations => db.Set<ResponderInvitation>();
    }
}
