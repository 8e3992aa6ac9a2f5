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
public sealed class Story : Entity<Story>, IRevised
{
    public const int MaxWords = 1000, MaxLength = 12_000, MaxTitle = 100, MaxReason = 1000, MaxSuspicion = 200;

    private readonly List<HandOff> handOffs = [];

    public int Revision { get; private set; }

    /// <summary>The public number of the story, such as IS-7F3K-92.</summary>
    public required string Reference { get; init; }

    public StoryState State { get; private set; } = StoryState.Received;

    /// <summary>Set once; only withdrawing forgets it.</summary>
    public required string Told { get; init; }

    public IReadOnlyList<HandOff> HandOffs => handOffs;
    public int? TimesTold { get; private set; }
    public int? ServicesTold { get; private set; }
    public MissingInformation? Missing { get; private set; }
    public WhoIsTelling? WhoIsTelling { get; private set; }
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

    public WhenItHappened? When { get; private set; }
    public WhoNeedsToHear? WhoNeedsToHear { get; private set; }
    public SafeguardingLevel Safeguarding { get; private set; }

    /// <summary>Why the story looks as if no person had sent it, for the team; null where it does not.</summary>
    public string? Suspicion { get; set; }

    /// <summary>When the rules first looked at the words as told; null until then.</summary>
    public DateTime? FlaggedAt { get; private set; }

    /// <summary>Who entered it for the author; null where the author did.</summary>
    public string? EnteredBy { get; init; }

    public StoryKind? Kind { get; private set; }
    public Id<Tag>? ServiceId { get; private set; }
    public Tag? Service { get; private set; }
    public Id<Place>? PlaceId { get; private set; }
    public Place? Place { get; private set; }
    public string? PublicTitle { get; private set; }
    public string? PublicText { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the author is asked to do; null unless the story is with the author.</summary>
    public AuthorTurn? Turn { get; private set; }

    public DateTime? SignedOffAt { get; private set; }
    public string? SignedOffWords { get; private set; }
    public SignOff SignedOff { get => new(SignedOffAt, SignedOffWords); private set => (SignedOffAt, SignedOffWords) = value; }
    public long? ClaimedById { get; private set; }
    public string? ClaimedBy { get; private set; }
    public DateTime? ClaimedAt { get; private set; }
    public Claim Claimed { get => new(ClaimedById, ClaimedBy, ClaimedAt); private set => (ClaimedById, ClaimedBy, ClaimedAt) = value; }
    public Criticality? Criticality { get; private set; }
    public long? ScoredById { get; private set; }
    public string? ScoredBy { get; private set; }
    public string? SecondedBy { get; private set; }
    public DateTime? SecondedAt { get; private set; }
    public DateTime? NoticeGivenAt { get; private set; }
    public Criticality? HighestCriticality { get; private set; }
    public string? TouchedBy { get; private set; }

    public Score Scored
    {
        get => new(Criticality, ScoredById, ScoredBy, SecondedBy, SecondedAt, NoticeGivenAt, HighestCriticality, TouchedBy);
        private set => (Criticality, ScoredById, ScoredBy, SecondedBy, SecondedAt, NoticeGivenAt, HighestCriticality, TouchedBy) = value;
    }

    /// <summary>Why the story was declined, in words meant for the author.</summary>
    public string? Reason { get; private set; }

    public required ReceiptLock Receipt { get; init; }

    /// <summary>SHA-256 of the draft's secret: sending the same draft again finds the same story.</summary>
    public required string SendKey { get; init; }

    public List<Consent> Consents { get; } = [];
    public List<StoryTag> Tags { get; } = [];

    /// <summary>The author said yes to the public text and now reads a case study that has other words.</summary>
    public bool ReadsCaseStudy => Turn == AuthorTurn.SignOff && SignedOff.IsGiven;

    /// <summary>True where the state of the story allows the act; who may do it is another question.</summary>
    public bool Can(StoryAct act) => StoryLife.Allows(act, State, Turn, ReadsCaseStudy);

    /// <summary>Where the story is now, to be able to come back.</summary>
    public PlaceInLife PlaceInLife => new(State, Turn, DecidedAt, Claimed);

    /// <summary>The author says who may hear it from now on. Every row that stood ends; every audience allowed begins a new one.</summary>
    public void Permit(IEnumerable<Audience> audiences, int months, DateTime now)
    {
        MustBe(StoryAct.Permit);
        foreach (var consent in Consents.Where(consent => consent.StandsAt(now))) consent.Withdraw(now);
        Consents.AddRange(audiences.Distinct().Order().Select(audience => Consent.Given(audience, Channel.Website, months, now)));
    }

    /// <summary>Takes every answer but the words, with which it was made, while nobody has it in hand; blank steps are dropped.</summary>
    public void TellMore(StoryAnswers answers)
    {
        MustBe(StoryAct.TellMore).handOffs.Clear();
        handOffs.AddRange(answers.StepsSaid);
        (Missing, WhoIsTelling, When, WhoNeedsToHear) = (answers.Missing, answers.WhoIsTelling, answers.When, answers.WhoNeedsToHear);
        (Kind, ServiceId, PlaceId, TimesTold, ServicesTold) = (answers.Kind, answers.ServiceId, answers.PlaceId, answers.TimesTold, answers.ServicesTold);
    }

    /// <summary>Somebody in the story may be at risk: a trained person reads it before anyone else goes on.</summary>
    public void Raise(SafeguardingLevel level)
    {
        MustBe(StoryAct.Raise);
        Safeguarding = level;
        Become(StoryState.OnHold);
    }

    public void Edit(StoryEdit edit, Actor actor)
    {
        MustBe(StoryAct.Edit);
        var before = StoryEdit.Of(this);
        (PublicTitle, PublicText, Kind, ServiceId, PlaceId) = (edit.PublicTitle, edit.PublicText, edit.Kind, edit.Service, edit.Place);
        Tags.Become(edit.Tags);
        Scored = edit.IsSameAs(before, Told) ? Scored.NotSeconded() : Scored.Touched(actor);
    }

    /// <summary>Adds one tag, unless it is there. Returns whether it was added.</summary>
    public bool AddTag(Id<Tag> tag, Actor actor)
    {
        if (!MustBe(StoryAct.Tag).Tags.TryAdd(tag)) return false;
        WriteAbout(actor);
        return true;
    }

    /// <summary>In whatever state it is: this person wrote some of its words, and whoever seconds them reads them anew.</summary>
    public void WriteAbout(Actor actor) => Scored = Scored.Touched(actor);

    /// <summary>
    /// In whatever state it is: gives up a tag that was split and carries these of its parts. Returns false where it does not carry the tag any more.
    /// </summary>
    public bool ExchangeTag(Id<Tag> tag, IEnumerable<Id<Tag>> parts) => Tags.TryExchange(tag, parts);

    /// <summary>What was done to many stories at once is taken back: this one is where it was.</summary>
    public void Restore(PlaceInLife before)
    {
        (Reason, DecidedAt, Claimed) = (null, before.DecidedAt, before.Claimed);
        Become(before.State, before.Turn);
    }

    public void Claim(Actor actor, DateTime now)
    {
        MustBe(StoryAct.Claim);
        Reason = null;
        BeginAgain(actor, now);
    }

    /// <summary>Somebody else goes on with it; nobody asks why.</summary>
    public void Pass(Actor to, DateTime now) => MustBe(StoryAct.Pass).GoTo(to, now);

    /// <summary>Nobody goes on with it for now.</summary>
    public void Release()
    {
        MustBe(StoryAct.Release);
        Claimed = default;
        Become(StoryState.InReview);
    }

    /// <summary>Whoever claimed it has worked on it: the claim lives on.</summary>
    public void KeepClaim(Actor actor, DateTime now)
    {
        if (State == StoryState.InReview && ClaimedById == actor.StaffId) GoTo(actor, now);
    }

    /// <summary>Scores it on its most serious statement. Another score than before makes the second person and the notice start again.</summary>
    public void Score(Criticality criticality, Actor actor)
    {
        MustBe(StoryAct.Score);
        if (Criticality != criticality) Scored = Scored.Anew(criticality, actor);
    }

    /// <inheritdoc cref="Stories.Score.Seconded"/>
    public void Second(Actor actor, DateTime now) => Scored = MustBe(StoryAct.Second).Scored.Seconded(actor, Claimed, now);

    /// <inheritdoc cref="Stories.Score.NoticeGiven"/>
    public void GiveNotice(DateTime now) => Scored = MustBe(StoryAct.GiveNotice).Scored.NoticeGiven(now);

    /// <summary>A question goes to the author before the team decides.</summary>
    public void Ask() => MustBe(StoryAct.Ask).Become(StoryState.WithAuthor, AuthorTurn.Answer);

    /// <summary>The author has answered; the story goes on where it was.</summary>
    public void Answer(DateTime now)
    {
        MustBe(StoryAct.Answer);
        OwedSince = now;
        Become(StoryState.InReview);
    }

    /// <summary>Ready, or first with the author where the author wants to see it.</summary>
    public void Approve(Actor actor, DateTime now)
    {
        MustBe(StoryAct.Approve).WriteAbout(actor);
        DecidedAt = now;
        Become(SeeFirst ? StoryState.WithAuthor : StoryState.Ready, SeeFirst ? AuthorTurn.SignOff : null);
    }

    /// <summary>The author says yes to the words whose hash (<see cref="SignedWords"/>) this is.</summary>
    public void SignOff(string words, DateTime now)
    {
        MustBe(StoryAct.SignOff);
        SignedOff = new(now, words);
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
    public void SendToAuthor() => MustBe(StoryAct.SendToAuthor).Become(StoryState.WithAuthor, AuthorTurn.SignOff);

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

    public void Hold() => MustBe(StoryAct.Hold).Become(StoryState.OnHold);
    public void TakeOffHold(Actor actor, DateTime now)
    {
        MustBe(StoryAct.TakeOffHold);
        OwedSince = now;
        BeginAgain(actor, now);
    }

    public void Publish() => MustBe(StoryAct.Publish).Become(StoryState.Published);
    public void Unpublish() => MustBe(StoryAct.Unpublish).Become(StoryState.Ready);

    /// <summary>The author takes the story back, at any moment. What it held is forgotten in the same save (docs/decisions/0007).</summary>
    public void Withdraw(DateTime now)
    {
        MustBe(StoryAct.Withdraw);
        DecidedAt = now;
        Become(StoryState.Withdrawn);
        foreach (var consent in Consents) consent.Withdraw(now);
    }

    private void GoTo(Actor actor, DateTime now)
    {
        Claimed = Stories.Claim.Of(actor, now);
        Become(StoryState.InReview);
    }

    private void BeginAgain(Actor actor, DateTime now)
    {
        (DecidedAt, SignedOff, Scored) = (null, default, Scored.NotSeconded());
        GoTo(actor, now);
    }

    private void Become(StoryState state, AuthorTurn? turn = null) =>
        (State, Turn, Waits) = (state, turn, NextStep.Of(state, isClaimed: ClaimedById is not null));

    private Story MustBe(StoryAct act) => Can(act) ? this : throw new ConflictException(StoryLife.WhyNot(act, State));
}
