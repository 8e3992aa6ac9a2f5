using InfoStory.Data;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories.PersonalData;

/// <summary>The story itself and what only belongs to it.</summary>
internal sealed class StoryPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    /// <summary>What a withdrawn story leaves, and why, is in docs/decisions/0007.</summary>
    private static readonly HashSet<string> Kept =
    [
        nameof(Story.Reference), nameof(Story.State), nameof(Story.Turn), nameof(Story.Waits), nameof(Story.Channel), nameof(Story.CampaignId),
        nameof(Story.SeeFirst), nameof(Story.ReceivedAt), nameof(Story.OwedSince), nameof(Story.FlaggedAt), nameof(Story.DecidedAt), nameof(Story.SignedOffAt),
        nameof(Story.EnteredBy), nameof(Story.ClaimedById), nameof(Story.ClaimedBy), nameof(Story.ClaimedAt),
        nameof(Story.Receipt), nameof(Story.SendKey), nameof(Story.Consents),
    ];

    private static readonly HashSet<string> KeptOfCase =
    [
        nameof(SafeguardingCase.StoryId), nameof(SafeguardingCase.Level), nameof(SafeguardingCase.RaisedAt), nameof(SafeguardingCase.RaisedBy),
        nameof(SafeguardingCase.NoticedAt), nameof(SafeguardingCase.AlarmedAt), nameof(SafeguardingCase.OpenedAt), nameof(SafeguardingCase.OpenedBy),
        nameof(SafeguardingCase.Decision), nameof(SafeguardingCase.Rules), nameof(SafeguardingCase.ClosedAt), nameof(SafeguardingCase.ClosedBy),
    ];

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Story), typeof(Consent), typeof(StoryTag), typeof(Message), typeof(SafeguardingCase)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation)
    {
        var held = await db.Stories.AsNoTracking().AsSplitQuery().Include(one => one.Consents).Include(one => one.Place)
            .Include(one => one.Tags).ThenInclude(tagged => tagged.Tag).FindAsync(one => one.Id == story.Id, cancellation);
        var services = await db.Set<Tag>().Where(tag => tag.Facet == Facet.Service).Select(tag => new { tag.Id, tag.Name }).ToListAsync(cancellation);
        export.Add(HeldStory.Of(held, services.ToLookup(tag => (Id<Tag>?)tag.Id, tag => tag.Name)));
        export.AddRange(await db.Messages.AsNoTracking().Where(message => message.StoryId == story.Id).OrderBy(message => message.Id)
            .Select(message => new HeldMessage(message.FromAuthor, message.Text, message.At)).ToListAsync(cancellation));
    }

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var (story, id) = (forgetting.Story, forgetting.Story.Id);
        if (forgetting.Erases)
        {
            // The database deletes with it whatever has its key.
            db.Stories.Remove(story);
            return;
        }

        await db.Entry(story).Collection(one => one.Consents).LoadAsync(cancellation);
        story.Withdraw(forgetting.Now);
        await db.ForgetAllButAsync(story, Kept, cancellation);
        db.Messages.RemoveRange(await db.Messages.Where(message => message.StoryId == id).ToListAsync(cancellation));
        foreach (var raised in await db.SafeguardingCases.Where(one => one.StoryId == id).ToListAsync(cancellation))
        {
            await db.ForgetAllButAsync(raised, KeptOfCase, cancellation);
            raised.CloseWithStory(forgetting.By.Name, forgetting.Now);
        }
    }
}
