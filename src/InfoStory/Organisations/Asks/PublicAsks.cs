using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>What everyone may read of an ask. A case study that was taken down is named no more: its address and title are null.</summary>
/// <param name="Passed">How many organisations passed it on before this one had it.</param>
/// <param name="Stands">Where it stands at the moment of reading.</param>
public sealed record PublicAsk(
    Id<Ask> Id, string Organisation, string OrganisationSlug, string? CaseStudySlug, string? CaseStudyTitle, int Passed, AskStanding Stands)
{
    /// <summary>What it answered, as everyone reads it; null where nothing is public.</summary>
    public PublicResponse? Response { get; init; }
}

/// <summary>A case study with what services answered: what was asked about it, and what was promised because of it.</summary>
public sealed record AnsweredCaseStudy(CaseStudyToRead Study, IReadOnlyList<PublicAsk> Asks, IReadOnlyList<PromiseRow> Promises);

/// <summary>What the public reads of what was asked, and a public case study together with it.</summary>
public sealed class PublicAsks(InfoStoryContext db, Library library, PromiseBook promises, TimeProvider clock)
{
    /// <summary>The most asks of an organisation that its page shows.</summary>
    public const int Most = 50;

    /// <summary>
    /// The case study at this address, or at the one that this one leads on to, with what was asked about it and what was promised because of it, oldest
    /// first. Two statements where it is there, two more where something was asked or promised, and one where something was answered.
    /// </summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    /// <exception cref="GoneException">It was public once.</exception>
    public async Task<AnsweredCaseStudy> ReadAsync(string slug, CancellationToken cancellation) =>
        await AnsweredAsync(await library.ReadAsync(slug, cancellation), cancellation);

    /// <summary>As <see cref="ReadAsync"/>, with what is related to it (<see cref="Library.ReadWithRelatedAsync"/>).</summary>
    public async Task<AnsweredCaseStudy> ReadWithRelatedAsync(string slug, long edition, CancellationToken cancellation) =>
        await AnsweredAsync(await library.ReadWithRelatedAsync(slug, edition, cancellation), cancellation);

    private async Task<AnsweredCaseStudy> AnsweredAsync(CaseStudyToRead study, CancellationToken cancellation)
    {
        if (!study.IsAnswered) return new(study, [], []);

        var now = clock.UtcNow;

        var lines = await Lines(db.Asks.AsNoTracking().Where(ask => ask.CaseStudyId == study.Id)).ToListAsync(cancellation);
        var responses = await PublicResponses.OfAsync(db, Answered(lines), cancellation);
        return new(
            study,
            [
                .. lines.GroupBy(line => line.Ask).OrderBy(ask => ask.Key.Value)
                    .Select(ask => Of([.. ask], study.Slug, study.Title, now)).Where(ask => ask.Stands.Phase != AskPhase.CalledOff)
                    .Select(ask => ask with { Response = responses.GetValueOrDefault(ask.Id) }),
            ],
            await promises.OfCaseStudyAsync(study.Id, cancellation));
    }

    /// <summary>What organisations were asked, newest first, at most <see cref="Most"/>. Three statements.</summary>
    /// <param name="organisations">One, with those that were merged into it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<PublicAsk>> OfOrganisationsAsync(IReadOnlyList<Id<Organisation>> organisations, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var lines = await Lines(db.Asks.AsNoTracking().Where(ask => organisations.Contains(ask.OrganisationId))
            .OrderByDescending(ask => ask.PutAt).ThenByDescending(ask => ask.Id).Take(Most)).ToListAsync(cancellation);
        if (lines.Count == 0) return [];

        var keys = lines.Select(one => one.CaseStudy).Distinct().ToList();
        var shown = await db.CaseStudies.Shown(now).Where(study => keys.Contains(study.Id)).Select(study => new { study.Id, study.Slug, study.Title })
            .ToDictionaryAsync(study => study.Id, cancellation);
        var responses = await PublicResponses.OfAsync(db, Answered(lines.Where(line => shown.ContainsKey(line.CaseStudy))), cancellation);
        return
        [
            .. lines.GroupBy(one => one.Ask).OrderByDescending(ask => ask.Key.Value)
                .Select(ask => (Lines: ask.ToList(), Study: shown.GetValueOrDefault(ask.First().CaseStudy)))
                // Why one is called off while everyone reads its case study is nobody's business but the author's.
                .Select(ask => (Ask: Of(ask.Lines, ask.Study?.Slug, ask.Study?.Title, now), ask.Study))
                .Where(ask => ask.Study is null || ask.Ask.Stands.Phase != AskPhase.CalledOff)
                .Select(ask => ask.Ask with { Response = responses.GetValueOrDefault(ask.Ask.Id) }),
        ];
    }

    private static IQueryable<Line> Lines(IQueryable<Ask> asks) => asks.SelectMany(ask => ask.Events, (ask, one) => new Line(
        ask.Id, ask.CaseStudyId, ask.Organisation!.Name, ask.Organisation.Slug, ask.Passed, one.Id, one.Kind, one.On, one.Until, one.WhyExtended,
        one.WhyCorrected, one.Other!.Name, one.SentTo, one.LeftAt));

    private static List<Id<Ask>> Answered(IEnumerable<Line> lines) =>
        [.. lines.Where(line => line.Kind == AskEventKind.Answered).Select(line => line.Ask).Distinct()];

    private static PublicAsk Of(IReadOnlyList<Line> lines, string? slug, string? title, DateTime now) => new(
        lines[0].Ask, lines[0].Organisation, lines[0].Slug, slug, title, lines[0].Passed,
        AskClock.At(lines.OrderBy(line => line.Event.Value).Select(line => line.Fact), now) with
        {
            IsUnreached = Ask.HasNotHeard(lines.OrderBy(line => line.Event.Value).Select(line => (line.Fact, line.SentTo, line.LeftAt))),
        });

    private sealed record Line(
        Id<Ask> Ask, Id<CaseStudy> CaseStudy, string Organisation, string Slug, int Passed, Id<AskEvent> Event, AskEventKind Kind, DateOnly On, DateOnly? Until,
        WhyExtended? WhyExtended, WhyCorrected? WhyCorrected, string? Other, string? SentTo, DateTime? LeftAt)
    {
        public AskFact Fact => new(Kind, On) { Until = Until, WhyExtended = WhyExtended, WhyCorrected = WhyCorrected, Other = Other };
    }
}
