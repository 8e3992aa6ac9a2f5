using InfoStory.CaseStudies.Deliveries;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;

namespace InfoStory.Dissemination.Recalls;

/// <summary>How many of one kind were sent a case study drawn from the story, and what became of that.</summary>
public sealed record HeldSending(
    bool AskedToAnswer, Audience Audience, int Count, DateTime FirstSentAt, DateTime LastSentAt, int CalledBack, DateTime? CalledBackAt, int SaidDeleted);

/// <summary>
/// Who was sent a case study drawn from the story. Taking it back and erasing it leave that, because it must be called back: keys and dates, no word, and
/// after erasing nothing that leads to the story. A year after it was called back it goes (<see cref="RecallRun"/>).
/// </summary>
internal sealed class DeliveryPersonalData(SentOut sent) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Delivery), typeof(Recall)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange((await sent.OfStoryAsync(story.Id, cancellation)).Select(one => new HeldSending(
            one.Asked, one.Audience, one.Count, one.First, one.Last, one.CalledBack, one.CalledBackAt, one.Acknowledged)));

    public Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation) => Task.CompletedTask;
}
