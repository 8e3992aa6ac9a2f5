using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Promises;

/// <summary>
/// A change that an organisation says it will make because of a case study: what, in whose hands, by when. It is what its events say; the columns beside
/// them are worked out anew with each one, so that lists can ask for them. It is public while its case study is.
/// </summary>
public sealed class Promise : Entity<Promise>, IRevised, IPublic
{
    internal const string NotOpen = "This promise is made or dropped already, so there is nothing to report. Write to our team if something is wrong.";

    public const int MaxWhat = 200, MaxRole = 80, MaxWords = 1_000;

    /// <summary>How often one author may change their mind about a change that was made.</summary>
    public const int MostAnswers = 10;

    public int Revision { get; private set; }

    /// <summary>Its place in the address /promises/{slug}; it never changes.</summary>
    public required string Slug { get; init; }

    public required Id<Organisation> OrganisationId { get; set; }

    public Organisation? Organisation { get; private set; }

    public required Id<CaseStudy> CaseStudyId { get; init; }

    public CaseStudy? CaseStudy { get; private set; }

    public required string What { get; init; }

    /// <summary>Whose it is within the organisation: a role, never a name.</summary>
    public required string Role { get; init; }

    public PromiseOutcome Outcome { get; private set; }

    /// <summary>The day that was promised last, as the moment at which it begins in London.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>
    /// Until when nobody calls it overdue though its day is over, because we took time to read a report; null where its day alone decides, and
    /// <see cref="PromiseStanding.NoEnd"/> while we read.
    /// </summary>
    public DateTime? OnTimeUntil { get; private set; }

    /// <summary>When something last happened that everyone sees.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>When the next letter to the organisation is due; null where none is.</summary>
    public DateTime? NextLetterAt { get; private set; }

    /// <summary>When the authors of the case study are to be asked whether it was kept; null where they are not.</summary>
    public DateTime? AskAuthorsAt { get; private set; }

    /// <summary>How many others say that it is fixed where they are, as it may be shown: at least so many since it was made, null below five.</summary>
    public int? FixedAtLeast { get; private set; }

    /// <summary>In the order in which they happened.</summary>
    public List<PromiseEvent> Events { get; } = [];

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) => EditionSubject.CaseStudy(CaseStudyId.Value);

    /// <summary>What is left of the address of a promise that went with its story: among those of case studies, none of which has a stroke.</summary>
    public static string KeyOfAddress(string slug) => FormerAddress.KeyOf($"promises/{slug}");

    /// <summary>How often it was said to be made.</summary>
    public int TimesMade => Events.Count(one => one.Kind == PromiseEventKind.Made);

    /// <inheritdoc cref="PromiseStanding.HearsOthers"/>
    public bool HearsOthers => PromiseStanding.HearsOthers(Outcome, Events);

    public PromiseState StateAt(DateTime now) => PromiseStanding.StateAt(Outcome, DueAt, OnTimeUntil, now);

    /// <summary>The promise is given now, for that day. Once, when it is made.</summary>
    public void Plan(DateOnly due, DateTime now) => Add(new() { Kind = PromiseEventKind.Planned, At = now, DueAt = due.BeginsAt() });

    /// <param name="said">When the organisation said so; null where that is now.</param>
    /// <exception cref="ConflictException">It is made or dropped already.</exception>
    public void Move(DateOnly due, string why, DateTime now, DateTime? said = null)
    {
        if (Outcome != PromiseOutcome.Open) throw new ConflictException("This promise is made or dropped, so its day does not move any more.");
        Add(new() { Kind = PromiseEventKind.Moved, At = now, SaidAt = said, DueAt = due.BeginsAt(), Words = why });
    }

    /// <summary>The change is made, they say. Where an author says that it is not, or not all of it, it can be made again.</summary>
    /// <inheritdoc cref="Move" path="/param"/>
    /// <exception cref="ConflictException">It is dropped, or nobody has said that anything is left to do.</exception>
    public void Make(string evidence, DateTime now, DateTime? said = null)
    {
        var isPartly = Outcome == PromiseOutcome.Made && SinceMade().Any(one => one.Answer == KeptAnswer.Partly);
        if (Outcome is not (PromiseOutcome.Open or PromiseOutcome.NotConfirmed) && !isPartly)
            throw new ConflictException("This promise is made or dropped already.");
        Add(new() { Kind = PromiseEventKind.Made, At = now, SaidAt = said, Words = evidence });
        (AskAuthorsAt, FixedAtLeast) = (now, null);
    }

    /// <inheritdoc cref="Move" path="/param"/>
    /// <exception cref="ConflictException">It was confirmed, or dropped already.</exception>
    public void Drop(string why, DateTime now, DateTime? said = null)
    {
        if (Outcome is PromiseOutcome.Dropped) throw new ConflictException("This promise is dropped already.");
        if (Outcome is PromiseOutcome.Confirmed) throw new ConflictException("This promise was kept, so it cannot be dropped.");
        Add(new() { Kind = PromiseEventKind.Dropped, At = now, SaidAt = said, Words = why });
        (AskAuthorsAt, FixedAtLeast) = (null, null);
    }

    /// <summary>A report on it is with us from now on: nobody is reminded, and who was in time is not late.</summary>
    /// <exception cref="ConflictException">It is made or dropped already.</exception>
    public void Report(DateTime now)
    {
        if (Outcome != PromiseOutcome.Open) throw new ConflictException(NotOpen);
        Add(new() { Kind = PromiseEventKind.Reported, At = now });
    }

    /// <summary>We gave the report back.</summary>
    public void ReturnReport(DateTime now) => Add(new() { Kind = PromiseEventKind.ReportReturned, At = now });

    /// <summary>The author of this story is asked now; nobody is asked twice unless they said that it was too early, or it was made anew.</summary>
    public PromiseEvent? Ask(Id<Story> story, DateTime now)
    {
        var last = SinceMade().LastOrDefault(one => one.StoryId == story);
        if (last is not null && (AskAgainAt(last) is not { } again || again > now)) return null;

        var asked = new PromiseEvent { Kind = PromiseEventKind.AuthorAsked, At = now, StoryId = story };
        Add(asked);
        return asked;
    }

    /// <summary>Everyone who is to be asked now was: the next time is that of the first who said that it was too early.</summary>
    /// <param name="stories">Those from which the case study is drawn. Who told one that was left out since is not asked again.</param>
    public void AskedAll(IReadOnlyCollection<Id<Story>> stories) => AskAuthorsAt = SinceMade()
        .Where(one => one.StoryId is { } story && stories.Contains(story)).GroupBy(one => one.StoryId).Min(author => AskAgainAt(author.Last()));

    /// <summary>What the author of this story says of it. The same answer twice changes nothing, and a new one takes the place of the one before.</summary>
    /// <returns>False where they had said so already.</returns>
    /// <exception cref="ConflictException">Nobody says that it is made.</exception>
    public bool Hear(Id<Story> story, KeptAnswer answer, DateTime now)
    {
        MustBeMade();
        var said = SinceMade().Where(one => one.Kind == PromiseEventKind.AuthorSaid && one.StoryId == story).ToList();
        if (said.LastOrDefault()?.Answer == answer) return false;
        if (said.Count == MostAnswers) throw new ConflictException("You have changed your answer very often. Write to our team if it is not right now.");

        Add(new() { Kind = PromiseEventKind.AuthorSaid, At = now, StoryId = story, Answer = answer });
        // The others may not have been asked yet.
        if (answer == KeptAnswer.TooEarly) AskAuthorsAt ??= now + PromiseStanding.AskAgainAfter;
        return true;
    }

    /// <summary>So many others have said that it is fixed where they are. Enough of them count, once for each time that it was made.</summary>
    /// <returns>False where nothing changes that everyone sees.</returns>
    /// <exception cref="ConflictException">Nobody says that it is made.</exception>
    public bool HearOthers(int said, DateTime now)
    {
        MustBeMade();
        var confirms = said >= PromiseStanding.OthersNeeded && !SinceMade().Any(one => one.Kind == PromiseEventKind.OthersConfirmed);
        if (!confirms && FixedAtLeast == SmallNumbers.AtLeast(said)) return false;

        FixedAtLeast = SmallNumbers.AtLeast(said);
        if (confirms) Add(new() { Kind = PromiseEventKind.OthersConfirmed, At = now });
        return true;
    }

    /// <summary>Whether a letter to the organisation is due; the next one is set. After a time when nothing ran only the last one is.</summary>
    public bool TakeLetter(DateTime now)
    {
        if (NextLetterAt is not { } at || at > now) return false;

        NextLetterAt = NextLetterAfter(now);
        return true;
    }

    /// <summary>A letter to the organisation was not read: another is due now.</summary>
    internal void WriteAgain(DateTime now) => NextLetterAt = now;

    private static DateTime? AskAgainAt(PromiseEvent last) => last.Answer == KeptAnswer.TooEarly ? last.At + PromiseStanding.AskAgainAfter : null;

    private void MustBeMade()
    {
        if (Outcome is PromiseOutcome.Open or PromiseOutcome.Dropped) throw new ConflictException("Nobody says that this change is made yet.");
    }

    private IEnumerable<PromiseEvent> SinceMade() => Events.Skip(Math.Max(0, Events.FindLastIndex(one => one.Kind == PromiseEventKind.Made)));

    private void Add(PromiseEvent happened)
    {
        Events.Add(happened);
        var standing = PromiseStanding.Of(Events);
        (Outcome, DueAt, OnTimeUntil) = (standing.Outcome, standing.DueAt, standing.OnTimeUntil);
        if (!PromiseEvent.Inside.Contains(happened.Kind)) ChangedAt = happened.At;
        NextLetterAt = Outcome != PromiseOutcome.Open || happened.Kind == PromiseEventKind.Reported ? null
            : happened.DueAt is null && happened.Kind != PromiseEventKind.ReportReturned ? NextLetterAt
            : NextLetterAfter(happened.At);
    }

    private DateTime? NextLetterAfter(DateTime now) =>
        PromiseStanding.LettersFor(DueAt, OnTimeUntil).Where(at => at > now).Select(at => (DateTime?)at).FirstOrDefault();
}

internal sealed class PromiseMapping : IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<PromiseEvent>
{
    public void Configure(EntityTypeBuilder<Promise> promise)
    {
        promise.ToTable("Promises");
        promise.Property(p => p.Slug).HasMaxLength(Data.Slug.MaxLength);
        promise.HasIndex(p => p.Slug).IsUnique();
        promise.Property(p => p.What).HasMaxLength(PlainText.Room(Promise.MaxWhat));
        promise.Property(p => p.Role).HasMaxLength(PlainText.Room(Promise.MaxRole));
        promise.Property(p => p.Outcome).HasConversion<string>().HasMaxLength(20);
        promise.HasIndex(p => new { p.ChangedAt, p.Id });
        promise.HasIndex(p => new { p.Outcome, p.ChangedAt, p.Id });
        promise.HasIndex(p => new { p.Outcome, p.DueAt, p.Id });
        promise.HasIndex(p => new { p.OrganisationId, p.ChangedAt, p.Id });
        promise.HasIndex(p => p.NextLetterAt);
        promise.HasIndex(p => p.AskAuthorsAt);
        promise.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        promise.HasOne(p => p.CaseStudy).WithMany().HasForeignKey(p => p.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
        promise.HasMany(p => p.Events).WithOne().HasForeignKey(e => e.PromiseId);
    }

    public void Configure(EntityTypeBuilder<PromiseEvent> happened)
    {
        happened.ToTable("PromiseEvents");
        happened.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        happened.Property(e => e.Answer).HasConversion<string>().HasMaxLength(20);
        happened.Property(e => e.Words).HasMaxLength(PlainText.Room(Promise.MaxWords));
        happened.HasIndex(e => new { e.Kind, e.At });
        happened.HasOne<Story>().WithMany().HasForeignKey(e => e.StoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PromiseSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Promise> Promises => db.Set<Promise>();
    }
}
