using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Places;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Desk;

/// <summary>One story with everything a moderator needs beside it.</summary>
public sealed record StoryOnDesk(
    Id<Story> Id, int Revision, string Reference, StoryState State, StoryAnswers Answers, string? ServiceName, string? PlaceName,
    string? PublicTitle, string? PublicText,
    AuthorTurn? Turn, bool ReadsCaseStudy, bool SeeFirst, DateTime? SignedOffAt, DateTime ReceivedAt, Claim Claimed, string? Reason,
    SafeguardingLevel Safeguarding, string? Suspicion, bool HasContact,
    IReadOnlyList<Id<Tag>> Tags, IReadOnlyList<ConsentOnDesk> Consents, IReadOnlyList<NoteOnDesk> Notes,
    IReadOnlyList<MessageOnDesk> Messages, IReadOnlyList<HistoryOnDesk> History)
{
    /// <summary>The words as told; empty where they may not be read, or are gone.</summary>
    public string Told => Answers.Told ?? "";

    /// <summary>Everything its author wrote, messages too.</summary>
    public IEnumerable<string> WrittenByAuthor => Answers.OwnWords.Concat(Messages.Where(message => message.By is null).Select(message => message.Text));

    public StoryKind? Kind => Answers.Kind;

    public Id<Tag>? Service => Answers.ServiceId;

    public Id<Place>? Place => Answers.PlaceId;

    /// <summary>True where its state allows the act (<see cref="StoryLife"/>).</summary>
    public bool Can(StoryAct act) => StoryLife.Allows(act, State, Turn, ReadsCaseStudy);

    /// <summary>True where it waits for a second person who reads the public text, and this one may be that person.</summary>
    public bool CanSecond(Actor actor) => Can(StoryAct.Second) && Scored.WaitsForSecond && Scored.WhyNotSecond(actor, Claimed) is null;

    /// <summary>It is on hold, and whoever looks is no safeguarding lead: nothing that anybody wrote is shown.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What whoever looks typed here and did not save; null where there is nothing.</summary>
    public KeptEdit? Kept { get; init; }

    public required Score Scored { get; init; }

    public Criticality? Criticality => Scored.Criticality;

    public string? ScoredBy => Scored.By;

    public string? SecondedBy => Scored.SecondedBy;

    public DateTime? SecondedAt => Scored.SecondedAt;

    public DateTime? NoticeGivenAt => Scored.NoticeGivenAt;

    public string? ClaimedBy => Claimed.By;

    /// <summary>The author allows publication on this website now.</summary>
    public bool AllowsWebsite { get; init; }

    /// <summary>The door through which it came.</summary>
    public Channel Channel { get; init; }

    /// <summary>Since when the team owes the next step.</summary>
    public DateTime OwedSince { get; init; }

    /// <summary>What reading it may bring up.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];

    /// <summary>Who in the team entered it for its author; null where the author did.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>Who put it on hold last because somebody may be at risk, or the rule that did; null where nobody did.</summary>
    public string? RaisedBy { get; init; }

    /// <summary>Since when its case waits for a lead to open it; null where none waits.</summary>
    public DateTime? WaitsSince { get; init; }

    /// <summary>When a lead must have opened its case; null where none waits.</summary>
    public DateTime? OpenBy => WaitsSince is { } at ? SafeguardingCase.DueFor(Safeguarding, at) : null;
}

public sealed record ConsentOnDesk(Audience Audience, DateTime GivenAt, DateTime ExpiresAt, DateTime? WithdrawnAt);

public sealed record NoteOnDesk(string Text, string By, DateTime At);

/// <summary>One message to or from the author; <paramref name="By"/> is the member of staff, null where the author wrote it.</summary>
public sealed record MessageOnDesk(string Text, string? By, DateTime At);

public sealed record HistoryOnDesk(HistoryAct Act, string By, DateTime At)
{
    public string? Why { get; init; }
}

/// <summary>Shows one story to the team.</summary>
public sealed class StoryDesk(InfoStoryContext db, EditDrafts edits, TimeProvider clock)
{
    /// <summary>
    /// The story as this member of the team may see it: on hold, only a safeguarding lead reads what was written, and that is put into the history.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<StoryOnDesk> ShowAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = (await ShowAsync(reference, cancellation)) with { Kept = await edits.FindAsync(reference, actor, cancellation) };
        if (story.State.MayBeReadBy(actor))
        {
            if (StoryOnHold.Opening(story.Reference, story.State, actor, clock.UtcNow) is not { } opening) return story;

            db.History.Add(opening);
            await db.SaveChangesAsync(cancellation);
            return story;
        }

        return story with
        {
            IsClosed = true,
            Answers = story.Answers.WithoutWords(),
            PublicTitle = null,
            PublicText = null,
            Messages = [],
            Notes = [],
            Kept = null,
            HasContact = false,
            Reason = null,
            Suspicion = null,
        };
    }

    /// <summary>The story with its consents, notes, messages and the last 200 lines of its history, all oldest first. Seven statements.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<StoryOnDesk> ShowAsync(string reference, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var history = await db.History.AsNoTracking().Where(entry => entry.Subject == reference).OrderByDescending(entry => entry.Number).Take(200)
            .Select(entry => new HistoryOnDesk(entry.Act, entry.By, entry.At) { Why = entry.Why }).ToListAsync(cancellation);
        history.Reverse();

        return await db.Stories.AsNoTracking().AsSplitQuery().Where(story => story.Reference == reference)
            .Select(story => new StoryOnDesk(
                story.Id, story.Revision, story.Reference, story.State, StoryAnswers.Of(story), story.Service!.Name, story.Place!.Name,
                story.PublicTitle, story.PublicText,
                story.Turn, story.Turn == AuthorTurn.SignOff && story.SignedOffAt != null,
                story.SeeFirst, story.SignedOffAt, story.ReceivedAt, story.Claimed, story.Reason,
                story.Safeguarding, story.Suspicion,
                db.Set<Contact>().Any(contact => contact.Key == story.SendKey),
                story.Tags.Select(tag => tag.TagId).ToList(),
                story.Consents.OrderBy(consent => consent.Id)
                    .Select(consent => new ConsentOnDesk(consent.Audience, consent.GivenAt, consent.ExpiresAt, consent.WithdrawnAt)).ToList(),
                db.Set<Note>().Where(note => note.StoryId == story.Id).OrderBy(note => note.Id)
                    .Select(note => new NoteOnDesk(note.Text, note.By, note.At)).ToList(),
                db.Set<Message>().Where(message => message.StoryId == story.Id).OrderBy(message => message.Id)
                    .Select(message => new MessageOnDesk(message.Text, message.By, message.At)).ToList(),
                history)
            {
                AllowsWebsite = story.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.Audience == Audience.Website),
                Channel = story.Channel,
                OwedSince = story.OwedSince,
                ContentNotes = story.ContentNotes,
                EnteredBy = story.EnteredBy,
                RaisedBy = db.Set<SafeguardingCase>().Where(one => one.StoryId == story.Id).OrderByDescending(one => one.Id)
                    .Select(one => one.RaisedBy).FirstOrDefault(),
                WaitsSince = db.Set<SafeguardingCase>().Where(one => one.StoryId == story.Id && one.OpenedAt == null && one.ClosedAt == null)
                    .Max(one => (DateTime?)one.RaisedAt),
                Scored = story.Scored,
            })
            .FirstOrDefaultAsync(cancellation) ?? throw new NotFoundException("The story");
    }
}
