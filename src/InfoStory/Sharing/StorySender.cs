using FluentValidation;
using FluentValidation.Results;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Sharing;

/// <summary>What the author takes away, and what happens next: the day by which the team reads the story, and what the author agreed to.</summary>
/// <param name="OfDanger">Somebody may be in danger: the author reads whom to ring.</param>
/// <param name="IsOnHold">A trained person reads it first, and no day can be named.</param>
public sealed record Sent(string Reference, Receipt Receipt, DateTime ReceivedAt, bool Website, bool SeeFirst, bool OfDanger, bool IsOnHold)
{
    /// <summary>On a London clock.</summary>
    public DateOnly SentOn => DateOnly.FromDateTime(ReceivedAt.InLondon());

    public DateOnly ReadBy => DueDates.Read(ReceivedAt);

    /// <summary>The day by which there is news: the team has decided or has asked something.</summary>
    public DateOnly LookAgain => DueDates.Decided(ReceivedAt);
}

/// <summary>Turns a draft into a story, exactly once.</summary>
public sealed class StorySender(
    InfoStoryContext db, CampaignCalendar campaigns, Invitations invitations, SafeguardingCases cases, ReceiptKey key, TimeProvider clock)
{
    /// <summary>What is said where an answer was changed since all were checked.</summary>
    public const string Changed = "Your answers have changed in another tab since you opened this page. Check them once more, then send.";

    /// <summary>Sends a draft of which it is known that a person sends it.</summary>
    /// <inheritdoc cref="SendAsync(DraftSecret, DraftAnswers?, SpamSignals?, CancellationToken)"/>
    public Task<Sent> SendAsync(DraftSecret secret, CancellationToken cancellation) => SendAsync(secret, null, null, cancellation);

    /// <summary>Sends the draft. Sending it again, at the same moment or later, changes nothing and answers the same.</summary>
    /// <param name="secret">The secret of the draft.</param>
    /// <param name="seen">The answers as they were checked; null where nobody did.</param>
    /// <param name="signals">How it came to us; what looks suspicious waits for the team with the reason and is answered like any other. Null looks for
    /// nothing.</param>
    /// <param name="cancellation">Nothing is sent.</param>
    /// <exception cref="ConflictException">An answer was changed since it was checked; the draft stays as it is.</exception>
    /// <exception cref="ValidationException">A question that must be answered is not; the draft stays as it is.</exception>
    /// <exception cref="NotFoundException">There is no such draft, and no story came of one.</exception>
    public async Task<Sent> SendAsync(DraftSecret secret, DraftAnswers? seen, SpamSignals? signals, CancellationToken cancellation)
    {
        if (await FindSentAsync(secret, cancellation) is { } before) return before;

        var now = clock.UtcNow;
        var hash = secret.Hash;
        var draft = await db.Drafts.FirstOrDefaultAsync(draft => draft.KeyHash == hash && draft.ExpiresAt > now, cancellation);
        if (draft is null) return await FindSentAsync(secret, cancellation) ?? throw new NotFoundException("The draft");

        if (seen is not null && seen.Revision != draft.Revision) throw new ConflictException(Changed);
        MustBeComplete(draft);
        db.Drafts.Remove(draft);
        return await SendAsync(draft, secret, Channel.Website, Actor.Author, signals, cancellation);
    }

    /// <summary>
    /// Sends what a member of the team wrote down for its author; the draft was never kept. Sending it again changes nothing and answers the same.
    /// </summary>
    /// <exception cref="ConflictException">Under this secret other answers were sent: somebody went back and wrote another story over the first.</exception>
    internal async Task<Sent> EnterAsync(Draft draft, DraftSecret secret, Channel channel, Actor actor, CancellationToken cancellation)
    {
        var sent = await FindSentAsync(secret, cancellation) ?? await SendAsync(draft, secret, channel, actor, signals: null, cancellation);
        var kept = await db.Stories.AsNoTracking().Include(story => story.Consents).FindAsync(story => story.Reference == sent.Reference, cancellation);
        // Both as tags are called today: one may have been merged between the two.
        var today = await Successors.LoadAsync(db, cancellation);
        if (kept.Channel == channel && StoryAnswers.Of(kept).As(today).SaysTheSameAs(draft.Answers.As(today)) && AllowsTheSame(kept, draft)) return sent;

        throw new ConflictException($"This page has entered {sent.Reference} already, with other answers. Nothing you typed is lost. "
            + "Press the button again to enter it as a new story.");
    }

    private async Task<Sent> SendAsync(Draft draft, DraftSecret secret, Channel channel, Actor actor, SpamSignals? signals, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var story = await ToStoryAsync(draft, secret, channel, actor, signals, now, cancellation);
        db.Stories.Add(story);
        db.History.Add(HistoryEntry.Of(story.Reference, story.EnteredBy is null ? HistoryAct.Received : HistoryAct.Entered, actor, now));
        if (story.State == StoryState.OnHold)
        {
            db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.PutOnHold, Actor.System, now));
            await cases.OpenAsync(
                story, draft.SomeoneAtRisk ? story.EnteredBy ?? "the author, who ticked that somebody may be at risk" : "the words of the story",
                now, cancellation);
        }

        try
        {
            if (draft.InvitationId is { } invitation) await db.SaveTogetherAsync(() => invitations.CountSharedAsync(invitation, cancellation), cancellation);
            else await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault)
        {
            // The same draft, sent twice at once: the other one is the story.
            if (await FindSentAsync(secret, cancellation) is { } winner) return winner;
            if (fault is DbUpdateConcurrencyException) throw new ConflictException(Changed);
            throw;
        }

        return new(
            story.Reference, Receipt.Of(secret.Bytes), now, story.Allows(Audience.Website, now), story.SeeFirst,
            OfDanger: story.Safeguarding != SafeguardingLevel.None, IsOnHold: story.State == StoryState.OnHold);
    }

    /// <summary>What sending this draft answered; null where it has not been sent.</summary>
    public async Task<Sent?> FindSentAsync(DraftSecret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash;
        var story = await db.Stories.AsNoTracking().Where(story => story.SendKey == hash)
            .Select(story =>
                new
                {
                    story.Reference,
                    story.ReceivedAt,
                    Website = story.Consents.Any(consent => consent.Audience == Audience.Website),
                    story.SeeFirst,
                    OfDanger = story.Safeguarding != SafeguardingLevel.None,
                    IsOnHold = story.State == StoryState.OnHold,
                })
            .FirstOrDefaultAsync(cancellation);
        return story is null
            ? null
            : new(story.Reference, Receipt.Of(secret.Bytes), story.ReceivedAt, story.Website, story.SeeFirst, story.OfDanger, story.IsOnHold);
    }

    private async Task<Story> ToStoryAsync(
        Draft draft, DraftSecret secret, Channel channel, Actor actor, SpamSignals? signals, DateTime now, CancellationToken cancellation)
    {
        // A service may have been merged while the draft was kept.
        var answers = draft.Answers.As(await Successors.LoadAsync(db, cancellation));
        var words = string.Join('\n', answers.OwnWords);
        var story = new Story
        {
            Reference = await NewReferenceAsync(cancellation),
            Told = answers.Told!,
            SeeFirst = draft.SeeFirst,
            Channel = channel,
            EnteredBy = actor == Actor.Author ? null : actor.Name,
            CampaignId = draft.CampaignId ?? (await campaigns.CurrentAsync(cancellation))?.Id,
            ReceivedAt = now,
            OwedSince = now,
            ContentNotes = [.. SafetyNet.Notes(words).Order()],
            Suspicion = signals?.Suspicion(draft, now),
            SendKey = secret.Hash,
            Receipt = ReceiptLock.For(Receipt.Of(secret.Bytes), key),
        };

        var seen = SafetyNet.Level(words);
        if (draft.SomeoneAtRisk || seen != SafeguardingLevel.None) story.Raise(seen == SafeguardingLevel.None ? SafeguardingLevel.Concern : seen);
        story.TellMore(answers);
        if (actor != Actor.Author) story.WriteAbout(actor);
        story.Consents.AddRange(Given(draft, channel, now));
        return story;
    }

    private static IEnumerable<Consent> Given(Draft draft, Channel channel, DateTime now) =>
        draft.Audiences!.Select(audience => Consent.Given(audience, channel, draft.Months ?? Consent.Longest, now, draft.Wording));

    /// <summary>Whether sending the draft once more would lose nothing beside the answers.</summary>
    private static bool AllowsTheSame(Story kept, Draft draft)
    {
        var allowed = kept.Consents.Where(consent => consent.GivenAt == kept.ReceivedAt).Select(consent => (consent.Audience, consent.ExpiresAt));
        return allowed.ToHashSet().SetEquals(Given(draft, kept.Channel, kept.ReceivedAt).Select(consent => (consent.Audience, consent.ExpiresAt)))
            && kept.SeeFirst == draft.SeeFirst
            && (!draft.SomeoneAtRisk || kept.Safeguarding != SafeguardingLevel.None);
    }

    private async Task<string> NewReferenceAsync(CancellationToken cancellation)
    {
        string reference;
        do reference = Reference.New();
        while (await db.Stories.AnyAsync(story => story.Reference == reference, cancellation));
        return reference;
    }

    private static void MustBeComplete(Draft draft)
    {
        List<ValidationFailure> missing = [];
        if (draft.Answers.Told is null) missing.Add(new(nameof(StoryAnswers.Told), "Tell us what happened"));
        if (draft.Audiences is null) missing.Add(new(nameof(draft.Audiences), "Tell us who may hear your story"));
        if (missing.Count > 0) throw new ValidationException(missing);
    }
}
