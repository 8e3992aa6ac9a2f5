using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.People;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Stories;

/// <summary>
/// What one person told. The words as told are kept exactly and never published; the team edits a public text beside them.
/// Every verb throws <see cref="ConflictException"/> where the state does not allow it.
/// </summary>
public sealed class Story : Entity<Story>, IRevised
{
    public const int MaxWords = 1000;
    public const int MaxLength = 12_000;
    public const int MaxTitle = 100;
    public const int MaxReason = 1000;
    public const int MaxSuspicion = 200;

    private static readonly StoryState[] NotWithdrawn = [.. Enum.GetValues<StoryState>().Except([StoryState.Withdrawn])];

    public int Revision { get; private set; }

    /// <summary>The public number of the story, such as IS-7F3K-92.</summary>
    public required string Reference { get; init; }

    public StoryState State { get; private set; } = StoryState.Received;

    public required string Told { get; set; }

    public List<HandOff> HandOffs { get; } = [];

    public MissingInformation? Missing { get; set; }

    public required WhoIsTelling? WhoIsTelling { get; set; }

    public required Channel Channel { get; init; }

    public required Id<Campaign>? CampaignId { get; init; }

    /// <summary>The author wants to see the public text before anyone else does.</summary>
    public required bool SeeFirst { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public WhenItHappened? When { get; set; }

    public WhoNeedsToHear? WhoNeedsToHear { get; set; }

    public Safeguarding Safeguarding { get; private set; }

    /// <summary>Why the story looks as if no person had sent it, for the team; null where it does not.</summary>
    public string? Suspicion { get; set; }

    /// <summary>When the rules first looked at the words as told; null until then.</summary>
    public DateTime? FlaggedAt { get; private set; }

    /// <summary>Who entered it for the author; null where the author did.</summary>
    public string? EnteredBy { get; init; }

    public StoryKind? Kind { get; set; }

    public required Id<Tag>? ServiceId { get; set; }

    public Tag? Service { get; private set; }

    public required Id<Place>? PlaceId { get; set; }

    public Place? Place { get; private set; }

    public string? PublicTitle { get; private set; }

    public string? PublicText { get; private set; }

    public long? ClaimedById { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the author is asked to do; null unless the story is with the author.</summary>
    public AuthorTurn? Turn { get; private set; }

    public DateTime? SignedOffAt { get; private set; }

    /// <summary>SHA-256 of the words that the author signed off, in hexadecimal.</summary>
    public string? SignedOffWords { get; private set; }

    /// <summary>Why the story was declined, in words meant for the author.</summary>
    public string? Reason { get; private set; }

    public required ReceiptLock Receipt { get; init; }

    /// <summary>SHA-256 of the draft's secret: sending the same draft again finds the same story.</summary>
    public required string SendKey { get; init; }

    public List<Consent> Consents { get; } = [];

    public List<StoryTag> Tags { get; } = [];

    /// <summary>The author said yes to the public text and now reads a case study that has other words.</summary>
    public bool ReadsCaseStudy => Turn == AuthorTurn.SignOff && SignedOffAt is not null;

    /// <summary>The hash of the public title and text (<see cref="SignedWords"/>).</summary>
    public string PublicWords => SignedWords.Of(PublicTitle, PublicText);

    public bool Allows(Audience audience, DateTime now) => AllowedUntil(audience, now) is not null;

    /// <summary>Every audience that the author allows now.</summary>
    public IReadOnlyList<AllowedUntil> AllowedAt(DateTime now) =>
        [.. Consents.Where(consent => consent.StandsAt(now)).OrderBy(consent => consent.Audience).DistinctBy(consent => consent.Audience).Select(consent => new AllowedUntil(consent.Audience, consent.ExpiresAt, consent.Months))];

    /// <summary>When the author's consent for this audience ends; null where it does not stand now.</summary>
    public DateTime? AllowedUntil(Audience audience, DateTime now) =>
        Consents.Where(consent => consent.Audience == audience && consent.StandsAt(now)).Max(consent => (DateTime?)consent.ExpiresAt);

    /// <summary>The author says who may hear it from now on. Every row that stood ends; every audience allowed begins a new one.</summary>
    public void Permit(IEnumerable<Audience> audiences, int months, DateTime now)
    {
        MustBe("changed", NotWithdrawn);
        foreach (var consent in Consents.Where(consent => consent.StandsAt(now))) consent.Withdraw(now);
        Consents.AddRange(audiences.Distinct().Order().Select(audience => Consent.Given(audience, Channel.Website, months, now)));
    }

    /// <summary>Somebody in the story may be at risk: a trained person reads it before anyone else goes on.</summary>
    public void Raise(Safeguarding level)
    {
        MustBe("put on hold", StoryState.Received);
        (State, Safeguarding) = (StoryState.OnHold, level);
    }

    public void Claim(Actor actor, DateTime now)
    {
        MustBe("claimed", StoryState.Received, StoryState.InReview, StoryState.Ready, StoryState.WithAuthor, StoryState.Declined);
        (State, ClaimedById, ClaimedBy, ClaimedAt) = (StoryState.InReview, actor.StaffId, actor.Name, now);
        (Reason, DecidedAt) = (null, null);
        ForgetAuthorsTurn();
    }

    public void Edit(string? publicTitle, string? publicText, StoryKind? kind, Id<Tag>? service, Id<Place>? place, IEnumerable<Id<Tag>> tags)
    {
        MustBe("edited", StoryState.InReview);
        (PublicTitle, PublicText, Kind, ServiceId, PlaceId) = (publicTitle, publicText, kind, service, place);

        var chosen = tags.ToHashSet();
        Tags.RemoveAll(tag => !chosen.Contains(tag.TagId));
        Tags.AddRange(chosen.Except(Tags.Select(tag => tag.TagId)).Select(tag => new StoryTag { TagId = tag }));
    }

    /// <summary>A question goes to the author before the team decides.</summary>
    public void Ask()
    {
        MustBe("sent to its author with a question", StoryState.InReview);
        (State, Turn) = (StoryState.WithAuthor, AuthorTurn.Answer);
    }

    /// <summary>The author has answered; the story goes on where it was.</summary>
    public void Answer()
    {
        MustBeTurn("answered", AuthorTurn.Answer);
        (State, Turn) = (StoryState.InReview, null);
    }

    /// <summary>Ready, or first with the author where the author wants to see it.</summary>
    public void Approve(DateTime now)
    {
        MustBe("approved", StoryState.InReview);
        (State, Turn, DecidedAt) = (SeeFirst ? StoryState.WithAuthor : StoryState.Ready, SeeFirst ? AuthorTurn.SignOff : null, now);
    }

    /// <summary>The author says yes to the words whose hash (<see cref="SignedWords"/>) this is.</summary>
    public void SignOff(string words, DateTime now)
    {
        MustBeTurn("signed off", AuthorTurn.SignOff);
        (State, Turn, SignedOffAt, SignedOffWords) = (StoryState.Ready, null, now, words);
    }

    /// <summary>The author wants other words: the public text is reviewed again, a case study is edited again.</summary>
    public void AskForChange()
    {
        MustBeTurn("sent back for a change", AuthorTurn.SignOff);
        if (!ReadsCaseStudy) DecidedAt = null;
        (State, Turn) = (ReadsCaseStudy ? StoryState.Ready : StoryState.InReview, null);
    }

    /// <summary>A case study has words that its author has not said yes to; also where the author is reading an earlier version of it.</summary>
    public void SendToAuthor()
    {
        if (!ReadsCaseStudy) MustBe("sent to its author", StoryState.Ready);
        (State, Turn) = (StoryState.WithAuthor, AuthorTurn.SignOff);
    }

    /// <summary>The case study that the author was to read is gone.</summary>
    public void CallBack()
    {
        if (ReadsCaseStudy) (State, Turn) = (StoryState.Ready, null);
    }

    public void Decline(string reason, DateTime now)
    {
        MustBe("declined", StoryState.Received, StoryState.InReview, StoryState.WithAuthor, StoryState.Ready, StoryState.OnHold);
        (State, Turn, Reason, DecidedAt) = (StoryState.Declined, null, reason, now);
    }

    public void Hold()
    {
        MustBe("put on hold", StoryState.Received, StoryState.InReview, StoryState.WithAuthor, StoryState.Ready);
        (State, Turn) = (StoryState.OnHold, null);
    }

    public void TakeOffHold(Actor actor, DateTime now)
    {
        MustBe("taken off hold", StoryState.OnHold);
        (State, DecidedAt) = (StoryState.InReview, null);
        ForgetAuthorsTurn();
        (ClaimedById, ClaimedBy, ClaimedAt) = (actor.StaffId, actor.Name, now);
    }

    public void Publish()
    {
        MustBe("published", StoryState.Ready, StoryState.Published);
        State = StoryState.Published;
    }

    public void Unpublish()
    {
        MustBe("taken down", StoryState.Published);
        State = StoryState.Ready;
    }

    /// <summary>The author takes the story back, at any moment: its words and what describes it are deleted. What is left is in docs/decisions/0007.</summary>
    public void Withdraw(DateTime now)
    {
        MustBe("taken back", NotWithdrawn);
        (State, DecidedAt, Told, PublicTitle, PublicText, Reason) = (StoryState.Withdrawn, now, "", null, null, null);
        (Kind, WhoIsTelling, ServiceId, PlaceId, When, WhoNeedsToHear) = (null, null, null, null, null, null);
        (Turn, SignedOffWords, Missing, Suspicion, Safeguarding) = (null, null, null, null, Safeguarding.None);
        HandOffs.Clear();
        Tags.Clear();
        foreach (var consent in Consents) consent.Withdraw(now);
    }

    private void ForgetAuthorsTurn() => (Turn, SignedOffAt, SignedOffWords) = (null, null, null);

    private void MustBeTurn(string verb, AuthorTurn turn)
    {
        MustBe(verb, StoryState.WithAuthor);
        if (Turn != turn) throw new ConflictException(turn == AuthorTurn.Answer ? "There is no question to answer on this story." : "There is no version of this story to say yes to.");
    }

    private void MustBe(string verb, params StoryState[] allowed)
    {
        if (!allowed.Contains(State)) throw new ConflictException($"This story cannot be {verb}, because it is {State.InWords()}.");
    }
}
