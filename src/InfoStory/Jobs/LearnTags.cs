using InfoStory.Moderation.Suggesting;

namespace InfoStory.Jobs;

/// <summary>Learns once a day, and as soon as there is something, which words go with which tags.</summary>
public sealed class LearnTags(TagLearning learning) : IJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellation) => learning.LearnWhenDueAsync(cancellation);
}
