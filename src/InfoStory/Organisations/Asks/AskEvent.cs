using InfoStory.Data;
using InfoStory.Letters;

namespace InfoStory.Organisations.Asks;

/// <summary>What happened to an ask. It is kept under its name, which never changes.</summary>
public enum AskEventKind
{
    /// <summary>The letter was written. The clock begins.</summary>
    Put,

    /// <summary>The one reminder. It changes nothing.</summary>
    Reminded,

    /// <summary>The letter that says that the time is over. It changes nothing: the clock says that by itself.</summary>
    TimeOver,

    /// <summary>It wrote that it will answer by a day that it named.</summary>
    HoldingReply,

    /// <summary>It asked what it needs to know before it can answer.</summary>
    Question,

    /// <summary>The team answered its question.</summary>
    QuestionAnswered,

    /// <summary>It gets more time, once, for a reason.</summary>
    Extended,

    /// <summary>The team moved the end of the clock, for a reason.</summary>
    Corrected,

    /// <summary>Its work went to another organisation, which has the ask from now on. The clock goes on, with time to answer left.</summary>
    Moved,

    Answered,

    /// <summary>It passed the ask on to another organisation.</summary>
    PassedOn,

    /// <summary>The case study was taken down, or what it rests on does not stand any more.</summary>
    CalledOff,

    /// <summary>Its work went to another organisation, which has been asked the same already.</summary>
    Joined,

    /// <summary>The time was over, and it is asked once more.</summary>
    AskedAgain,

    /// <summary>Its answer is with us. Nobody says that it is silent until we have read it.</summary>
    ReplySent,

    /// <summary>We gave the answer back. What we took to read it does not count.</summary>
    ReplyReturned,

    /// <summary>We had recorded an answer that was none. The clock goes on, and what it took us does not count.</summary>
    AnswerUndone,
}

/// <summary>Why an organisation gets more time. The public reads it.</summary>
public enum WhyExtended
{
    SeveralTeams,
    LooksIntoIt,
    TalksToPeople,
    PersonIsAway,
    NeedsAdvice,
}

/// <summary>Why the end of a clock was moved. The public reads it.</summary>
public enum WhyCorrected
{
    LetterDidNotArrive,
    ReplyWasNotRecorded,
    WrongDayRecorded,
    WeWereLate,
}

public static class AskReasonWords
{
    /// <summary>The reason as the end of a sentence.</summary>
    public static string InWords(this WhyExtended why) => why switch
    {
        WhyExtended.SeveralTeams => "several teams have to answer together",
        WhyExtended.LooksIntoIt => "it is looking into what happened",
        WhyExtended.TalksToPeople => "it is talking to the people it concerns",
        WhyExtended.PersonIsAway => "the person who can answer is away",
        WhyExtended.NeedsAdvice => "it needs advice first",
    };

    /// <inheritdoc cref="InWords(WhyExtended)"/>
    public static string InWords(this WhyCorrected why) => why switch
    {
        WhyCorrected.LetterDidNotArrive => "our letter did not arrive",
        WhyCorrected.ReplyWasNotRecorded => "it had written to us, and we had not recorded it",
        WhyCorrected.WrongDayRecorded => "we had recorded a wrong day",
        WhyCorrected.WeWereLate => "we were late with something it needed",
    };
}

/// <summary>One thing that happened to an ask. Nothing of it is changed. Who of the team wrote it down is in the history.</summary>
public sealed class AskEvent : Entity<AskEvent>, IPublic
{
    public Id<Ask> AskId { get; private set; }

    public required AskEventKind Kind { get; init; }

    /// <summary>The day in London on which it happened, which may be before it was written down.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day that a holding reply or a correction names.</summary>
    public DateOnly? Until { get; init; }

    public WhyExtended? WhyExtended { get; init; }

    public WhyCorrected? WhyCorrected { get; init; }

    /// <summary>To whom it was passed on; or from whom it was moved.</summary>
    public Id<Organisation>? OtherId { get; init; }

    public Organisation? Other { get; private set; }

    /// <summary>The mailbox to which a letter was written; null where none was.</summary>
    public string? SentTo { get; init; }

    /// <summary>That letter while it waits; null once it is gone.</summary>
    public Id<Letter>? LetterId { get; private set; }

    public Letter? Letter { get; init; }

    /// <summary>When that letter left; null while it waits, and where it never did. It is the one thing that is written down later.</summary>
    public DateTime? LeftAt { get; internal set; }

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) =>
        db.ChangeTracker.Entries<Ask>().Select(entry => entry.Entity).FirstOrDefault(ask => (AskId.Value != 0 && ask.Id == AskId)
            || ask.Events.Contains(this)) is { } ask
            ? EditionSubject.CaseStudy(ask.CaseStudyId.Value)
            : null;

    internal AskFact Fact => new(Kind, On) { Until = Until, WhyExtended = WhyExtended, WhyCorrected = WhyCorrected, Other = Other?.Name };
}
