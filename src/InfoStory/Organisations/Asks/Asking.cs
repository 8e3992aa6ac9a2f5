using FluentValidation;
using FluentValidation.Results;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations.Responses;
using InfoStory.Protection;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>Which organisations a case study is put to.</summary>
public sealed record PutToOrganisations
{
    /// <summary>The most at once.</summary>
    public const int Most = 10;

    public List<Id<Organisation>> Organisations { get; init; } = [];

    /// <summary>What to look for among the names; it changes nothing.</summary>
    public string? Find { get; init; }
}

public sealed class PutToOrganisationsRules : AbstractValidator<PutToOrganisations>
{
    public PutToOrganisationsRules()
    {
        RuleFor(command => command.Organisations).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Choose at least one organisation")
            .Must(chosen => chosen.Distinct().Count() <= PutToOrganisations.Most)
            .WithMessage($"Choose at most {PutToOrganisations.Most} organisations at once");
    }
}

/// <summary>An organisation that a publisher may choose.</summary>
/// <param name="WhyNot">The sentence that says why it cannot be asked; null where it can.</param>
public sealed record OfferedOrganisation(Id<Organisation> Id, string Name, string Slug, string? WhyNot);

/// <summary>What a publisher sees before a case study is put to anybody.</summary>
/// <param name="WhyNot">Why it cannot be put to anyone now; null where it can.</param>
/// <param name="Letter">The letter, word for word.</param>
public sealed record AskToPut(string Title, string? WhyNot, AskLetter Letter, IReadOnlyList<OfferedOrganisation> Offered)
{
    /// <summary>The day by which the letter asks for a reply.</summary>
    public DateOnly Due { get; init; }

    /// <summary>What its stories are about, which is said before the title is read.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];
}

/// <summary>Puts public case studies to organisations.</summary>
public sealed class Asking(
    InfoStoryContext db, IValidator<PutToOrganisations> rules, OrganisationFinder finder, AskTakedown takedown, ResponseTakedown drafts, SiteAddress site,
    TimeProvider clock)
{
    /// <summary>The most organisations that are offered.</summary>
    public const int MostOffered = 20;

    internal const string PublishersOnly = "Only a publisher can put a case study to an organisation.";

    private const string NoMailbox = "It has no mailbox yet.", Closed = "It is closed.", IsAsked = "It has been asked, and has not replied yet.";

    private readonly AskLetters letters = new(site);

    /// <summary>The letter, and the organisations whose name or other name has these words, or else those of the service of the case study.</summary>
    /// <param name="chosen">They are offered, whatever is looked for.</param>
    /// <exception cref="NotFoundException">There is no such case study, or a story in it is on hold.</exception>
    public async Task<AskToPut> OfferAsync(
        Id<CaseStudy> id, string? find, IReadOnlyCollection<Id<Organisation>> chosen, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var study = await StudyAsync(id, cancellation);
        var offered = await FoundAsync(study, PlainText.Tidy(find), chosen, cancellation);
        var (named, now) = (await NamedServices.ReadAsync(db, cancellation), clock.UtcNow);
        var asked = await db.Asks.Where(ask => ask.CaseStudyId == id && (ask.OverAt > now || (ask.IsOpen == true && ask.OverAt == null)))
            .Select(ask => ask.OrganisationId).ToListAsync(cancellation);
        return new(
            study.Title, await WhyNotAsync(study, cancellation), letters.Put(study, DueFromToday, from: null).SignedBy(site),
            [
                .. offered.Select(one => new OfferedOrganisation(
                    one.Id, one.Name, one.Slug, asked.Contains(one.Id) ? IsAsked : WhyNot(study, one, named, now))),
            ])
        {
            Due = DueFromToday,
            ContentNotes = [.. study.Stories.SelectMany(drawn => drawn.Story!.ContentNotes).Distinct().Order()],
        };
    }

    /// <summary>
    /// Puts a public case study to all of these organisations, or to none: an ask and a letter to each, in one save. An ask of the same whose time was over
    /// ends with it, and what was written of an answer to it, or to one that was called off, goes on with the new one.
    /// </summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such case study or organisation.</exception>
    /// <exception cref="ValidationException">One of them cannot be asked.</exception>
    /// <exception cref="ConflictException">It is not public, a story in it is held back, or somebody put it to one of them at the same time.</exception>
    public async Task PutAsync(Id<CaseStudy> id, PutToOrganisations command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        await rules.ValidateAndThrowAsync(command, cancellation);
        var study = await StudyAsync(id, cancellation);
        if (await WhyNotAsync(study, cancellation) is { } sentence) throw new ConflictException(sentence);

        var organisations = await db.Organisations.Include(one => one.Places).Where(one => command.Organisations.Contains(one.Id))
            .OrderBy(one => one.Name).ToListAsync(cancellation);
        if (organisations.Count < command.Organisations.Distinct().Count()) throw new NotFoundException("The organisation");

        var open = await db.Asks.AsSplitQuery().Include(ask => ask.Events).ThenInclude(happened => happened.Other)
            .Where(ask => ask.CaseStudyId == id && ask.IsOpen == true && command.Organisations.Contains(ask.OrganisationId)).ToListAsync(cancellation);
        await RefuseAsync(study, organisations, open, cancellation);

        foreach (var before in open) before.Happened(new() { Kind = AskEventKind.AskedAgain, On = clock.Today(), At = clock.UtcNow });
        var named = await NamedServices.ReadAsync(db, cancellation);
        // A letter about its silence that waits would say so after it was asked again.
        await takedown.StopLettersAsync(open, all: true, cancellation);
        foreach (var organisation in organisations)
        {
            var ask = Add(study, organisation, named, actor);
            await drafts.MoveAsync(open.Find(before => before.OrganisationId == organisation.Id), ask, cancellation);
        }

        // Whoever takes the case study down at this moment must see the ask, or this must see that it is down.
        db.Touch(study);
        // The same of whoever merges one of them.
        organisations.ForEach(db.Touch);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Why the author or the organisation itself keeps us from asking it; null where nothing does.</summary>
    internal static string? WhyNot(CaseStudy study, Organisation organisation, NamedServices named, DateTime now) => organisation switch
    {
        { ClosedAt: not null } => Closed,
        { Mailbox: null } => NoMailbox,
        _ => named.WhyNot(study, organisation, now),
    };

    /// <summary>What goes into the history of every story of a case study.</summary>
    /// <param name="why">A reason from a closed list; null where there is none.</param>
    internal static IEnumerable<HistoryEntry> Noted(
        CaseStudy study, HistoryAct act, Organisation organisation, Actor actor, DateTime now, string? why = null) =>
        study.Stories.Select(drawn => HistoryEntry.Of(
            drawn.Story!.Reference, act, actor, now, why is null ? organisation.Slug : $"{organisation.Slug}, {why}"));

    private DateOnly DueFromToday => AskClock.On([new(AskEventKind.Put, clock.Today())], clock.Today()).Due;

    private Ask Add(CaseStudy study, Organisation organisation, NamedServices named, Actor actor)
    {
        var (now, due) = (clock.UtcNow, DueFromToday);
        var letter = AskLetters.To(organisation, letters.Put(study, due, from: null), study, now, due);
        var ask = db.Asks.Add(Ask.Put(study, organisation, actor, now, clock.Today(), letter)).Entity;
        db.Deliveries.Add(AskLetters.Sent(study, organisation, letter, named, now));
        db.History.Add(HistoryEntry.Of(AskLetters.SubjectOf(organisation), HistoryAct.LetterWritten, actor, now));
        db.History.AddRange(Noted(study, HistoryAct.PutToOrganisation, organisation, actor, now));
        return ask;
    }

    private async Task RefuseAsync(CaseStudy study, List<Organisation> organisations, List<Ask> open, CancellationToken cancellation)
    {
        var (named, now) = (await NamedServices.ReadAsync(db, cancellation), clock.UtcNow);
        var wrong = organisations.Select(one => (one.Name, Why: open.Exists(ask => ask.OrganisationId == one.Id && ask.Stands(now).Phase != AskPhase.Silent)
            ? IsAsked
            : WhyNot(study, one, named, now))).Where(one => one.Why is not null).ToList();
        if (wrong.Count > 0)
            throw new ValidationException(wrong.Select(one => new ValidationFailure(nameof(PutToOrganisations.Organisations), $"{one.Name}: {one.Why}")));
    }

    private Task<CaseStudy> StudyAsync(Id<CaseStudy> id, CancellationToken cancellation) =>
        db.CaseStudies.OfNoStoryOnHold().AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .FindAsync(study => study.Id == id, cancellation);

    private async Task<string?> WhyNotAsync(CaseStudy study, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        if (study.State != CaseStudyState.Published || study.PublicUntil <= now) return "Only a case study that is public can be put to an organisation.";

        var stories = study.Stories.ConvertAll(drawn => drawn.Story!);
        if (stories.Exists(story => story.State != StoryState.Published)) return "A story in this case study is held back.";
        if (stories.Exists(story => !story.Allows(Audience.Website, now))) return Gate.NotAllowed(Audience.Website);

        var keys = stories.ConvertAll(story => story.Id);
        return await db.SafeguardingCases.AnyAsync(one => keys.Contains(one.StoryId) && one.ClosedAt == null, cancellation)
            ? "A safeguarding case is open for a story in this case study."
            : null;
    }

    private async Task<List<Organisation>> FoundAsync(
        CaseStudy study, string find, IReadOnlyCollection<Id<Organisation>> chosen, CancellationToken cancellation)
    {
        var there = db.Organisations.AsNoTracking().AsSplitQuery().Include(one => one.Places);
        var mine = chosen.Count == 0 ? [] : await there.Where(one => chosen.Contains(one.Id)).Take(MostOffered).ToListAsync(cancellation);
        if (find.Length == 0 && study.ServiceId is null) return mine;

        var found = await finder.WhereAsync(find, find.Length > 0 ? null : study.ServiceId, null, cancellation);
        var others = await found.AsSplitQuery().Include(one => one.Places).Where(one => one.ClosedAt == null && !chosen.Contains(one.Id))
            .OrderBy(one => one.FoldedName).ThenBy(one => one.Id).Take(MostOffered).ToListAsync(cancellation);
        return [.. mine, .. others];
    }
}
