using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>An organisation that was asked to answer a case study drawn from the story.</summary>
public sealed record HeldAsk(string Organisation, DateTime PutAt);

/// <summary>
/// What was asked about case studies drawn from a story. It holds none of their words. Taking the story back ends it with the case study
/// (<see cref="AskTakedown"/>), and leaves who was asked and when; erasing leaves nothing.
/// </summary>
internal sealed class AskPersonalData(InfoStoryContext db, AskTakedown takedown) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Ask), typeof(AskEvent)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange(await db.Asks.AsNoTracking().Where(ask => ask.CaseStudy!.Stories.Any(drawn => drawn.StoryId == story.Id))
            .OrderBy(ask => ask.Id).Select(ask => new HeldAsk(ask.Organisation!.Name, ask.PutAt)).ToListAsync(cancellation));

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        if (!forgetting.Erases) return;

        var id = forgetting.Keys.Id;
        var asks = await db.Asks.Include(ask => ask.Events).Where(ask => ask.CaseStudy!.Stories.Any(drawn => drawn.StoryId == id)).ToListAsync(cancellation);
        await takedown.StopLettersAsync(asks, all: true, cancellation);
        db.Asks.RemoveRange(asks);
    }
}
