using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>Finds where quotes stand, and shows only those that still stand there.</summary>
public sealed class BriefingQuotes(BriefingSources sources)
{
    private const string NotThere =
        "These words stand in none of the case studies of this briefing. Copy them from one of its pages exactly as they stand there";

    /// <summary>Each typed quote with the case study in which it stands; the case studies are read one by one.</summary>
    /// <exception cref="ValidationException">One stands in none of them.</exception>
    internal async Task<IReadOnlyList<BriefingQuote>> FindAsync(Briefing briefing, EditBriefing form, CancellationToken cancellation)
    {
        var typed = form.Quotes().ToList();
        if (typed.Count == 0) return [];

        var found = new BriefingQuote?[typed.Count];
        var studies = (await sources.OfAsync(briefing, cancellation)).OrderBy(study => study.Id);
        await foreach (var study in studies.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var (index, quote) in typed.Index().Where(one => found[one.Index] is null && StandsIn(one.Item.Words, study)))
                found[index] = new() { Place = index + 1, CaseStudyId = study.Id, Words = quote.Words };
            if (!found.Contains(null)) break;
        }

        return found.Contains(null)
            ? throw new ValidationException(typed.Index().Where(one => found[one.Index] is null)
                .Select(one => new FluentValidation.Results.ValidationFailure(one.Item.Field, NotThere)))
            : [.. found.OfType<BriefingQuote>()];
    }

    /// <summary>Those whose case study is among these, and still says so.</summary>
    internal static async Task<IReadOnlyList<QuoteToRead>> ReadAsync(Briefing briefing, IQueryable<CaseStudy> studies, CancellationToken cancellation)
    {
        var keys = briefing.Quotes.Select(quote => quote.CaseStudyId).Distinct().ToList();
        if (keys.Count == 0) return [];

        var shown = await studies.Where(study => keys.Contains(study.Id)).ToDictionaryAsync(study => study.Id, cancellation);
        return [.. briefing.Quotes.OrderBy(quote => quote.Place)
            .Where(quote => shown.TryGetValue(quote.CaseStudyId, out var study) && StandsIn(quote.Words, study))
            .Select(quote => (quote.Words, Study: shown[quote.CaseStudyId]))
            .Select(one => new QuoteToRead(one.Words, one.Study.WhoIsTelling, one.Study.Title, one.Study.Slug))];
    }

    /// <summary>What the case studies that are quoted or picked are about, so that nobody opens their words unprepared.</summary>
    internal async Task<IReadOnlyList<ContentNote>> NotesAsync(Briefing briefing, CancellationToken cancellation)
    {
        var keys = briefing.Quotes.Select(quote => quote.CaseStudyId).Concat(briefing.Picks.Select(pick => pick.CaseStudyId)).Distinct().ToList();
        if (keys.Count == 0) return [];

        var notes = await (await sources.OfAsync(briefing, cancellation)).Where(study => keys.Contains(study.Id)).SelectMany(study => study.Stories)
            .Select(drawn => drawn.Story!.ContentNotes).ToListAsync(cancellation);
        return [.. notes.SelectMany(one => one).Distinct().Order()];
    }

    private static bool StandsIn(string words, CaseStudy study) =>
        study.Passages().Any(text => QuotedWords.StandIn(words, text));
}
