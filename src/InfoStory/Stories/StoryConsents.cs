namespace InfoStory.Stories;

/// <summary>One audience that the author allows now, and until when.</summary>
public sealed record AllowedUntil(Audience Audience, DateTime Until, int Months);

/// <summary>What the author of a story allows now, read from its ledger of consents.</summary>
public static class StoryConsents
{
    extension(Story story)
    {
        public bool Allows(Audience audience, DateTime now) => story.AllowedUntil(audience, now) is not null;

        /// <summary>Every audience that the author allows now.</summary>
        public IReadOnlyList<AllowedUntil> AllowedAt(DateTime now) =>
            [.. story.Consents.Where(consent => consent.StandsAt(now)).OrderBy(consent => consent.Audience)
                .DistinctBy(consent => consent.Audience).Select(consent => new AllowedUntil(consent.Audience, consent.ExpiresAt, consent.Months))];

        /// <summary>When the author's consent for this audience ends; null where it does not stand now.</summary>
        public DateTime? AllowedUntil(Audience audience, DateTime now) =>
            story.Consents.Where(consent => consent.Audience == audience && consent.StandsAt(now)).Max(consent => (DateTime?)consent.ExpiresAt);
    }
}
