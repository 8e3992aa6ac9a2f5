using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Protection;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>What was typed to say which case studies a briefing rests on: a filter, or some of them.</summary>
internal sealed record ChosenStudies(string? Filter, IReadOnlyList<Id<CaseStudy>> Picked);

/// <summary>Finds the case studies of a briefing: never one that may not be shown to its audience at this moment.</summary>
public sealed class BriefingSources(
    InfoStoryContext db, Interests interests, IFullText fullText, IEnumerable<ILibraryFact> facts, TimeProvider clock)
{
    private static readonly Uri Library = new("https://localhost/case-studies");

    /// <summary>What was typed, looked up: each line that names nothing for this audience is refused.</summary>
    internal async Task<ChosenStudies> ChooseAsync(EditBriefing form, CancellationToken cancellation)
    {
        var typed = PlainText.Tidy(form.Studies);
        if (typed.Length > 0) return new(null, await PickAsync(typed, form.Audience!.Value, cancellation));

        return await interests.SpellAsync(Asked(PlainText.Tidy(form.Filter)), cancellation) is { } spelt
            ? new(spelt, [])
            : throw new FluentValidation.ValidationException([new(nameof(form.Filter),
                "Nothing in the library is called so. Filter the case studies on the public page, and copy the address of that page")]);
    }

    /// <summary>The form shows no pick that may not be shown now: where that is all of them, it must not save the whole library in their place.</summary>
    internal static void MustStayPicked(Briefing briefing, EditBriefing form)
    {
        if (briefing.Picks.Count == 0 || PlainText.Tidy(form.Studies).Length > 0 || PlainText.Tidy(form.Filter).Length > 0) return;

        throw Refused("None of the case studies that you chose can be shown to these readers now. Choose others, or paste the address of the library");
    }

    /// <summary>The case studies of these choices that may be shown to this audience now.</summary>
    internal async Task<IQueryable<CaseStudy>> OfAsync(Briefing briefing, CancellationToken cancellation)
    {
        var studies = db.CaseStudies.ShownTo(briefing.Audience, clock.UtcNow).AsNoTracking();
        if (briefing.From is { } from) studies = studies.Where(study => study.FirstPublishedAt >= from);
        if (briefing.Until is { } until) studies = studies.Where(study => study.FirstPublishedAt < until);
        if (briefing.Filter is null)
        {
            var picked = briefing.Picks.ConvertAll(pick => pick.CaseStudyId);
            return studies.Where(study => picked.Contains(study.Id));
        }

        return await ChosenAsync(briefing.Filter, cancellation) is { } chosen ? await InAsync(studies, chosen, cancellation) : studies.Where(_ => false);
    }

    /// <summary>The case studies with which this copy was given and that may still be shown to whoever has it.</summary>
    internal IQueryable<CaseStudy> Of(BriefingCopy copy)
    {
        var (subject, log) = (copy.Subject, db.Deliveries);
        return db.CaseStudies.ShownTo(copy.Audience, clock.UtcNow).AsNoTracking()
            .Where(study => log.Any(sent => sent.CaseStudyId == study.Id && sent.Recipient == subject && sent.CalledBackAt == null));
    }

    /// <summary>What the filter means today; null where it means nothing any more.</summary>
    internal async Task<InterestToRead?> ChosenAsync(string? filter, CancellationToken cancellation) =>
        filter is not null && Interest.Parse(filter) is { } interest ? await interests.FindAsync(interest, cancellation) : null;

    /// <summary>The addresses of what was picked and may be shown to this audience now, in its order.</summary>
    internal async Task<IReadOnlyList<(Id<CaseStudy> Id, string Slug)>> PickedAsync(Briefing briefing, CancellationToken cancellation)
    {
        var picked = briefing.Picks.ConvertAll(pick => pick.CaseStudyId);
        var shown = await db.CaseStudies.ShownTo(briefing.Audience, clock.UtcNow).Where(study => picked.Contains(study.Id))
            .Select(study => new { study.Id, study.Slug }).ToListAsync(cancellation);
        return [.. briefing.Picks.OrderBy(pick => pick.Place).SelectMany(pick => shown.Where(one => one.Id == pick.CaseStudyId))
            .Select(one => (one.Id, one.Slug))];
    }

    private async Task<IQueryable<CaseStudy>> InAsync(IQueryable<CaseStudy> studies, InterestToRead chosen, CancellationToken cancellation)
    {
        if (chosen.Words is null) return studies.In(chosen.Filter, db, facts);
        if (SearchWords.Parse(chosen.Words) is not { } words) return studies.Where(_ => false);

        // Among those that these readers may have, newest first: the best of everybody's could leave out some of them.
        var all = await studies.In(chosen.Filter, db, facts).OrderByDescending(study => study.PublishedAt).ThenByDescending(study => study.Id)
            .Select(study => study.Id).ToListAsync(cancellation);
        List<Id<CaseStudy>> found = [];
        foreach (var some in all.Chunk(SearchWords.MaxCandidates))
        {
            found.AddRange((await fullText.AmongAsync(db, words, [.. some.Select(id => id.Value)], cancellation)).Select(id => new Id<CaseStudy>(id)));
            if (found.Count > Briefing.MostStudies) break;
        }

        return studies.Where(study => found.Contains(study.Id));
    }

    /// <summary>Everything only where nothing was typed, or the library's own address; null where it is another page, or no filter.</summary>
    private static Interest? Asked(string typed)
    {
        if (typed.Length == 0) return new();
        if (typed.IndexOfAny(['/', '?', '=']) is >= 0 and var first && typed[first] != '=')
            return Uri.TryCreate(Library, typed, out var page)
                && page.AbsolutePath.TrimEnd('/').EndsWith(Library.AbsolutePath, StringComparison.OrdinalIgnoreCase)
                ? Interest.Parse(page.Query) : null;

        return Interest.Parse(typed) is { IsEverything: false } asked ? asked : null;
    }

    private async Task<IReadOnlyList<Id<CaseStudy>>> PickAsync(string typed, Audience audience, CancellationToken cancellation)
    {
        List<string> lines = [.. typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (lines.Count > Briefing.MostPicked) throw Refused($"Pick {Briefing.MostPicked} case studies at most, or use an address of the library");

        var slugs = lines.ConvertAll(line => line.Split('?', '#')[0].TrimEnd('/').Split('/')[^1].ToLowerInvariant());
        var known = await db.CaseStudies.Shown(clock.UtcNow).Where(study => slugs.Contains(study.Slug)).Select(study => study.Slug).ToListAsync(cancellation);
        var shown = await db.CaseStudies.ShownTo(audience, clock.UtcNow).Where(study => slugs.Contains(study.Slug))
            .ToDictionaryAsync(study => study.Slug, study => study.Id, cancellation);
        var wrong = slugs.Index().Where(line => !shown.ContainsKey(line.Item)).Select(line => known.Contains(line.Item)
            ? $"Line {line.Index + 1}: {Gate.NotAllowed(audience)}"
            : $"Line {line.Index + 1}: there is no public case study at this address. Copy it from the page of the case study").ToList();
        if (wrong.Count > 0) throw Refused(string.Join(". ", wrong.ConvertAll(sentence => sentence.TrimEnd('.'))));

        return [.. slugs.Select(slug => shown[slug]).Distinct()];
    }

    private static FluentValidation.ValidationException Refused(string sentence) => new([new(nameof(EditBriefing.Studies), sentence)]);
}
