using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.People;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>A story as its author sees it; <paramref name="IsLate"/> where <paramref name="NextBy"/> has passed.</summary>
public sealed record StoryForAuthor(
    int Revision, string Reference, StoryState State, DateTime ReceivedAt, DateTime? ClaimedAt, DateTime? DecidedAt, DateTime? SignedOffAt,
    DateOnly ReadBy, DateOnly? NextBy, bool IsLate, bool SeeFirst, IReadOnlyList<AllowedUntil> Allowed, string? PublicTitle, string? PublicText, string? Reason)
{
    public bool Website => Allowed.Any(consent => consent.Audience == Audience.Website);

    /// <summary>The public text is shown once the team has approved it.</summary>
    public bool ShowsPublicText => State is StoryState.WithAuthor or StoryState.Ready or StoryState.Published;
}

/// <summary>One audience that the author allows now, and until when.</summary>
public sealed record AllowedUntil(Audience Audience, DateTime Until);

/// <summary>What an author who comes back may see and do.</summary>
public sealed class MyStory(InfoStoryContext db, ReceiptKey key, TimeProvider clock)
{
    /// <summary>The key of the story that the typed words open. Six words that are not in the list are looked for and proved like any others, so that time tells nothing.</summary>
    /// <exception cref="ValidationException">They open none.</exception>
    public async Task<Id<Story>> OpenAsync(EnterReceipt command, CancellationToken cancellation)
    {
        await new EnterReceiptRules().ValidateAndThrowAsync(command, cancellation);
        return await OpenAsync(Receipt.Parse(command.Receipt) ?? Receipt.Of(DraftSecret.New().Bytes), cancellation)
            ?? throw new ValidationException([new ValidationFailure(nameof(command.Receipt), EnterReceiptRules.OpensNothing)]);
    }

    /// <summary>The key of the story that this receipt opens; null where none does. Takes some hundredths of a second either way.</summary>
    public async Task<Id<Story>?> OpenAsync(Receipt receipt, CancellationToken cancellation)
    {
        var index = ReceiptLock.IndexOf(receipt, key);
        var found = await db.Stories.AsNoTracking().Where(story => story.Receipt.Index == index)
            .Select(story => new { story.Id, story.Receipt }).FirstOrDefaultAsync(cancellation);

        if (found is not null) return found.Receipt.Opens(receipt) ? found.Id : null;

        ReceiptLock.Pretend(receipt);
        return null;
    }

    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<StoryForAuthor> ShowAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await db.Stories.AsNoTracking().Include(story => story.Consents).FindAsync(story => story.Id == id, cancellation);
        var website = story.Allows(Audience.Website, clock.UtcNow);
        var nextBy = ByWhen.Next(story, website);
        return new(
            story.Revision, story.Reference, story.State, story.ReceivedAt, story.ClaimedAt, story.DecidedAt, story.SignedOffAt,
            ByWhen.Read(story.ReceivedAt), nextBy, nextBy < clock.Today(), story.SeeFirst, story.AllowedAt(clock.UtcNow), story.PublicTitle, story.PublicText, story.Reason);
    }

    /// <summary>The author says yes to the public text as shown at <paramref name="revision"/>. Saying it twice changes nothing.</summary>
    /// <exception cref="ConflictException">The text has changed since, or is not with the author.</exception>
    public Task SignOffAsync(Id<Story> id, int revision, CancellationToken cancellation) => db.InsistAsync(() => SignOffOnceAsync(id, revision, cancellation));

    private async Task SignOffOnceAsync(Id<Story> id, int revision, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
        if (story.State is StoryState.Ready or StoryState.Published && story.SignedOffAt is not null) return;

        story.At(revision).SignOff(clock.UtcNow);
        db.History.Add(HistoryEntry.Of(story.Reference, "Signed off", Actor.Author, clock.UtcNow));

        await db.SaveOrConflictAsync(cancellation);
    }
}
