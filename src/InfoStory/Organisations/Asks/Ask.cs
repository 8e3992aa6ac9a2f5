using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Asks;

/// <summary>
/// A case study put to an organisation. Where it stands is worked out from its events by <see cref="AskClock"/>; what is kept beside them only lets the
/// database find what is due, and is written anew with every event.
/// </summary>
public sealed class Ask : Entity<Ask>, IRevised, IPublic
{
    public int Revision { get; private set; }

    public Id<CaseStudy> CaseStudyId { get; private init; }

    public CaseStudy? CaseStudy { get; private set; }

    public Id<Organisation> OrganisationId { get; private set; }

    public Organisation? Organisation { get; private set; }

    public long? PutById { get; private init; }

    public required string PutBy { get; init; }

    public required DateTime PutAt { get; init; }

    /// <summary>The ask that was passed on, so that this one began; null where a publisher put it.</summary>
    public Id<Ask>? PassedFromId { get; private init; }

    public Ask? PassedFrom { get; private init; }

    /// <summary>How many organisations passed it on before this one had it.</summary>
    public int Passed { get; private init; }

    /// <summary>True until it ends and null from then on, so that the database lets there be one open ask of a case study to an organisation.</summary>
    public bool? IsOpen { get; private set; } = true;

    /// <summary>When its pause ends by itself; null where there is none.</summary>
    public DateTime? ResumesAt { get; private set; }

    /// <summary>From when on nobody has replied in time; null once it has ended.</summary>
    public DateTime? OverAt { get; private set; }

    /// <summary>When its next letter is due; null where none is.</summary>
    public DateTime? LetterAt { get; private set; }

    public List<AskEvent> Events { get; } = [];

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) => EditionSubject.CaseStudy(CaseStudyId.Value);

    /// <summary>Puts a case study to an organisation. The clock begins on that day.</summary>
    public static Ask Put(CaseStudy study, Organisation organisation, Actor actor, DateTime now, DateOnly on, Letter letter, Ask? passedFrom = null)
    {
        study.Answer();
        var ask = new Ask
        {
            CaseStudyId = study.Id,
            CaseStudy = study,
            OrganisationId = organisation.Id,
            Organisation = organisation,
            PutById = actor.StaffId,
            PutBy = actor.Name,
            PutAt = now,
            PassedFromId = passedFrom?.Id,
            PassedFrom = passedFrom,
            Passed = passedFrom is null ? 0 : passedFrom.Passed + 1,
        };
        ask.Happened(new() { Kind = AskEventKind.Put, On = on, At = now, SentTo = organisation.Mailbox, Letter = letter });
        return ask;
    }

    /// <summary>Where it stands at this moment. Its events must be loaded.</summary>
    public AskStanding Stands(DateTime now) => AskClock.At(InOrder.Select(one => one.Fact), now) with { IsUnreached = IsUnreached };

    /// <summary>Where it would stand if this happened as well.</summary>
    internal AskStanding StandsAfter(AskFact fact, DateTime now) => AskClock.At(InOrder.Select(one => one.Fact).Append(fact), now);

    /// <summary>Writes down what happened.</summary>
    /// <exception cref="ConflictException">It has ended.</exception>
    public void Happened(AskEvent happened)
    {
        if (IsOpen is null && happened.Kind != AskEventKind.AnswerUndone) throw new ConflictException("This ask has ended.");

        Events.Add(happened);
        Settle(happened.At);
    }

    /// <summary>Its organisation's work went to another one, which has it from now on.</summary>
    /// <param name="letter">What it is told; null where nothing is sent.</param>
    public void MoveTo(Organisation successor, Letter? letter, DateTime now)
    {
        var from = OrganisationId;
        (OrganisationId, Organisation) = (successor.Id, successor);
        Happened(new()
        {
            Kind = AskEventKind.Moved,
            On = DateOnly.FromDateTime(now.InLondon()),
            At = now,
            OtherId = from,
            SentTo = letter?.To,
            Letter = letter,
        });
    }

    /// <summary>The reminder, or the letter about its silence, that has not left.</summary>
    internal IReadOnlyList<AskEvent> Untold =>
        Events.FindAll(one => one is { LetterId: not null, Kind: AskEventKind.Reminded or AskEventKind.TimeOver });

    /// <summary>What is stopped before it left counts as none: it comes when it is due again.</summary>
    internal void Forget(IReadOnlyList<AskEvent> untold, DateTime now)
    {
        if (IsOpen is null || untold.Count == 0) return;

        Events.RemoveAll(untold.Contains);
        Settle(now);
    }

    /// <summary>The letter that is due next; null where none is. Letters wait for working hours, and stop while the clock is paused.</summary>
    internal (AskEventKind Kind, DateTime At)? NextLetter(AskStanding stands)
    {
        if (!stands.IsOpen || stands.Phase == AskPhase.Replying || WasTold(AskEventKind.TimeOver)) return null;

        // Whoever has only just heard of it needs no reminder.
        var heard = Events.Where(one => one.Kind is AskEventKind.Moved or AskEventKind.ReplyReturned or AskEventKind.AnswerUndone)
            .Select(one => (DateOnly?)one.On).Max();
        var reminds = stands.RemindOn is { } on && !(on <= heard) && stands.Phase != AskPhase.Silent && !WasTold(AskEventKind.Reminded);
        var day = reminds ? stands.RemindOn!.Value : stands.Due.AddDays(1);
        if (stands.Until > day) day = stands.Until.Value;
        return (reminds ? AskEventKind.Reminded : AskEventKind.TimeOver, WorkingDays.Opening(WorkingDays.OnOrAfter(day)));
    }

    private IEnumerable<AskEvent> InOrder => Events.OrderBy(one => one.Id.Value == 0).ThenBy(one => one.Id.Value);

    /// <summary>Since its clock was corrected last: then it has all its letters again.</summary>
    private bool WasTold(AskEventKind kind) =>
        InOrder.Reverse().TakeWhile(one => one.Kind != AskEventKind.Corrected).Any(one => one.Kind == kind);

    /// <summary>It cannot have heard of the ask: its silence is ours.</summary>
    internal bool IsUnreached => HasNotHeard(InOrder.Select(one => (one.Fact, one.SentTo, one.LeftAt)));

    /// <summary>
    /// Whether the letter that tells it of the ask has not left, nor has it written to us since, of what happened in its order. A letter that did not arrive
    /// has not left, also where no other could be written.
    /// </summary>
    internal static bool HasNotHeard(IEnumerable<(AskFact Fact, string? SentTo, DateTime? LeftAt)> happened)
    {
        var (hasNot, before) = (false, false);
        foreach (var (fact, sentTo, leftAt) in happened)
        {
            if (fact.Kind == AskEventKind.Answered) before = hasNot;
            hasNot = fact switch
            {
                { Kind: AskEventKind.Put or AskEventKind.Moved } or { WhyCorrected: WhyCorrected.LetterDidNotArrive } => leftAt is null,
                { Kind: AskEventKind.HoldingReply or AskEventKind.Question or AskEventKind.ReplySent or AskEventKind.Answered } => false,
                // It had not written to us after all.
                { Kind: AskEventKind.AnswerUndone } => before,
                _ => hasNot,
            };
        }

        return hasNot;
    }

    private void Settle(DateTime now)
    {
        var stands = Stands(now);
        (IsOpen, ResumesAt, OverAt, LetterAt) = (stands.IsOpen ? true : null, stands.ResumesAt, stands.OverAt, NextLetter(stands)?.At);
    }
}

internal sealed class AskMapping : IEntityTypeConfiguration<Ask>, IEntityTypeConfiguration<AskEvent>
{
    public void Configure(EntityTypeBuilder<Ask> ask)
    {
        ask.ToTable("Asks");
        ask.Property(a => a.PutBy).HasMaxLength(256);
        ask.HasIndex(a => new { a.CaseStudyId, a.OrganisationId, a.IsOpen }).IsUnique();
        ask.HasIndex(a => new { a.OrganisationId, a.PutAt, a.Id });
        ask.HasIndex(a => a.PutAt);
        ask.HasIndex(a => a.LetterAt);
        ask.HasIndex(a => a.ResumesAt);
        ask.HasIndex(a => new { a.OverAt, a.Id });
        ask.HasOne(a => a.CaseStudy).WithMany().HasForeignKey(a => a.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
        ask.HasOne(a => a.Organisation).WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        ask.HasOne(a => a.PassedFrom).WithMany().HasForeignKey(a => a.PassedFromId).OnDelete(DeleteBehavior.ClientSetNull);
        ask.HasMany(a => a.Events).WithOne().HasForeignKey(e => e.AskId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AskEvent> happened)
    {
        happened.ToTable("AskEvents");
        happened.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        happened.Property(e => e.WhyExtended).HasConversion<string>().HasMaxLength(30);
        happened.Property(e => e.WhyCorrected).HasConversion<string>().HasMaxLength(30);
        happened.Property(e => e.SentTo).HasMaxLength(256);
        happened.HasIndex(e => new { e.Kind, e.At });
        happened.HasOne(e => e.Other).WithMany().HasForeignKey(e => e.OtherId).OnDelete(DeleteBehavior.Restrict);
        happened.HasOne(e => e.Letter).WithMany().HasForeignKey(e => e.LetterId).OnDelete(DeleteBehavior.SetNull);
    }
}

public static class AskSets
{
    /// <summary>Without those of a case study that draws on a story on hold, whose title is words too; a safeguarding lead reads them all.</summary>
    public static IQueryable<Ask> ReadableBy(this IQueryable<Ask> asks, Actor actor) => actor.May(AccessPolicy.Safeguard)
        ? asks
        : asks.Where(ask => !ask.CaseStudy!.Stories.Any(drawn => drawn.Story!.State == StoryState.OnHold));

    extension(InfoStoryContext db)
    {
        public DbSet<Ask> Asks => db.Set<Ask>();
    }
}
