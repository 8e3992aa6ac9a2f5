using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Tests.Life;

/// <summary>
/// What docs/life-of-a-story.md says of one story and its case study, written a second time and without a database: each act says whether it is
/// allowed and, where it is, does it.
/// </summary>
internal sealed class Model(bool seeFirst)
{
    private static readonly StoryState[] Undecided = [StoryState.Received, StoryState.InReview, StoryState.WithAuthor, StoryState.Ready];

    public StoryState State { get; private set; } = StoryState.Received;

    public AuthorTurn? Turn { get; private set; }

    public Criticality? Score { get; private set; }

    public string? ScoredBy { get; private set; }

    public string? ClaimedBy { get; private set; }

    public bool Seconded { get; private set; }

    /// <summary>The highest score it ever had.</summary>
    public Criticality? Highest { get; private set; }

    /// <summary>Everybody who ever scored, wrote or approved any of its words, each with a space behind.</summary>
    public string Touched { get; private set; } = "";

    /// <summary>Its case study says more than its public text, with which it was begun.</summary>
    public bool StudySaysMore { get; private set; }

    public DateTime? Notice { get; private set; }

    public bool CaseOpen { get; private set; }

    public bool Allowed { get; private set; } = true;

    public bool HasStudy { get; private set; }

    public bool Tagged { get; private set; }

    public bool Edited { get; private set; }

    /// <summary>The author said yes, and to what: the public text, or a case study that says more.</summary>
    public bool SaidYes { get; private set; }

    public bool SaidYesToMore { get; private set; }

    private bool ReadsStudy => Turn == AuthorTurn.SignOff && SaidYes;

    private bool Approved => State == StoryState.Ready || Turn == AuthorTurn.SignOff;

    public Model Copy() => (Model)MemberwiseClone();

    public bool Claim(Actor actor) => When(
        State is StoryState.Received or StoryState.InReview or StoryState.WithAuthor or StoryState.Ready or StoryState.Declined, () => TakeInHand(actor.Name));

    public bool Pass(string to) => When(State is StoryState.Received or StoryState.InReview, () => (ClaimedBy, State) = (to, StoryState.InReview));

    public bool Release() => When(State == StoryState.InReview, () => ClaimedBy = null);

    public bool Save(Criticality score, Actor actor) => When(State == StoryState.InReview, () => Edit(score, actor));

    public bool Ask(Criticality score, Actor actor) => When(State == StoryState.InReview, () =>
    {
        Edit(score, actor);
        Become(StoryState.WithAuthor, AuthorTurn.Answer);
    });

    public bool Answer() => When(Turn == AuthorTurn.Answer, () => Become(StoryState.InReview));

    public bool Approve(Criticality score, Actor actor) => When(State == StoryState.InReview, () =>
    {
        Edit(score, actor);
        Touch(actor);
        if (seeFirst) Become(StoryState.WithAuthor, AuthorTurn.SignOff);
        else Become(StoryState.Ready);
    });

    public bool Decline(Criticality score, Actor actor) =>
        When(Undecided.Contains(State) || (State == StoryState.OnHold && actor.Holds(Roles.SafeguardingLead)), () =>
        {
            if (State == StoryState.InReview) Edit(score, actor);
            Become(StoryState.Declined);
        });

    public bool Hold(Criticality score, Actor actor) => When(Undecided.Contains(State), () =>
    {
        if (State == StoryState.InReview) Edit(score, actor);
        CaseOpen = true;
        Become(StoryState.OnHold);
    });

    public bool TakeOffHold(Actor actor) => When(State == StoryState.OnHold && actor.Holds(Roles.SafeguardingLead), () => TakeInHand(actor.Name));

    public bool CloseCase(Actor actor) => When(CaseOpen && actor.Holds(Roles.SafeguardingLead), () =>
    {
        CaseOpen = false;
        if (State == StoryState.OnHold) TakeInHand(actor.Name);
    });

    public bool ScoreIt(Criticality score, Actor actor) => When(State == StoryState.InReview || Approved, () => Rescore(score, actor));

    public bool Second(Actor actor) => When(
        Approved && Highest is { } highest && highest >= Criticality.AvoidableHarm
        && actor.Holds(highest == Criticality.AvoidableHarm ? Roles.Publisher : Roles.SafeguardingLead)
            && actor.Name != ScoredBy && actor.Name != ClaimedBy && !Touched.Contains($"{actor.Name} ", StringComparison.Ordinal),
        () => Seconded = true);

    public bool GiveNotice(Actor actor, DateTime now) =>
        When(Approved && Score == Criticality.AvoidableHarm && actor.Holds(Roles.Publisher), () => Notice = now);

    public bool SignOff() => When(Turn == AuthorTurn.SignOff, () =>
    {
        (SaidYesToMore, SaidYes) = (SaidYes, true);
        Become(StoryState.Ready);
    });

    public bool AskForChange() => When(Turn == AuthorTurn.SignOff, () => Become(ReadsStudy ? StoryState.Ready : StoryState.InReview));

    public bool Start(Actor actor) => When(actor.Holds(Roles.Publisher) && (HasStudy || (State == StoryState.Ready && Allowed)), () => HasStudy = true);

    /// <param name="more">The case study says more than the public text.</param>
    /// <param name="now">In UTC.</param>
    public bool Publish(Actor actor, bool more, DateTime now) => When(
        actor.Holds(Roles.Publisher) && HasStudy && State == StoryState.Ready && Allowed && !CaseOpen
            && MayBeRead(more, now),
        () =>
        {
            Write(actor, more);
            Become(StoryState.Published);
        });

    /// <summary>The case study says what the public text says, from now on.</summary>
    public bool SaveStudy(Actor actor, DateTime now) => When(
        actor.Holds(Roles.Publisher) && HasStudy && State != StoryState.Withdrawn && !ReadsStudy
            && (State != StoryState.OnHold || actor.Holds(Roles.SafeguardingLead))
            && (State != StoryState.Published || !StudySaysMore || (!CaseOpen && MayBeRead(more: false, now))),
        () => Write(actor, more: false));

    public bool TakeDown(Actor actor) => When(actor.Holds(Roles.Publisher) && State == StoryState.Published, () =>
    {
        Write(actor, more: false);
        Become(StoryState.Ready);
    });

    public bool SendToAuthor(Actor actor) => When(
        actor.Holds(Roles.Publisher) && HasStudy && seeFirst && Allowed && !CaseOpen && SaidYes
            && ((State == StoryState.Ready && !SaidYesToMore) || ReadsStudy),
        () =>
        {
            Write(actor, more: true);
            Become(StoryState.WithAuthor, AuthorTurn.SignOff);
        });

    /// <summary>What is not allowed cannot be ended.</summary>
    public bool Permit(bool website) => When(State != StoryState.Withdrawn && (website || Allowed), () =>
    {
        Allowed = website;
        if (!website && State == StoryState.Published) Become(StoryState.Ready);
    });

    /// <summary>A tag for many stories at once.</summary>
    public bool Tag(Actor actor) => When(State is StoryState.Received or StoryState.InReview, () =>
    {
        if (!Tagged) Touch(actor);
        Tagged = true;
    });

    /// <summary>Declined as spam among many, and undone at once: every story is where it was.</summary>
    public bool DeclineAndUndo() => Undecided.Contains(State);

    public bool TakeBack()
    {
        (State, Turn, Score, ScoredBy, Seconded, Notice, CaseOpen, Allowed) = (StoryState.Withdrawn, null, null, null, false, null, false, false);
        return true;
    }

    private static bool When(bool allowed, Action act)
    {
        if (allowed) act();
        return allowed;
    }

    /// <summary>The author said yes to these words where they asked to, and so did the second person, once they were these.</summary>
    private bool MayBeRead(bool more, DateTime now) =>
        (!seeFirst || (SaidYes && (!more || SaidYesToMore)))
        && (Highest is null or < Criticality.AvoidableHarm || (Seconded && StudySaysMore == more)) && IsTimeTo(now);

    private bool IsTimeTo(DateTime now) => Score switch
    {
        null => false,
        Criticality.AvoidableHarm =>
            Notice is { } given && DateOnly.FromDateTime(now) >= OfficeHours.DayAfter(given, workingDays: 3) && OfficeHours.AreOpen(now),
        Criticality.SeriousHarm or Criticality.Wasted => OfficeHours.AreOpen(now),
        _ => true,
    };

    private void Edit(Criticality score, Actor actor)
    {
        Seconded = false;
        // The form of every save says the same, and bears no tag.
        if (!Edited || Tagged) Touch(actor);
        (Edited, Tagged) = (true, false);
        Rescore(score, actor);
    }

    private void Rescore(Criticality score, Actor actor)
    {
        if (Score == score) return;
        (Score, ScoredBy, Notice) = (score, actor.Name, null);
        if (Highest is null || Highest < score) Highest = score;
        Touch(actor);
    }

    private void Write(Actor actor, bool more)
    {
        if (StudySaysMore == more) return;
        StudySaysMore = more;
        Touch(actor);
    }

    private void Touch(Actor actor) => (Seconded, Touched) = (false, $"{Touched}{actor.Name} ");

    private void TakeInHand(string name)
    {
        (ClaimedBy, Seconded, SaidYes, SaidYesToMore) = (name, false, false, false);
        Become(StoryState.InReview);
    }

    private void Become(StoryState state, AuthorTurn? turn = null) => (State, Turn) = (state, turn);
}
