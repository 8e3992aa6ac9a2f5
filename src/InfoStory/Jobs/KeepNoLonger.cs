using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Digests;
using InfoStory.Organisations.Responders;
using InfoStory.Rights;

namespace InfoStory.Jobs;

/// <summary>
/// Erases, once a day, the stories that the rules of retention say, who has answered for no organisation for a year, who had copies of old briefings, and old
/// digests.
/// </summary>
public sealed class KeepNoLonger(Retention retention, ResponderDesk responders, BriefingRecall briefings, DigestMaking digests, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken cancellation) =>
        batch.StepsAsync(nameof(KeepNoLonger), cancellation, retention.RunAsync, responders.ForgetOldAsync, briefings.ForgetOldAsync,
            digests.ForgetOldAsync);
}
