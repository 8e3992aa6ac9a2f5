using InfoStory.Data;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Stories;

/// <summary>What somebody needed to know and was not told. Everything in it may be left empty.</summary>
public sealed class MissingInformation
{
    public const int MaxLength = 300;

    public string? Needed { get; init; }

    /// <summary>The service that held it.</summary>
    public Id<Tag>? HeldById { get; init; }

    /// <summary>The reason that was given for not sharing it.</summary>
    public string? ReasonGiven { get; init; }

    public DidItExist? Existed { get; init; }

    public string? WouldHaveChanged { get; init; }

    public bool IsBlank => Needed is null && HeldById is null && ReasonGiven is null && Existed is null && WouldHaveChanged is null;

    /// <summary>The same with the service as it is called today.</summary>
    internal MissingInformation As(Successors today) => new()
    {
        Needed = Needed,
        HeldById = today.Of(HeldById),
        ReasonGiven = ReasonGiven,
        Existed = Existed,
        WouldHaveChanged = WouldHaveChanged,
    };

    internal static void Map<T>(OwnedNavigationBuilder<T, MissingInformation> missing) where T : class
    {
        missing.Property(m => m.Needed).HasMaxLength(PlainText.Room(MaxLength));
        missing.Property(m => m.ReasonGiven).HasMaxLength(PlainText.Room(MaxLength));
        missing.Property(m => m.Existed).HasConversion<string>().HasMaxLength(10);
        missing.Property(m => m.WouldHaveChanged).HasMaxLength(PlainText.Room(MaxLength));
        // The same names wherever it stands.
        foreach (var property in missing.OwnedEntityType.GetProperties().Where(property => !property.IsPrimaryKey()))
            property.SetColumnName($"Missing_{property.Name}");
        missing.HasOne<Tag>().WithMany().HasForeignKey(m => m.HeldById).OnDelete(DeleteBehavior.Restrict);
    }
}

public enum DidItExist
{
    Yes,
    No,
    NotKnown,
}
