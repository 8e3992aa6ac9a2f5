using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>Works out what a briefing says at this moment. Nothing of it is kept.</summary>
public sealed class BriefingReader(InfoStoryContext db, BriefingSources sources, TimeProvider clock)
{
    private const int MostNames = 5;

    /// <summary>As it would be given now. About eight statements.</summary>
    /// <param name="briefing">With its picks and quotes.</param>
    internal async Task<BriefingContent> ReadAsync(Briefing briefing, CancellationToken cancellation) =>
        await ReadAsync(briefing, briefing.Audience, await sources.OfAsync(briefing, cancellation), cancellation);

    /// <summary>What is left of this copy now.</summary>
    /// <param name="copy">With its briefing, and that with its quotes.</param>
    internal async Task<BriefingContent> ReadAsync(BriefingCopy copy, CancellationToken cancellation)
    {
        var content = await ReadAsync(copy.Briefing!, copy.Audience, sources.Of(copy), cancellation);
        return content with { IsLess = content.Studies < copy.Given };
    }

    /// <summary>The keys of the case studies that are in it now, newest first.</summary>
    internal async Task<IReadOnlyList<Id<CaseStudy>>> KeysAsync(Briefing briefing, CancellationToken cancellation) =>
        await Newest(await sources.OfAsync(briefing, cancellation)).Select(study => study.Id).Take(Briefing.MostStudies).ToListAsync(cancellation);

    private async Task<BriefingContent> ReadAsync(
        Briefing briefing, Audience audience, IQueryable<CaseStudy> studies, CancellationToken cancellation)
    {
        var found = await Newest(studies).Take(Briefing.MostStudies + 1).Select(study => new { study.Id, At = study.FirstPublishedAt!.Value })
            .ToListAsync(cancellation);
        var content = new BriefingContent
        {
            Question = briefing.Question,
            Audience = audience,
            At = clock.UtcNow,
            Chosen = await sources.ChosenAsync(briefing.Filter, cancellation),
            Studies = Math.Min(found.Count, Briefing.MostStudies),
            IsCut = found.Count > Briefing.MostStudies,
            Contact = briefing.Contact,
        };
        // The readings were written of what is not shown any more.
        if (found.Count == 0) return content;

        var keys = found.Take(Briefing.MostStudies).Select(one => one.Id).ToList();
        var these = studies.Where(study => keys.Contains(study.Id));
        var stories = await ToldAsync(these, cancellation);
        return content with
        {
            Stories = stories.Count < SmallNumbers.Least ? null : stories.Count,
            First = Day(found.Min(one => one.At)),
            Last = Day(found.Max(one => one.At)),
            Figures = BriefingFigures.Of(stories),
            HandOffs = await NamedAsync(BriefingFigures.Bars(stories), cancellation),
            Barriers = await NamesAsync(these, Facet.Barrier, cancellation),
            Enablers = await NamesAsync(these, Facet.Enabler, cancellation),
            Readings = briefing.Readings,
            Quotes = await BriefingQuotes.ReadAsync(briefing, studies, cancellation),
            Promises = await PromisesAsync(these, cancellation),
        };
    }

    private static IQueryable<CaseStudy> Newest(IQueryable<CaseStudy> studies) =>
        studies.OrderByDescending(study => study.PublishedAt).ThenByDescending(study => study.Id);

    /// <summary>The stories that these case studies are drawn from, each once, with the services as they are called today.</summary>
    private async Task<IReadOnlyList<ToldStory>> ToldAsync(IQueryable<CaseStudy> studies, CancellationToken cancellation)
    {
        var today = await Successors.LoadAsync(db, cancellation);
        var drawn = studies.SelectMany(study => study.Stories);
        var told = await drawn.Select(one => new { one.StoryId, one.Story!.Missing!.Existed }).Distinct().ToListAsync(cancellation);
        var steps = (await drawn.SelectMany(one => one.Story!.HandOffs, (one, step) => new
        {
            one.StoryId,
            step.Step,
            step.ServiceId,
            step.Channel,
            step.Waited,
            step.ToldAgain,
            IsSaid = step.Happened != null,
        }).Distinct().ToListAsync(cancellation))
            .Where(step => step.ServiceId is not null || step.Channel is not null || step.Waited is not null || step.ToldAgain is not null || step.IsSaid)
            .OrderBy(step => step.Step)
            .ToLookup(step => step.StoryId, step => new ToldStep(step.StoryId, step.Step, today.Of(step.ServiceId), step.Waited, step.ToldAgain));
        return told.ConvertAll(story => new ToldStory([.. steps[story.StoryId]], story.Existed));
    }

    private async Task<IReadOnlyList<HandOffBar>> NamedAsync(
        IReadOnlyList<((Id<Tag> From, Id<Tag> To) Pair, int Stories)> bars, CancellationToken cancellation)
    {
        var keys = bars.SelectMany(bar => (Id<Tag>[])[bar.Pair.From, bar.Pair.To]).Distinct().ToList();
        var names = await db.Tags.Where(tag => keys.Contains(tag.Id)).ToDictionaryAsync(tag => tag.Id, tag => tag.Name, cancellation);
        return [.. bars.Select(bar => new HandOffBar(names[bar.Pair.From], names[bar.Pair.To], bar.Stories))];
    }

    /// <summary>Which of these are named most; those too few to count come last, by their names.</summary>
    private static async Task<IReadOnlyList<NamedCount>> NamesAsync(IQueryable<CaseStudy> studies, Facet facet, CancellationToken cancellation)
    {
        var counts = await studies.SelectMany(study => study.Tags).Where(tagged => tagged.Tag!.Facet == facet).GroupBy(tagged => tagged.Tag!.Name)
            .Select(group => new { Name = group.Key, Studies = group.Count() }).ToListAsync(cancellation);
        return [.. counts.Select(one => new NamedCount(one.Name, one.Studies < SmallNumbers.Least ? null : one.Studies))
            .OrderByDescending(one => one.Studies ?? 0).ThenBy(one => one.Name, StringComparer.Ordinal).Take(MostNames)];
    }

    private async Task<BriefingPromises> PromisesAsync(IQueryable<CaseStudy> studies, CancellationToken cancellation)
    {
        var promises = db.Promises.AsNoTracking().Where(promise => studies.Any(study => study.Id == promise.CaseStudyId));
        var now = clock.UtcNow;
        var rows = (await PromiseBook.Rows(promises.OrderBy(promise => promise.DueAt).ThenBy(promise => promise.Id)).ToListAsync(cancellation))
            .ToLookup(row => row.At(now).State switch
            {
                PromiseState.Confirmed => 0,
                PromiseState.Planned or PromiseState.Due or PromiseState.Made => 1,
                PromiseState.Overdue or PromiseState.NotConfirmed or PromiseState.Dropped => 2,
            }, row => row.At(now));
        return new([.. rows[0]], [.. rows[1]], [.. rows[2]]);
    }

    private static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at.InLondon());
}
