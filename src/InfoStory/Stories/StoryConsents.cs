namespace InfoStory.Stories;

/// <summary>One audience that the author allows now, and until when.</summary>
public sealed record AllowedUntil(Audience Audience, DateTime Until, int Months);

/// <summary>What the author of a story allows now, read from its ledger of consents.</summary>
public static class StoryConsents
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    extension(Story story)
    {
        public bool Allows(Audience audience, DateTime now) => story.AllowedUntil(audience, now) is not null;

        /// <summary>Every audience that the author allows now.</summary>
        public IReadOnlyList<AllowedUntil> AllowedAt(DateTime now) =>
            [.. story.Consents.Where(consent => consent.StandsAt(now)).OrderBy(consent => consent.Audience)
                .DistinctBy(consent => consent.Audience).Select(consent => new AllowedUntil(consent.Audience, consent.ExpiresAt, consent.Months))];

        /// <summary>Exactly this was allowed within a day: saying it again renews nothing.</summary>
        public bool AllowsAlready(IReadOnlyCollection<Audience> audiences, int months, DateTime now)
        {
            var standing = story.Consents.Where(consent => consent.StandsAt(now)).ToList();
            return standing.Select(consent => consent.Audience).ToHashSet().SetEquals(audiences)
                && standing.TrueForAll(consent => consent.Months == months && consent.Wording == ConsentWording.Current && now - consent.GivenAt < Again);
        }

        /// <summary>All of these are allowed now, and others too.</summary>
        public bool AllowsMoreThan(IReadOnlyCollection<Audience> audiences, DateTime now) =>
            story.AllowedAt(now).Select(allowed => allowed.Audience).ToHashSet().IsProperSupersetOf(audiences);

        /// <summary>When the author's consent for this audience ends; null where it does not stand now.</summary>
        public DateTime? AllowedUntil(Audience audience, DateTime now) =>
            story.Consents.Where(consent => consent.Audience == audience && consent.StandsAt(now)).Max(consent => (DateTime?)consent.ExpiresAt);
    }
}
