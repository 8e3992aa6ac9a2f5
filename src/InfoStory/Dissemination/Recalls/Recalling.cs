using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Stories;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Calls case studies back from everyone who was sent them, with the save that takes them from their readers; the letters come after it.</summary>
public sealed class Recalling(InfoStoryContext db, BriefingRecall briefings) : IGoesWithPublication
{
    /// <summary>These are public no more. Whoever takes them down saves.</summary>
    public async Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation)
    {
        // What was never public went to nobody.
        var sent = studies.Where(study => study.FirstPublishedAt is not null).ToList();
        foreach (var study in sent)
        {
            var why = but is not null || IsWithdrawn(study, now) ? RecallReason.TakenBack : RecallReason.TakenDown;
            db.Recalls.Add(new() { CaseStudyId = study.Id, Why = why, At = now });
        }

        await briefings.TakeBackAsync(sent.ConvertAll(study => study.Id), audience: null, cancellation);
    }

    /// <summary>These stay public, and go no more to the audiences from which an author has taken them at this moment.</summary>
    public async Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation)
    {
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var taken = studies.Where(study => IsTakenFrom(study, audience, now)).Select(study => study.Id).ToList();
            db.Recalls.AddRange(taken.Select(id => new Recall { CaseStudyId = id, Audience = audience, Why = RecallReason.TakenBack, At = now }));
            await briefings.TakeBackAsync(taken, audience, cancellation);
        }
    }

    /// <summary>Where the consents are not loaded, nobody has changed them. One that ran out was taken back by nobody.</summary>
    private static bool IsWithdrawn(CaseStudy study, DateTime now) => IsTakenFrom(study, Audience.Website, now, one => one.WithdrawnAt == now);

    /// <summary>Also where it had ended by itself, and the author has allowed others since, so that nothing came down.</summary>
    private static bool IsTakenFrom(CaseStudy study, Audience audience, DateTime now) =>
        IsTakenFrom(study, audience, now, one => one.WithdrawnAt == now || (one.WithdrawnAt is null && one.ExpiresAt <= now));

    private static bool IsTakenFrom(CaseStudy study, Audience audience, DateTime now, Func<Consent, bool> isOver) => study.Stories
        .Select(drawn => drawn.Story!).Any(story => story.Consents.Any(one => one.Audience == audience && isOver(one)) && !story.Allows(audience, now));
}
