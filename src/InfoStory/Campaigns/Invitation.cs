using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Campaigns;

/// <summary>A link for one place or workshop that fills in campaign, place and service. It knows how many stories came by it, never which.</summary>
public sealed class Invitation : Entity<Invitation>
{
    public const int MaxName = 100;

    /// <summary>Its place in the address /i/{code}.</summary>
    public required string Code { get; init; }

    /// <summary>What the team calls it, such as the workshop it is for.</summary>
    public required string Name { get; init; }

    public required Id<Campaign>? CampaignId { get; init; }

    public Campaign? Campaign { get; private set; }

    public required Id<Place>? PlaceId { get; init; }

    public Place? Place { get; private set; }

    public required Id<Tag>? ServiceId { get; init; }

    public Tag? Service { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>How many stories came by it.</summary>
    public int Shared { get; private set; }

    /// <summary>The last day on which it can be used, in London.</summary>
    public DateOnly LastDay => Campaign.LastDayBefore(ExpiresAt);

    public bool IsOpen(DateTime now) => ClosedAt is null && now < ExpiresAt;

    public void Close(DateTime now) => ClosedAt ??= now;
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Code).HasMaxLength(12);
        invitation.HasIndex(i => i.Code).IsUnique();
        invitation.Property(i => i.Name).HasMaxLength(PlainText.Room(Invitation.MaxName));
        invitation.HasOne(i => i.Campaign).WithMany().HasForeignKey(i => i.CampaignId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne(i => i.Place).WithMany().HasForeignKey(i => i.PlaceId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne(i => i.Service).WithMany().HasForeignKey(i => i.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
