using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Calls case studies back from everyone who was sent them, with the save that takes them from their readers; the letters come after it.</summary>
public sealed class Recalling(InfoStoryContext db) : IGoesWithPublication
{
    /// <summary>These are public no more. Whoever takes them down saves.</summary>
    public Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation)
    {
        // What was never public went to nobody.
        foreach (var study in studies.Where(study => study.FirstPublishedAt is not null))
        {
            var why = but is not null || IsWithdrawn(study, now) ? RecallReason.TakenBack : RecallReason.TakenDown;
            db.Recalls.Add(new() { CaseStudyId = study.Id, Why = why, At = now });
        }

        return Task.CompletedTask;
    }

    /// <summary>These stay public, and go no more to the audiences from which an author has taken them at this moment.</summary>
    public Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation)
    {
        foreach (var study in studies)
        {
            foreach (var audience in Enum.GetValues<Audience>().Where(audience => IsTakenFrom(study, audience, now)))
                db.Recalls.Add(new() { CaseStudyId = study.Id, Audience = audience, Why = RecallReason.TakenBack, At = now });
        }

        return Task.CompletedTask;
    }

    /// <summary>Where the consents are not loaded, nobody has changed them.</summary>
    private static bool IsWithdrawn(CaseStudy study, DateTime now) => IsTakenFrom(study, Audience.Website, now);

    private static bool IsTakenFrom(CaseStudy study, Audience audience, DateTime now) => study.Stories.Select(drawn => drawn.Story!)
        .Any(story => story.Consents.Any(one => one.Audience == audience && one.WithdrawnAt == now) && !story.Allows(audience, now));
}
