using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Protection;
using InfoStory.Protection.Flags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responses;

/// <summary>An answer that is being written, or waits for us.</summary>
/// <param name="ReturnedWhy">Why we gave it back; null where we did not.</param>
public sealed record WrittenResponse(int Revision, ResponseState State, ResponseWords Words, DateTime At, string? ReturnedWhy);

/// <summary>An ask as those read it who answer it.</summary>
/// <param name="CaseStudy">The title of the case study; null where it is public no more.</param>
/// <param name="Writing">What is written and not public; null where nothing is.</param>
/// <param name="Shown">What everyone reads; null where nothing is public.</param>
/// <param name="WhyNot">Why nothing can be answered now; null where it can.</param>
/// <param name="Role">What they call their own role.</param>
public sealed record AskToAnswer(
    string Organisation, int Passed, AskStanding Stands, string? CaseStudy, string Slug, WrittenResponse? Writing, PublicResponse? Shown, string? WhyNot,
    string Role)
{
    /// <summary>The revision of the ask.</summary>
    public int Revision { get; init; }

    /// <summary>Whether what is kept is just what was typed here.</summary>
    public bool Holds(WriteResponse form) => Writing?.Words == form.Words;

    /// <summary>The form holds what it was shown with first.</summary>
    public bool Shows(WriteResponse form) => ToForm().Words == form.Words;

    /// <summary>The form as it is shown first: what is written, or else what is public.</summary>
    public WriteResponse ToForm()
    {
        var words = Writing?.Words ?? Shown?.Words;
        return new()
        {
            Revision = Writing?.Revision ?? 0,
            Understood = words?.Understood,
            WillDo = words?.WillDo,
            Whom = words?.Whom,
            Change = Writing?.Words.Change,
            Whose = Writing?.Words.Whose,
            Due = Writing?.Words.Due,
            Role = words is { Role.Length: > 0 } ? words.Role : Role,
        };
    }
}

/// <summary>
/// Writes answers, for those who answer for an organisation. A draft belongs to the organisation: colleagues go on with it, and none writes over another
/// unseen. Nothing is public before a publisher has read it.
/// </summary>
public sealed class Answering(
    InfoStoryContext db, IValidator<WriteResponse> rules, Responding responding, AskTakedown takedown, ResponseTakedown letters, TimeProvider clock)
{
    public const string CalledOff = "You are not asked about this case study any more.", Ended = "This ask has ended.",
        NotPublic = "This case study is not public any more, so nothing can be answered.";

    /// <summary>The ask, and what was written of an answer. Few statements.</summary>
    /// <exception cref="NotFoundException">Nobody put it to an organisation that they answer for.</exception>
    public async Task<AskToAnswer> ShowAsync(Id<Responder> me, Id<Ask> id, CancellationToken cancellation)
    {
        var (ask, now) = (await MineAsync(me, id, db.Asks.AsNoTracking(), cancellation), clock.UtcNow);
        var study = await db.CaseStudies.Shown(now).Where(one => one.Id == ask.CaseStudyId).Select(one => new { one.Slug, one.Title })
            .FirstOrDefaultAsync(cancellation);
        var writing = await db.Responses.AsNoTracking().FirstOrDefaultAsync(one => one.AskId == id && one.IsOpen == true, cancellation);
        var role = await db.Responders.Where(one => one.Id == me).Select(one => one.Role).SingleAsync(cancellation);
        return new(
            ask.Organisation!.Name, ask.Passed, ask.Stands(now), study?.Title, study?.Slug ?? "",
            writing is null ? null : new(writing.Revision, writing.State, writing.Words, writing.WrittenAt, writing.ReturnedWhy),
            (await PublicResponses.OfAsync(db, [id], cancellation)).GetValueOrDefault(id), study is null ? NotPublic : WhyNot(ask, now), role)
        {
            Revision = ask.Revision,
        };
    }

    /// <summary>Keeps what is written so far, for them and their colleagues, however much of it is missing or too long to be sent.</summary>
    /// <exception cref="NotFoundException">Nobody put it to an organisation that they answer for.</exception>
    /// <exception cref="ValidationException">A part is longer than there is room for.</exception>
    /// <exception cref="ConflictException">A colleague wrote since, it was sent already, or nothing can be answered any more.</exception>
    public async Task SaveAsync(Id<Responder> me, Id<Ask> id, WriteResponse command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        var ask = await OpenAsync(me, id, cancellation);
        if (await db.Responses.AsNoTracking().FirstOrDefaultAsync(one => one.AskId == id && one.IsOpen == true, cancellation)
                is { State: ResponseState.Draft } kept && kept.Words == command.Words) return;

        var response = await WritingAsync(ask, command.Revision, cancellation);
        response.Write(command.Words, me, clock.UtcNow);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>
    /// Hands the answer to the team. From then on nobody says that there is no reply, and how long it waits does not count. Sending twice is once. What cannot
    /// be sent as it is is kept as a draft.
    /// </summary>
    /// <exception cref="NotFoundException">Nobody put it to an organisation that they answer for.</exception>
    /// <exception cref="ValidationException">A part is missing or too long.</exception>
    /// <exception cref="ConflictException">A colleague wrote since, it was sent already, or nothing can be answered any more.</exception>
    public async Task SendAsync(Id<Responder> me, Id<Ask> id, WriteResponse command, CancellationToken cancellation)
    {
        var looked = await rules.ValidateAsync(command, options => options.IncludeRuleSets("default", WriteResponseRules.Whole), cancellation);
        if (!looked.IsValid)
        {
            if (!command.IsEmpty && (await rules.ValidateAsync(command, cancellation)).IsValid) await SaveAsync(me, id, command, cancellation);
            throw new ValidationException(looked.Errors);
        }

        var ask = await OpenAsync(me, id, cancellation);
        if (await db.Responses.AsNoTracking().FirstOrDefaultAsync(one => one.AskId == id && one.IsOpen == true, cancellation)
                is { State: ResponseState.Sent } sent && sent.Words == command.Words) return;

        var response = await WritingAsync(ask, command.Revision, cancellation);
        response.Write(command.Words, me, clock.UtcNow);
        await HandInAsync(ask, response, clock.Today(), new(null, ResponderSets.Subject(me), Roles.None), cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>What is written is with us from that day on; whoever calls saves.</summary>
    internal async Task HandInAsync(Ask ask, Response response, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        await letters.StopLetterAsync(response, cancellation);
        response.Send(on, clock.UtcNow, Shingles.Of(response.Words.ToCompare, cancellation).Keys);
        db.History.AddRange(Asking.Noted(ask.CaseStudy!, HistoryAct.ResponseSent, ask.Organisation!, actor, clock.UtcNow));
        if (ask.IsOpen is null) return;

        ask.Happened(new() { Kind = AskEventKind.ReplySent, On = on, At = clock.UtcNow });
        var untold = ask.Untold;
        await takedown.StopLettersAsync([ask], all: false, cancellation);
        ask.Forget(untold, clock.UtcNow);
    }

    /// <summary>The one that is written now, tracked; a new one where there is none.</summary>
    internal async Task<Response> WritingAsync(Ask ask, int revision, CancellationToken cancellation)
    {
        var response = await db.Responses.Include(one => one.Shingles).FirstOrDefaultAsync(one => one.AskId == ask.Id && one.IsOpen == true, cancellation);
        if (response is not null) return response.At(revision);
        if (revision != 0) throw new ConflictException("Your colleague's response was published or deleted meanwhile. Look at it before you go on.");

        return db.Responses.Add(new() { AskId = ask.Id, CaseStudyId = ask.CaseStudyId }).Entity;
    }

    /// <summary>With all that writing it down needs.</summary>
    internal static IQueryable<Ask> Loaded(IQueryable<Ask> asks) => asks.AsSplitQuery().Include(ask => ask.Organisation)
        .Include(ask => ask.Events).ThenInclude(happened => happened.Other).Include(ask => ask.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story);

    /// <summary>Why nothing can be answered to it, whoever wants to; null where it can.</summary>
    internal static string? WhyNot(Ask ask, DateTime now) => ask.Stands(now) switch
    {
        { Phase: AskPhase.CalledOff } => CalledOff,
        { IsOpen: true } or { Phase: AskPhase.Answered } => null,
        _ => Ended,
    };

    /// <summary>The ask, tracked, where it can be answered now.</summary>
    internal async Task<Ask> OpenAsync(Id<Responder> me, Id<Ask> id, CancellationToken cancellation)
    {
        var (ask, now) = (await MineAsync(me, id, Loaded(db.Asks), cancellation), clock.UtcNow);
        if (!await db.CaseStudies.Shown(now).AnyAsync(one => one.Id == ask.CaseStudyId, cancellation)) throw new ConflictException(NotPublic);
        if (WhyNot(ask, now) is { } why) throw new ConflictException(why);

        return ask;
    }

    private async Task<Ask> MineAsync(Id<Responder> me, Id<Ask> id, IQueryable<Ask> asks, CancellationToken cancellation)
    {
        var mine = await responding.OrganisationsAsync(me, cancellation);
        return await asks.Include(ask => ask.Organisation).Include(ask => ask.Events).ThenInclude(happened => happened.Other)
            .FindAsync(ask => ask.Id == id && (mine.Contains(ask.OrganisationId)
                || (ask.Organisation!.IsMerged && mine.Contains(ask.Organisation.SuccessorId!.Value))), cancellation);
    }
}
