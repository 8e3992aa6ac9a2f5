using FluentValidation;
using FluentValidation.Results;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responses;

/// <summary>What a publisher says of an answer that everyone is to read.</summary>
public sealed record PublishResponse
{
    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    /// <summary>The change that it names becomes a promise with it.</summary>
    public bool Promise { get; init; }
}

/// <summary>Reads answers before everyone does: publishes them, gives them back with a reason, and writes down what came by email.</summary>
public sealed class ResponseDesk(
    InfoStoryContext db, IValidator<WriteResponse> write, IValidator<ReturnResponse> giveBack, IWordsOfTeam words, Answering answering,
    AskTakedown asks, ResponseTakedown takedown, Promising promising, AuthorNotifier notifier, SiteAddress site, TimeProvider clock)
{
    internal const string PublishersOnly = "Only a publisher reads what organisations answer.";

    /// <summary>So long a draft of the organisation keeps the team from writing one down for it.</summary>
    private static readonly TimeSpan TheirsFor = TimeSpan.FromDays(14);

    private readonly ResponseLetters letters = new(site);

    /// <summary>
    /// Everyone reads it from now on, its authors are told, and the ask is answered on the day on which it was sent. What it takes the place of stays here.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such answer, or a story behind it is on hold.</exception>
    /// <exception cref="ValidationException">A rule points at words in it, and no reason was given.</exception>
    /// <exception cref="ConflictException">Somebody was first, the case study is not public, or the ask has ended.</exception>
    public async Task PublishAsync(Id<Response> id, PublishResponse command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var response = (await FindAsync(id, actor, cancellation)).At(command.Revision);
        if (!command.Promise)
        {
            await PublishAsync(response, command, actor, cancellation);
            return;
        }

        if (response.Words is not { Change: { } change, Whose: { } whose, Due: { } due }) throw Wrong(nameof(command.Promise), "It names no change");

        var plan = new PlanPromise { Organisation = response.Ask!.Organisation!.Name, What = change, Role = whose, Due = due, WhyPublic = command.WhyPublic };
        try
        {
            var (_, add) = await promising.PrepareAsync(response.CaseStudyId, plan, actor, cancellation);
            await db.TogetherAsync(async () =>
            {
                await add();
                await PublishAsync((await FindAsync(id, actor, cancellation)).At(command.Revision), command, actor, cancellation);
            }, cancellation);
        }
        catch (ValidationException refused)
        {
            throw new ValidationException([
                .. refused.Errors.Select(error => error.PropertyName == nameof(command.WhyPublic) ? error : new(nameof(command.Promise), error.ErrorMessage)),
            ]);
        }
    }

    private async Task PublishAsync(Response response, PublishResponse command, Actor actor, CancellationToken cancellation)
    {
        var id = response.Id;
        if (command.WhyPublic is { } why && !Enum.IsDefined(why)) throw Wrong(nameof(command.WhyPublic), "Choose a reason from the list");
        var (ask, now) = (response.Ask!, clock.UtcNow);
        if (await WhyNotAsync(ask, cancellation) is { } sentence) throw new ConflictException(sentence);

        await words.PassAsync(ResponseSets.Subject(id), ToRead(response.Words), command.WhyPublic, actor, cancellation);
        var isFirst = !await db.Responses.AnyAsync(one => one.AskId == ask.Id && one.State == ResponseState.Published, cancellation);
        await takedown.StopLetterAsync(response, cancellation);
        response.Publish(now);
        if (ask.IsOpen == true)
        {
            // What was sent before the case study was taken down and put again counts from the first day on.
            var asked = ask.Stands(now).AskedOn;
            ask.Happened(new() { Kind = AskEventKind.Answered, On = response.SentOn > asked ? response.SentOn.Value : asked, At = now });
            // The letter that asks it may wait still: nobody is asked for what they have answered.
            await asks.StopLettersAsync([ask], all: true, cancellation);
        }

        var stories = await db.Stories.OfCaseStudy(db, ask.CaseStudyId).ToListAsync(cancellation);
        await notifier.NoteAsync(stories, isFirst ? HistoryAct.ResponsePublished : HistoryAct.ResponseChanged, actor, now, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>
    /// It does not appear as it is: its words are a draft again, and whoever sent it gets a letter that says why. None is written where nothing can be
    /// answered any more, or an author keeps the case study from them.
    /// </summary>
    /// <returns>Whether a letter was written.</returns>
    /// <exception cref="NotFoundException">There is no such answer, or a story behind it is on hold.</exception>
    /// <exception cref="ValidationException">No reason was given, or it is too long.</exception>
    /// <exception cref="ConflictException">Somebody was first.</exception>
    public async Task<bool> ReturnAsync(Id<Response> id, ReturnResponse command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        await giveBack.ValidateAndThrowAsync(command, cancellation);
        var response = (await FindAsync(id, actor, cancellation)).At(command.Revision);
        var (ask, why, now) = (response.Ask!, PlainText.Tidy(command.Why), clock.UtcNow);
        await takedown.StopLetterAsync(response, cancellation);
        var letter = await LetterAsync(response, why, cancellation);
        response.Return(why, clock.Today(), letter);
        if (letter is not null)
        {
            // Under the organisation: what is written under a responder keeps a link to sign in back for ten minutes.
            db.History.Add(HistoryEntry.Of(AskLetters.SubjectOf(AnswersNow(ask)), HistoryAct.LetterWritten, actor, now));
            // Whoever allows less at this moment sees the letter, or is seen.
            db.Touch(ask.CaseStudy!);
        }

        if (ask.IsOpen == true) ask.Happened(new() { Kind = AskEventKind.ReplyReturned, On = clock.Today(), At = now });
        db.History.AddRange(Asking.Noted(ask.CaseStudy!, HistoryAct.ResponseReturned, ask.Organisation!, actor, now));
        await db.SaveOrConflictAsync(cancellation);
        return letter is not null;
    }

    /// <summary>When the organisation last wrote at a draft of its own, whose place an answer that is written down takes; null where it has none.</summary>
    public async Task<DateOnly?> TheirDraftAsync(Id<Ask> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var written = await db.Responses.ReadableBy(actor)
            .Where(one => one.AskId == id && one.State == ResponseState.Draft && one.ResponderId != null)
            .Select(one => (DateTime?)one.WrittenAt).FirstOrDefaultAsync(cancellation);
        return written is { } at ? DateOnly.FromDateTime(at.InLondon()) : null;
    }

    /// <summary>Writes down an answer that came by email. It is read and published as every other one.</summary>
    /// <returns>The answer, to be read.</returns>
    /// <exception cref="NotFoundException">There is no such ask, or a story behind it is on hold.</exception>
    /// <exception cref="ValidationException">
    /// A part is missing or too long, the day cannot be, or a draft of the organisation would be written over unsaid.
    /// </exception>
    /// <exception cref="ConflictException">One waits to be read, the organisation is writing one itself, or nothing can be answered any more.</exception>
    public async Task<Id<Response>> EnterAsync(Id<Ask> id, WriteResponse command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        await write.ValidateAsync(command, options => options.IncludeRuleSets("default", WriteResponseRules.Whole).ThrowOnFailures(), cancellation);
        var (ask, now) = (await Answering.Loaded(db.Asks.ReadableBy(actor)).FindAsync(one => one.Id == id, cancellation), clock.UtcNow);
        if (await WhyNotAsync(ask, cancellation) is { } sentence) throw new ConflictException(sentence);

        var before = await db.Responses.Include(one => one.Shingles).FirstOrDefaultAsync(one => one.AskId == id && one.IsOpen == true, cancellation);
        if (before is { State: ResponseState.Sent }) throw new ConflictException("A response to this ask waits to be read. Publish it or give it back first.");
        if (before is { ResponderId: not null } && before.WrittenAt > now - TheirsFor)
            throw new ConflictException("The organisation is writing a response itself. Ask them to send it.");
        if (before is { ResponderId: not null } && !command.WritesOver)
            throw Wrong(nameof(command.WritesOver), "The organisation has a draft of its own. Tick the box to write over it, or ask them to send it");

        var on = command.On ?? clock.Today();
        var asked = ask.Events.Find(one => one.Kind == AskEventKind.Put)!.On;
        var since = before?.ReturnedOn > asked ? before.ReturnedOn.Value : asked;
        if (on < since) throw Wrong(nameof(command.On), $"The day must not be before {AskLetters.InWords(since)}");

        var response = before ?? db.Responses.Add(new() { AskId = id, CaseStudyId = ask.CaseStudyId }).Entity;
        response.Write(command.Words, null, now);
        await answering.HandInAsync(ask, response, on, actor, cancellation);
        await db.SaveOrConflictAsync(cancellation);
        return response.Id;
    }

    /// <summary>What the rules for public words are asked of. They all point at the reason, because the words are not the publisher's to change.</summary>
    internal static IReadOnlyCollection<WordsOfTeam> ToRead(ResponseWords response) =>
    [
        ToRead("What it understood", response.Understood), ToRead("What it will do", response.WillDo),
        ToRead("Whom to speak to", response.Whom) with { IsContact = true }, ToRead("The role", response.Role),
    ];

    private static WordsOfTeam ToRead(string what, string? text) => new(nameof(PublishResponse.WhyPublic), what, text);

    private async Task<Response> FindAsync(Id<Response> id, Actor actor, CancellationToken cancellation)
    {
        var found = await Loaded(db.Responses.ReadableBy(actor)).Include(one => one.Shingles)
            .FindAsync(one => one.Id == id && one.SentOn != null, cancellation);
        return found.State == ResponseState.Sent ? found : throw new ConflictException("Somebody has published this response or given it back already.");
    }

    /// <summary>With all that says to whom its letter may go.</summary>
    internal static IQueryable<Response> Loaded(IQueryable<Response> responses) => responses.AsSplitQuery()
        .Include(one => one.Ask!.Organisation!.Places).Include(one => one.Ask!.Organisation!.Successor!.Places)
        .Include(one => one.Ask!.Events).ThenInclude(happened => happened.Other)
        .Include(one => one.Ask!.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story!.Consents);

    private Task<string?> WhyNotAsync(Ask ask, CancellationToken cancellation) => WhyNotAsync(db, ask, clock.UtcNow, cancellation);

    /// <summary>Why no answer to it is published now; null where one can be. What happened to the ask must be loaded.</summary>
    internal static async Task<string?> WhyNotAsync(InfoStoryContext db, Ask ask, DateTime now, CancellationToken cancellation) =>
        await db.CaseStudies.Shown(now).AnyAsync(one => one.Id == ask.CaseStudyId, cancellation)
            ? Answering.WhyNot(ask, now) is null ? null : Answering.Ended
            : "This case study is not public any more, so nothing appears beside it.";

    private async Task<Letter?> LetterAsync(Response response, string why, CancellationToken cancellation) =>
        await ToAsync(db, response, clock.UtcNow, cancellation) is { } to ? letters.Returned(response.Ask!, to.Subject, to.Address, why, clock.UtcNow) : null;

    /// <summary>
    /// Whoever is told that it was given back: who wrote it, while they answer for the organisation still; else its mailbox. Null where nobody can or may be
    /// written to. It is <see cref="Loaded"/>.
    /// </summary>
    internal static async Task<(string Subject, string Address)?> ToAsync(InfoStoryContext db, Response response, DateTime now, CancellationToken cancellation)
    {
        var (ask, organisation) = (response.Ask!, AnswersNow(response.Ask!));
        if (await WhyNotAsync(db, ask, now, cancellation) is not null) return null;
        if ((await NamedServices.ReadAsync(db, cancellation)).WhyNot(ask.CaseStudy!, organisation, now) is not null) return null;

        var person = response.ResponderId is not { } key ? null : await db.ResponderSeats.AsNoTracking().Of(organisation.Id).Open()
            .Where(seat => seat.ResponderId == key).Select(seat => seat.Responder!.Email).FirstOrDefaultAsync(cancellation);
        return person is not null ? (ResponderSets.Subject(response.ResponderId!.Value), person)
            : organisation is { Mailbox: { } mailbox, ClosedAt: null } ? (AskLetters.SubjectOf(organisation), mailbox)
            : null;
    }

    /// <summary>Of a merged organisation the one that it was merged into.</summary>
    internal static Organisation AnswersNow(Ask ask) => ask.Organisation is { IsMerged: true, Successor: { } successor } ? successor : ask.Organisation!;

    private static ValidationException Wrong(string field, string sentence) => new([new ValidationFailure(field, sentence)]);
}
