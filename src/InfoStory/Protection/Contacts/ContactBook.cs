using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Contacts;

/// <summary>Why somebody of the team opens a contact.</summary>
public enum ContactReason
{
    AskTheAuthor,
    CallAsAgreed,
    SomeoneAtRisk,
}

/// <summary>Keeps how authors may be reached, apart from what they told.</summary>
public sealed class ContactBook(InfoStoryContext db, Drafts drafts, ContactSeal seal, IValidator<LeaveContact> rules, TimeProvider clock)
{
    private const string LeadsReach = "Only a safeguarding lead can reach the author of a story that is on hold.";

    private static readonly TimeSpan AfterDeclined = TimeSpan.FromDays(2);

    /// <summary>Keeps the contact of a draft, whatever is kept.</summary>
    /// <inheritdoc cref="Drafts.SaveAsync{T}(DraftSecret?, T, IValidator{T}, Func{DraftSecret, DraftAnswers?, Task}, CancellationToken)"/>
    public Task<DraftSecret> LeaveAsync(DraftSecret? secret, LeaveContact command, CancellationToken cancellation) =>
        LeaveAsync(secret, command, (_, _) => Task.CompletedTask, cancellation);

    /// <summary>Keeps the contact of a draft, in place of the one before and in one save with the draft; two empty answers delete it.</summary>
    /// <inheritdoc cref="Drafts.SaveAsync{T}(DraftSecret?, T, IValidator{T}, Func{DraftSecret, DraftAnswers?, Task}, CancellationToken)"/>
    public Task<DraftSecret> LeaveAsync(
        DraftSecret? secret, LeaveContact command, Func<DraftSecret, DraftAnswers?, Task> look, CancellationToken cancellation) =>
        drafts.SaveAsync(
            secret,
            command,
            rules,
            async (kept, seen) =>
            {
                await look(kept, seen);
                await SetAsync(kept.Hash, command, cancellation);
            },
            cancellation);

    /// <summary>What the author of this draft has left; null where it is nothing.</summary>
    public async Task<ContactDetails?> FindAsync(DraftSecret? secret, CancellationToken cancellation) =>
        secret is null ? null : await FindAsync(secret.Hash, cancellation);

    /// <summary>What the author of this story has left, for the author; null where it is nothing.</summary>
    public async Task<ContactDetails?> FindAsync(Id<Story> story, CancellationToken cancellation) =>
        await FindAsync(await KeyAsync(story, cancellation), cancellation);

    /// <summary>Changes the contact of a story, whatever is kept.</summary>
    /// <inheritdoc cref="ChangeAsync(Id{Story}, LeaveContact, string, CancellationToken)"/>
    public Task ChangeAsync(Id<Story> story, LeaveContact command, CancellationToken cancellation) => ChangeAsync(story, command, null, cancellation);

    /// <summary>The author changes the contact of a story; two empty answers delete it. The same twice is once.</summary>
    /// <param name="story">The story.</param>
    /// <param name="command">What takes the place of what is kept.</param>
    /// <param name="seen">What was kept when the page was made (<see cref="ContactDetails.Seen"/>); null for whatever is.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="ValidationException">The answer breaks a rule; nothing is changed.</exception>
    /// <exception cref="ConflictException">The story is declined or taken back, or something else is kept by now.</exception>
    public async Task ChangeAsync(Id<Story> story, LeaveContact command, string? seen, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        if (!command.IsEmpty && await db.Stories.AnyAsync(
                told => told.Id == story && (told.State == StoryState.Withdrawn || told.State == StoryState.Declined), cancellation))
            throw new ConflictException("This story is closed, so we do not keep how to reach you.");

        var key = await KeyAsync(story, cancellation);
        var wanted = new ContactDetails(EmailAddress.Tidy(command.Email), TelephoneNumber.Tidy(command.Telephone));
        await db.InsistAsync(async () =>
        {
            var kept = await FindAsync(key, cancellation) ?? new(null, null);
            if ((kept.Email, kept.Telephone) == (wanted.Email, wanted.Telephone)) return;
            if (seen is not null && kept.Seen != seen)
                throw new ConflictException("How to reach you was changed in another tab or on another device. Both are here. Save again if you mean yours.");

            await SetAsync(key, command, cancellation);
            await db.SaveOrConflictAsync(cancellation);
        });
    }

    /// <summary>True where the team can reach the author of this story. Nothing is opened.</summary>
    /// <exception cref="ForbiddenException">The story is on hold and the actor is no safeguarding lead.</exception>
    public async Task<bool> IsThereAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = await db.Stories.Where(story => story.Reference == reference)
            .Select(story => new { story.State, HasContact = db.Set<Contact>().Any(contact => contact.Key == story.SendKey) })
            .FirstOrDefaultAsync(cancellation);
        story?.State.MustBeReadBy(actor, LeadsReach);
        return story is { HasContact: true };
    }

    /// <summary>The one way in which the team reads a contact: who opened it, when and why is written down before it is shown.</summary>
    /// <exception cref="NotFoundException">There is no such story, or its author has left nothing.</exception>
    public async Task<ContactDetails> OpenAsync(string reference, ContactReason why, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = await db.Stories.Where(story => story.Reference == reference)
            .Select(story => new { story.SendKey, story.State }).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFoundException("The story");
        story.State.MustBeReadBy(actor, LeadsReach);

        var key = story.SendKey;
        if (!await db.Set<Contact>().AnyAsync(contact => contact.Key == key, cancellation)) throw new NotFoundException("The contact");

        db.History.Add(HistoryEntry.Of(reference, HistoryAct.ContactOpened, actor, clock.UtcNow, why.InWords()));
        await db.SaveChangesAsync(cancellation);
        return await FindAsync(key, cancellation) ?? throw new NotFoundException("The contact");
    }

    /// <summary>
    /// Deletes contacts whose draft is gone and was not sent, and those of stories that were declined two days ago: by then the letter
    /// that says so has been sent or given up. A story that is taken back deletes its own at once. Returns how many.
    /// </summary>
    public async Task<int> DeleteClosedAsync(CancellationToken cancellation)
    {
        // Looked at twice: a database that reads while another writes may see a story between its draft and itself, but not a second time.
        var keys = await Closed().Select(contact => contact.Key).ToListAsync(cancellation);
        return await Closed().Where(contact => keys.Contains(contact.Key)).ExecuteDeleteAsync(cancellation);
    }

    private IQueryable<Contact> Closed()
    {
        var before = clock.UtcNow - AfterDeclined;
        var drafted = db.Drafts.Select(draft => draft.KeyHash);
        var open = db.Stories.Where(story => story.State != StoryState.Withdrawn && (story.State != StoryState.Declined || story.DecidedAt > before))
            .Select(story => story.SendKey);
        return db.Set<Contact>().Where(contact => !drafted.Contains(contact.Key) && !open.Contains(contact.Key));
    }

    private async Task SetAsync(string key, LeaveContact command, CancellationToken cancellation)
    {
        var contact = await db.Set<Contact>().FirstOrDefaultAsync(contact => contact.Key == key, cancellation);
        if (command.IsEmpty)
        {
            if (contact is not null) db.Remove(contact);
        }
        else
        {
            var closed = seal.Close(new(EmailAddress.Tidy(command.Email), TelephoneNumber.Tidy(command.Telephone)));
            if (contact is null) db.Add(new Contact { Key = key, Sealed = closed });
            else contact.Sealed = closed;
        }
    }

    private async Task<ContactDetails?> FindAsync(string key, CancellationToken cancellation)
    {
        var closed = await db.Set<Contact>().AsNoTracking().Where(contact => contact.Key == key)
            .Select(contact => contact.Sealed).FirstOrDefaultAsync(cancellation);
        return closed is null ? null : seal.Open(closed);
    }

    private async Task<string> KeyAsync(Id<Story> story, CancellationToken cancellation) =>
        await db.Stories.Where(told => told.Id == story).Select(told => told.SendKey).FirstOrDefaultAsync(cancellation)
        ?? throw new NotFoundException("The story");
}

public static class ContactWords
{
    public static string InWords(this ContactReason why) => why switch
    {
        ContactReason.AskTheAuthor => "to ask the author",
        ContactReason.CallAsAgreed => "to call as agreed",
        ContactReason.SomeoneAtRisk => "because someone may be at risk",
    };
}
