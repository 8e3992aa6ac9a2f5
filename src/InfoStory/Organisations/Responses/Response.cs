using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Responses;

/// <summary>How far a response has come. It is kept under its name, which never changes.</summary>
public enum ResponseState
{
    /// <summary>Its organisation writes it; nobody else reads it.</summary>
    Draft,

    /// <summary>It is with us, to be read.</summary>
    Sent,
    Published,
}

/// <summary>The parts of a response, as they were typed.</summary>
/// <param name="Whom">To whom people can speak; null where nothing is said of it.</param>
/// <param name="Role">Who answers: a role, never a name.</param>
public sealed record ResponseWords(string Understood, string WillDo, string? Whom, string Role)
{
    /// <summary>One change that it means to make; null where it names none. It is public only as a promise.</summary>
    public string? Change { get; init; }

    /// <summary>In whose hands the change is: a role.</summary>
    public string? Whose { get; init; }

    /// <summary>The day in London by which the change is made.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What is compared with other answers.</summary>
    internal string ToCompare => $"{Understood}\n{WillDo}";
}

/// <summary>
/// What an organisation answers to an ask. One is written at a time, by colleagues together. What was published is never changed: a correction is another one,
/// and the last that was published is what everyone reads (docs/decisions/0080).
/// </summary>
public sealed class Response : Entity<Response>, IRevised, IShown
{
    public const int MaxPart = 2_000, MaxWhom = 300, MaxRole = Responder.MaxRole, MaxWhy = 1_000;

    /// <summary>From 1 on, so that a form that was made before there was any is told from the first.</summary>
    public int Revision { get; private set; } = 1;

    public required Id<Ask> AskId { get; init; }

    public Ask? Ask { get; private set; }

    /// <summary>That of the ask, so that nothing is written while an author takes a story of it back.</summary>
    public required Id<CaseStudy> CaseStudyId { get; init; }

    public CaseStudy? CaseStudy { get; private set; }

    public ResponseState State { get; private set; }

    /// <summary>True until it is published and null from then on, so that the database lets there be one of an ask that is written.</summary>
    public bool? IsOpen { get; private set; } = true;

    public string Understood { get; private set; } = "";

    public string WillDo { get; private set; } = "";

    public string? Whom { get; private set; }

    /// <summary>Who answers: a role, never a name.</summary>
    public string Role { get; private set; } = "";

    /// <inheritdoc cref="ResponseWords.Change"/>
    public string? Change { get; private set; }

    /// <inheritdoc cref="ResponseWords.Whose"/>
    public string? Whose { get; private set; }

    /// <inheritdoc cref="ResponseWords.Due"/>
    public DateOnly? Due { get; private set; }

    /// <summary>The responder who wrote last; null where the team wrote down what came by email. It stays when they are forgotten.</summary>
    public Id<Responder>? ResponderId { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>Since when it is with us; null while it is a draft.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>The day in London on which it was sent, which is what counts for the clock.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>Why we gave it back; null where we did not.</summary>
    public string? ReturnedWhy { get; private set; }

    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>The letter with that reason while it waits; null once it is gone.</summary>
    public Id<Letter>? LetterId { get; private set; }

    public Letter? Letter { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    DateTime? IShown.PublicUntil => null;

    DateTime? IShown.FirstPublishedAt => PublishedAt;

    /// <summary>By what another answer with nearly the same words is found. None while it is a draft.</summary>
    public List<ResponseShingle> Shingles { get; } = [];

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) => EditionSubject.CaseStudy(CaseStudyId.Value);

    public ResponseWords Words => new(Understood, WillDo, Whom, Role) { Change = Change, Whose = Whose, Due = Due };

    /// <exception cref="ConflictException">It is with us, or public.</exception>
    public void Write(ResponseWords words, Id<Responder>? by, DateTime now)
    {
        if (State != ResponseState.Draft) throw new ConflictException("This response was sent already. We read it before it appears.");
        (Understood, WillDo, Whom, Role, ResponderId, WrittenAt) = (words.Understood, words.WillDo, words.Whom, words.Role, by, now);
        (Change, Whose, Due) = (words.Change, words.Whose, words.Due);
    }

    /// <param name="on">The day on which it was sent.</param>
    public void Send(DateOnly on, DateTime now, IEnumerable<long> keys)
    {
        (State, SentAt, SentOn, ReturnedWhy) = (ResponseState.Sent, now, on, null);
        Shingles.Clear();
        Shingles.AddRange(keys.Distinct().Select(key => new ResponseShingle { Key = key }));
    }

    /// <summary>It is a draft again, with the reason.</summary>
    /// <exception cref="ConflictException">It is not with us.</exception>
    public void Return(string why, DateOnly on, Letter? letter)
    {
        MustBeSent();
        (State, SentAt, ReturnedWhy, ReturnedOn, Letter) = (ResponseState.Draft, null, why, on, letter);
        Shingles.Clear();
    }

    /// <exception cref="ConflictException">It is not with us.</exception>
    public void Publish(DateTime now)
    {
        MustBeSent();
        (State, IsOpen, PublishedAt) = (ResponseState.Published, null, now);
    }

    /// <summary>It is written to the ask that took the place of its own.</summary>
    internal void MoveTo(Ask next) => Ask = next;

    private void MustBeSent()
    {
        if (State != ResponseState.Sent) throw new ConflictException("Somebody has published this response or given it back.");
    }
}

/// <summary>By what an answer is found that is nearly the same as another (Protection.Flags.Shingles).</summary>
public sealed class ResponseShingle
{
    public required long Key { get; init; }

    public Id<Response> ResponseId { get; private set; }
}

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>, IEntityTypeConfiguration<ResponseShingle>
{
    public void Configure(EntityTypeBuilder<Response> response)
    {
        response.ToTable("Responses");
        response.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        response.Property(r => r.Understood).HasMaxLength(PlainText.Room(Response.MaxPart));
        response.Property(r => r.WillDo).HasMaxLength(PlainText.Room(Response.MaxPart));
        response.Property(r => r.Whom).HasMaxLength(PlainText.Room(Response.MaxWhom));
        response.Property(r => r.Role).HasMaxLength(PlainText.Room(Response.MaxRole));
        response.Property(r => r.Change).HasMaxLength(PlainText.Room(Promise.MaxWhat));
        response.Property(r => r.Whose).HasMaxLength(PlainText.Room(Promise.MaxRole));
        response.Property(r => r.ReturnedWhy).HasMaxLength(PlainText.Room(Response.MaxWhy));
        response.Ignore(r => r.Words);
        response.HasIndex(r => new { r.AskId, r.IsOpen }).IsUnique();
        response.HasIndex(r => new { r.State, r.SentAt, r.Id });
        response.HasIndex(r => new { r.CaseStudyId, r.State });
        response.HasOne(r => r.Ask).WithMany().HasForeignKey(r => r.AskId).OnDelete(DeleteBehavior.Cascade);
        // SQL Server wants one way by which a row is deleted: that of the ask.
        response.HasOne(r => r.CaseStudy).WithMany().HasForeignKey(r => r.CaseStudyId).OnDelete(DeleteBehavior.Restrict);
        response.HasOne(r => r.Letter).WithMany().HasForeignKey(r => r.LetterId).OnDelete(DeleteBehavior.SetNull);
        response.HasMany(r => r.Shingles).WithOne().HasForeignKey(s => s.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ResponseShingle> shingle)
    {
        shingle.ToTable("ResponseShingles");
        shingle.HasKey(s => new { s.Key, s.ResponseId });
        shingle.HasIndex(s => s.ResponseId);
    }
}

public static class ResponseSets
{
    /// <summary>What history says a response is: its number.</summary>
    public static string Subject(Id<Response> id) => $"response {id}";

    /// <summary>Without those of a case study that draws on a story on hold; a safeguarding lead reads them all.</summary>
    public static IQueryable<Response> ReadableBy(this IQueryable<Response> responses, Actor actor) => actor.May(AccessPolicy.Safeguard)
        ? responses
        : responses.Where(response => !response.CaseStudy!.Stories.Any(drawn => drawn.Story!.State == StoryState.OnHold));

    extension(InfoStoryContext db)
    {
        public DbSet<Response> Responses => db.Set<Response>();
    }
}
