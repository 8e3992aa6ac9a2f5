using InfoStory.Data;
using InfoStory.Organisations.Promises;

namespace InfoStory.Jobs;

/// <summary>Reminds organisations of what they promised, and asks authors whether it was kept.</summary>
public sealed class FollowPromises(PromiseLetters letters, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellation) => batch.StepsAsync(
        nameof(FollowPromises), cancellation, stopping => letters.RemindAsync(stopping), stopping => letters.AskAuthorsAsync(stopping));
}
