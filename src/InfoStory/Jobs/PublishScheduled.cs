using InfoStory.CaseStudies;

namespace InfoStory.Jobs;

/// <summary>Publishes what was scheduled, and ends the schedule of what cannot be published any more.</summary>
public sealed class PublishScheduled(CaseStudySchedule schedule) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken cancellation) => schedule.RunAsync(cancellation);
}
