using InfoStory.Data;

namespace InfoStory.Stories;

/// <summary>One thing the author agreed to, with the wording that was agreed to. A row of the consent ledger; it is never deleted.</summary>
public sealed class Consent : Entity<Consent>
{
    /// <summary>The version of the sentences on the permission page.</summary>
    public const string CurrentWording = "2026-11";

    public const int Months = 24;

    public Id<Story> StoryId { get; private set; }

    public required Audience Audience { get; init; }

    public required string Wording { get; init; }

    public required Channel Channel { get; init; }

    public required DateTime GivenAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public static Consent Given(Audience audience, Channel channel, DateTime now) =>
        new() { Audience = audience, Wording = CurrentWording, Channel = channel, GivenAt = now, ExpiresAt = now.AddMonths(Months) };

    public bool StandsAt(DateTime now) => WithdrawnAt is null && now < ExpiresAt;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
