using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Campaigns;

/// <summary>A call for stories with a beginning and an end, such as What's your #InfoStory?</summary>
public sealed class Campaign : Entity<Campaign>, IPublic, IRevised
{
    public const int MaxName = 100;
    public const int MaxHashtag = 50;
    public const int MaxSummary = 500;
    public const int MaxPrompt = 200;
    public const int MostPrompts = 3;

    public int Revision { get; private set; }

    /// <summary>Its place in the address /campaigns/{slug}; it stays when the name changes.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required string Hashtag { get; set; }

    public required string Summary { get; set; }

    /// <summary>The first day on which stories belong to it, as the moment at which it begins in London.</summary>
    public required DateTime StartsAt { get; set; }

    /// <summary>The first moment at which stories no longer belong to it.</summary>
    public required DateTime EndsAt { get; set; }

    /// <summary>The questions that the campaign asks, at most three.</summary>
    public List<string> Prompts { get; set; } = [];

    /// <summary>The places on board.</summary>
    public List<CampaignPlace> Places { get; } = [];

    public DateOnly FirstDay => DateOnly.FromDateTime(StartsAt.InLondon());

    public DateOnly LastDay => LastDayBefore(EndsAt);

    /// <summary>The last day in London before this moment. What was saved while days were counted in UTC ends up to an hour after its day in London.</summary>
    internal static DateOnly LastDayBefore(DateTime end) => DateOnly.FromDateTime(end.AddHours(-1).AddTicks(-1).InLondon());

    public CampaignPhase PhaseAt(DateTime now) => now < StartsAt ? CampaignPhase.Before : now < EndsAt ? CampaignPhase.During : CampaignPhase.After;

    /// <summary>Exactly these places are on board from now on.</summary>
    public void TakeOnBoard(IEnumerable<Id<Place>> places)
    {
        var chosen = places.ToHashSet();
        Places.RemoveAll(place => !chosen.Contains(place.PlaceId));
        Places.AddRange(chosen.Except(Places.Select(place => place.PlaceId)).Select(place => new CampaignPlace { PlaceId = place }));
    }
}

public enum CampaignPhase
{
    Before,
    During,
    After,
}

public sealed class CampaignPlace : IPublic
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
        campaign.Property(c => c.Name).HasMaxLength(PlainText.Room(Campaign.MaxName));
        campaign.Property(c => c.Hashtag).HasMaxLength(PlainText.Room(Campaign.MaxHashtag));
        campaign.Property(c => c.Summary).HasMaxLength(PlainText.Room(Campaign.MaxSummary));
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

        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
