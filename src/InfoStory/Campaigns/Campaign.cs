using InfoStory.Data;
using InfoStory.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Campaigns;

/// <summary>A call for stories with a beginning and an end, such as What's your #InfoStory?</summary>
public sealed class Campaign : Entity<Campaign>
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Hashtag { get; init; }

    public required string Summary { get; init; }

    /// <summary>The first day on which stories belong to it, as a UTC midnight.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>The first moment at which stories no longer belong to it.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>The questions that the campaign asks, at most three.</summary>
    public List<string> Prompts { get; set; } = [];

    /// <summary>The places on board.</summary>
    public List<CampaignPlace> Places { get; } = [];
}

public sealed class CampaignPlace
{
    public Id<Campaign> CampaignId { get; private set; }

    public required Id<Place> PlaceId { get; init; }

    public Place? Place { get; private set; }
}

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<CampaignPlace>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.ToTable("Campaigns");
        campaign.Property(c => c.Slug).HasMaxLength(Data.Slug.MaxLength);
        campaign.HasIndex(c => c.Slug).IsUnique();
        campaign.Property(c => c.Name).HasMaxLength(100);
        campaign.Property(c => c.Hashtag).HasMaxLength(50);
        campaign.Property(c => c.Summary).HasMaxLength(500);
        campaign.HasMany(c => c.Places).WithOne().HasForeignKey(p => p.CampaignId);
    }

    public void Configure(EntityTypeBuilder<CampaignPlace> place)
    {
        place.ToTable("CampaignPlaces");
        place.HasKey(p => new { p.CampaignId, p.PlaceId });
        place.HasOne(p => p.Place).WithMany().HasForeignKey(p => p.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class CampaignSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();
    }
}
