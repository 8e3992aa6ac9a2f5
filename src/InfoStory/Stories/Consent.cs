using System.Linq.Expressions;
using InfoStory.Data;

namespace InfoStory.Stories;

/// <summary>One thing the author agreed to, with the wording that was agreed to. A row of the consent ledger; it is never deleted.</summary>
public sealed class Consent : Entity<Consent>
{
    /// <summary>The longest time, in months, for which a consent stands; the author may choose less.</summary>
    public const int Longest = 24;

    /// <summary>How long before its end an author is asked whether it may go on.</summary>
    public static readonly TimeSpan AskBefore = TimeSpan.FromDays(30);

    public static readonly IReadOnlyList<int> Lengths = [6, 12, Longest];

    public Id<Story> StoryId { get; private set; }

    public required Audience Audience { get; init; }

    /// <summary>The version of <see cref="ConsentWording"/> that was on the page.</summary>
    public required string Wording { get; init; }

    public required Channel Channel { get; init; }

    public required DateTime GivenAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <param name="audience">Who may hear it.</param>
    /// <param name="channel">How it was said.</param>
    /// <param name="months">For how long.</param>
    /// <param name="now">From when on.</param>
    /// <param name="wording">The version of the words that were read; null for those of today.</param>
    public static Consent Given(Audience audience, Channel channel, int months, DateTime now, string? wording = null) => new()
    {
        Audience = audience,
        Wording = wording ?? ConsentWording.Current,
        Channel = channel,
        GivenAt = now,
        ExpiresAt = now.AddMonths(months),
    };

    /// <summary>For how long it was given, in months.</summary>
    public int Months => ((ExpiresAt.Year - GivenAt.Year) * 12) + ExpiresAt.Month - GivenAt.Month;

    public bool StandsAt(DateTime now) => WithdrawnAt is null && now < ExpiresAt;

    /// <summary>What <see cref="StandsAt"/> says, for a database to ask.</summary>
    public static Expression<Func<Consent, bool>> Standing(DateTime now) => consent => consent.WithdrawnAt == null && now < consent.ExpiresAt;

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
