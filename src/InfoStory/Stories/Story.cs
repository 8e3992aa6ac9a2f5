using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Places;
using InfoStory.Stories.Safety;
using InfoStory.Tags;

namespace InfoStory.Stories;

/// <summary>
/// What one person told. The words as told are kept exactly and never published; the team edits a public text beside them.
/// Every verb throws <see cref="ConflictException"/> where the state does not allow it.
/// </summary>
public sealed partial class Story : Entity<Story>, IRevised
{
    public const int MaxWords = 1000;
    public const int MaxLength = 12_000;
    public const int MaxTitle = 100;
    public const int MaxReason = 1000;
    public const int MaxSuspicion = 200;

    public int Revision { get; private set; }

    /// <summary>The public number of the story, such as IS-7F3K-92.</summary>
    public required string Reference { get; init; }

    public StoryState State { get; private set; } = StoryState.Received;
    public required string Told { get; set; }
    public List<HandOff> HandOffs { get; } = [];
    public MissingInformation? Missing { get; set; }
    public WhoIsTelling? WhoIsTelling { get; set; }
    public required Channel Channel { get; init; }
    public required Id<Campaign>? CampaignId { get; init; }

    /// <summary>The author wants to see the public text before anyone else does.</summary>
    public required bool SeeFirst { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>Since when the team owes the next step; it starts anew when the author has written back.</summary>
    public required DateTime OwedSince { get; set; }

    public Waits Waits { get; private set; }

    /// <summary>What reading it may bring up, so that nobody opens it unprepared.</summary>
    public List<ContentNote> ContentNotes { get; init; } = [];

    public WhenItHappened? When { get; set; }
    public WhoNeedsToHear? WhoNeedsToHear { get; set; }
    public SafeguardingLevel Safeguarding { get; private set; }

    /// <summary>Why the story looks as if no person had sent it, for the team; null where it does not.</summary>
    public string? Suspicion { get; set; }

    /// <summary>When the rules first looked at the words as told; null until then.</summary>
    public DateTime? FlaggedAt { get; private set; }

    /// <summary>Who entered it for the author; null where the author did.</summary>
    public string? EnteredBy { get; init; }

    public StoryKind? Kind { get; set; }
    public Id<Tag>? ServiceId { get; set; }
    public Tag? Service { get; private set; }
    public Id<Place>? PlaceId { get; set; }
    public Place? Place { get; private set; }
    public string? PublicTitle { get; private set; }
    public string? PublicText { get; private set; }
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

    /// <summary>True where the state of the story allows the act; who may do it is another question.</summary>
    public bool Can(StoryAct act) => StoryLife.Allows(act, State, Turn) || (act == StoryAct.SendToAuthor && ReadsCaseStudy);

    /// <summary>Where the story is now, to be able to come back.</summary>
    public PlaceInLife PlaceInLife => new(State, Turn, DecidedAt, ClaimedById, ClaimedBy, ClaimedAt);

    /// <summary>The author says who may hear it from now on. Every row that stood ends; every audience allowed begins a new one.</summary>
    public void Permit(IEnumerable<Audience> audiences, int months, DateTime now)
    {
        MustBe(StoryAct.Permit);
        foreach (var consent in Consents.Where(consent => consent.StandsAt(now))) consent.Withdraw(now);
        Consents.AddRange(audiences.Distinct().Order().Select(audience => Consent.Given(audience, Channel.Website, months, now)));
    }

    /// <summary>Somebody in the story may be at risk: a trained person reads it before anyone else goes on.</summary>
    public void Raise(SafeguardingLevel level)
    {
        MustBe(StoryAct.Raise);
        Safeguarding = level;
        Become(StoryState.OnHold);
    }

    public void Edit(string? publicTitle, string? publicText, StoryKind? kind, Id<Tag>? service, Id<Place>? place, IEnumerable<Id<Tag>> tags)
    {
        MustBe(StoryAct.Edit);
        (PublicTitle, PublicText, Kind, ServiceId, PlaceId) = (publicTitle, publicText, kind, service, place);
        ForgetSecond();

        var chosen = tags.ToHashSet();
        Tags.RemoveAll(tag => !chosen.Contains(tag.TagId));
        Tags.AddRange(chosen.Except(Tags.Select(tag => tag.TagId)).Select(tag => new StoryTag { TagId = tag }));
    }

    /// <summary>Adds one tag, unless it is there. Returns whether it was added.</summary>
    public bool AddTag(Id<Tag> tag)
    {
        MustBe(StoryAct.Tag);
        if (Tags.Exists(there => there.TagId == tag)) return false;

        Tags.Add(new() { TagId = tag });
        return true;
    }

    /// <summary>
    /// In whatever state it is: gives up a tag that was split and carries these of its parts. Returns false where it does not carry the tag any more.
    /// </summary>
    public bool ExchangeTag(Id<Tag> tag, IEnumerable<Id<Tag>> parts)
    {
        if (Tags.RemoveAll(there => there.TagId == tag) == 0) return false;

        Tags.AddRange(parts.Except(Tags.Select(there => there.TagId)).Select(part => new StoryTag { TagId = part }));
        return true;
    }

    /// <summary>What was done to many stories at once is taken back: this one is where it was.</summary>
    public void Restore(PlaceInLife before)
    {
        (Reason, DecidedAt) = (null, before.DecidedAt);
        (ClaimedById, ClaimedBy, ClaimedAt) = (before.ClaimedById, before.ClaimedBy, before.ClaimedAt);
        Become(before.State, before.Turn);
    }

    /// <summary>A question goes to the author before the team decides.</summary>
    public void Ask()
    {
        MustBe(StoryAct.Ask);
        Become(StoryState.WithAuthor, AuthorTurn.Answer);
    }

    /// <summary>The author has answered; the story goes on where it was.</summary>
    public void Answer(DateTime now)
    {
        MustBe(StoryAct.Answer);
        OwedSince = now;
        Become(StoryState.InReview);
    }

    /// <summary>Ready, or first with the author where the author wants to see it.</summary>
    public void Approve(DateTime now)
    {
        MustBe(StoryAct.Approve);
        DecidedAt = now;
        if (SeeFirst) Become(StoryState.WithAuthor, AuthorTurn.SignOff);
        else Become(StoryState.Ready);
    }

    /// <summary>The author says yes to the words whose hash (<see cref="SignedWords"/>) this is.</summary>
    public void SignOff(string words, DateTime now)
    {
        MustBe(StoryAct.SignOff);
        (SignedOffAt, SignedOffWords) = (now, words);
        Become(StoryState.Ready);
    }

    /// <summary>The author wants other words: the public text is reviewed again, a case study is edited again.</summary>
    public void AskForChange(DateTime now)
    {
        MustBe(StoryAct.AskForChange);
        if (!ReadsCaseStudy) DecidedAt = null;
        OwedSince = now;
        Become(ReadsCaseStudy ? StoryState.Ready : StoryState.InReview);
    }

    /// <summary>A case study has words that its author has not said yes to; also where the author is reading an earlier version of it.</summary>
    public void SendToAuthor()
    {
        MustBe(StoryAct.SendToAuthor);
        Become(StoryState.WithAuthor, AuthorTurn.SignOff);
    }

    /// <summary>The case study that the author was to read is gone.</summary>
    public void CallBack()
    {
        if (ReadsCaseStudy) Become(StoryState.Ready);
    }

    public void Decline(string reason, DateTime now)
    {
        MustBe(StoryAct.Decline);
        (Reason, DecidedAt) = (reason, now);
        Become(StoryState.Declined);
    }

    public void Hold()
    {
        MustBe(StoryAct.Hold);
        Become(StoryState.OnHold);
    }

    public void TakeOffHold(Actor actor, DateTime now)
    {
        MustBe(StoryAct.TakeOffHold);
        (DecidedAt, OwedSince) = (null, now);
        ForgetSignOff();
        ForgetSecond();
        GoTo(actor, now);
    }

    public void Publish()
    {
        MustBe(StoryAct.Publish);
        Become(StoryState.Published);
    }

    public void Unpublish()
    {
        MustBe(StoryAct.Unpublish);
        Become(StoryState.Ready);
    }

    /// <summary>The author takes the story back, at any moment: its words and what describes it are deleted. What is left is in docs/decisions/0007.</summary>
    public void Withdraw(DateTime now)
    {
        MustBe(StoryAct.Withdraw);
        Become(StoryState.Withdrawn);
        (DecidedAt, Told, PublicTitle, PublicText, Reason) = (now, "", null, null, null);
        (Kind, WhoIsTelling, ServiceId, PlaceId, When, WhoNeedsToHear) = (null, null, null, null, null, null);
        (SignedOffWords, Missing, Suspicion, Safeguarding) = (null, null, null, SafeguardingLevel.None);
        ContentNotes.Clear();
        ForgetScore();
        HandOffs.Clear();
        Tags.Clear();
        foreach (var consent in Consents) consent.Withdraw(now);
    }

    private void ForgetSignOff() => (SignedOffAt, SignedOffWords) = (null, null);

    private void Become(StoryState state, AuthorTurn? turn = null) => (State, Turn, Waits) = (state, turn, state switch
    {
        StoryState.Received => Waits.ForSomeone,
        StoryState.InReview => ClaimedById is null ? Waits.ForSomeone : Waits.ForHolder,
        StoryState.WithAuthor => Waits.ForAuthor,
        StoryState.Ready => Waits.ForPublisher,
        StoryState.OnHold => Waits.ForLead,
        _ => Waits.ForNobody,
    });

    private void MustBe(StoryAct act)
    {
        if (Can(act)) return;
        if (State == StoryState.WithAuthor && act == StoryAct.Answer) throw new ConflictException("There is no question to answer on this story.");
        if (State == StoryState.WithAuthor && act is StoryAct.SignOff or StoryAct.AskForChange)
            throw new ConflictException("There is no version of this story to say yes to.");
        throw new ConflictException($"This story cannot be {StoryLife.Verb(act)}, because it is {State.InWords()}.");
    }
}
