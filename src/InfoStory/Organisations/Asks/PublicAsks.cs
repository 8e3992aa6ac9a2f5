using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>What everyone may read of an ask. A case study that was taken down is named no more: its address and title are null.</summary>
/// <param name="Passed">How many organisations passed it on before this one had it.</param>
/// <param name="Stands">Where it stands at the moment of reading.</param>
public sealed record PublicAsk(string Organisation, string OrganisationSlug, string? CaseStudySlug, string? CaseStudyTitle, int Passed, AskStanding Stands);

/// <summary>A case study with what services answered: what was asked about it, and what was promised because of it.</summary>
public sealed record AnsweredCaseStudy(CaseStudyToRead Study, IReadOnlyList<PublicAsk> Asks, IReadOnlyList<PromiseRow> Promises);

/// <summary>What the public reads of what was asked, and a public case study together with it.</summary>
public sealed class PublicAsks(InfoStoryContext db, Library library, TimeProvider clock)
{
    /// <summary>The most asks of an organisation that its page shows.</summary>
    public const int Most = 50;

    /// <summary>In one statement what stands beside a case study: each tag comes once for every event, and both are few.</summary>
    private static readonly CompiledQuery<Func<InfoStoryContext, Id<CaseStudy>, DateTime, CancellationToken, Task<Beside?>>> ReadBeside = new(() =>
        EF.CompileAsyncQuery(Gate.Through<Func<InfoStoryContext, Id<CaseStudy>, DateTime, CancellationToken, Beside?>>((InfoStoryContext db,
            Id<CaseStudy> id, DateTime now, CancellationToken _) =>
            db.Set<CaseStudy>().Shown(now).AsNoTracking().Where(study => study.Id == id)
                .Select(study => new Beside(
                    study.Tags.OrderBy(tagged => tagged.TagId).Select(tagged => new TagToRead(tagged.Tag!.Facet, tagged.Tag.Name, tagged.Tag.Slug)).ToList(),
                    db.Set<Ask>().Where(ask => ask.CaseStudyId == study.Id).SelectMany(ask => ask.Events, (ask, one) => new Line(
                        ask.Id, ask.Organisation!.Name, ask.Organisation.Slug, ask.Passed, one.Id, one.Kind, one.On, one.Until, one.WhyExtended,
                        one.WhyCorrected, one.Other!.Name)).ToList(),
                    db.Set<Promise>().Where(promise => promise.CaseStudyId == study.Id).OrderBy(promise => promise.Id).Select(promise => new PromiseRow(
                        promise.Id, promise.Slug, promise.What, promise.Role, promise.Organisation!.Name, promise.Organisation.Slug, promise.Outcome,
                        promise.DueAt, promise.ChangedAt) { State = default }).ToList()))
                .SingleOrDefault())));

    /// <summary>
    /// The case study at this address, or at the one that this one leads on to, with what was asked about it and what was promised because of it, oldest
    /// first. Two statements where it is there.
    /// </summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    /// <exception cref="GoneException">It was public once.</exception>
    public async Task<AnsweredCaseStudy> ReadAsync(string slug, CancellationToken cancellation)
    {
        var (study, now) = (await library.FindAsync(slug, cancellation), clock.UtcNow);
        var beside = await ReadBeside.For(db)(db, study.Id, now, cancellation) ?? throw new GoneException("The case study");
        return new(
            study with { Tags = beside.Tags },
            [
                .. beside.Lines.GroupBy(line => line.Ask).OrderBy(ask => ask.Key.Value)
                    .Select(ask => Of([.. ask], study.Slug, study.Title, now)).Where(ask => ask.Stands.Phase != AskPhase.CalledOff),
            ],
            [.. beside.Promises.Select(promise => promise.At(now))]);
    }

    /// <summary>What organisations were asked, newest first, at most <see cref="Most"/>. Two statements.</summary>
    /// <param name="organisations">One, with those that were merged into it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<PublicAsk>> OfOrganisationsAsync(IReadOnlyList<Id<Organisation>> organisations, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var lines = await db.Asks.AsNoTracking().Where(ask => organisations.Contains(ask.OrganisationId))
            .OrderByDescending(ask => ask.PutAt).ThenByDescending(ask => ask.Id)
            .Take(Most).SelectMany(ask => ask.Events, (ask, one) => new
            {
                Line = new Line(
                    ask.Id, ask.Organisation!.Name, ask.Organisation.Slug, ask.Passed, one.Id, one.Kind, one.On, one.Until, one.WhyExtended,
                    one.WhyCorrected, one.Other!.Name),
                ask.CaseStudyId,
            }).ToListAsync(cancellation);
        if (lines.Count == 0) return [];

        var keys = lines.Select(one => one.CaseStudyId).Distinct().ToList();
        var shown = await db.CaseStudies.Shown(now).Where(study => keys.Contains(study.Id)).Select(study => new { study.Id, study.Slug, study.Title })
            .ToDictionaryAsync(study => study.Id, cancellation);
        return
        [
            .. lines.GroupBy(one => one.Line.Ask).OrderByDescending(ask => ask.Key.Value)
                .Select(ask => (Lines: ask.Select(one => one.Line).ToList(), Study: shown.GetValueOrDefault(ask.First().CaseStudyId)))
                .Select(ask => Of(ask.Lines, ask.Study?.Slug, ask.Study?.Title, now)),
        ];
    }

    private static PublicAsk Of(IReadOnlyList<Line> lines, string? slug, string? title, DateTime now) => new(
        lines[0].Organisation, lines[0].Slug, slug, title, lines[0].Passed,
        AskClock.At(lines.OrderBy(line => line.Event.Value).Select(line => line.Fact), now));

    private sealed record Beside(List<TagToRead> Tags, List<Line> Lines, List<PromiseRow> Promises);

    private sealed record Line(
        Id<Ask> Ask, string Organisation, string Slug, int Passed, Id<AskEvent> Event, AskEventKind Kind, DateOnly On, DateOnly? Until,
        WhyExtended? WhyExtended, WhyCorrected? WhyCorrected, string? Other)
    {
        public AskFact Fact => new(Kind, On) { Until = Until, WhyExtended = WhyExtended, WhyCorrected = WhyCorrected, Other = Other };
    }
}
