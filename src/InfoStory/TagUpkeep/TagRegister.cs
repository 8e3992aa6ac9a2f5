using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.TagUpkeep;

/// <summary>One tag as administrators see it, with how many stories carry it and how many case studies that are public now.</summary>
/// <param name="Became">What it was merged into, or split into; empty otherwise.</param>
public sealed record TagRow(
    Id<Tag> Id, int Revision, Facet Facet, string? Group, string Name, string Slug, TagStanding Standing,
    IReadOnlyList<string> Synonyms, IReadOnlyList<TagLink> Became, int Stories, int CaseStudies)
{
    /// <summary>True where its name, its heading or another word for it holds each of these words, in whatever case and with whatever accents.</summary>
    public bool IsCalled(string? words)
    {
        var called = string.Join(' ', [Name, Group, .. Synonyms]);
        return PlainText.Tidy(words).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(called, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}

public sealed record TagLink(Id<Tag> Id, string Name, string Slug);

/// <summary>One act on a tag.</summary>
public sealed record TagAct(string Act, string By, DateTime At);

/// <summary>One tag with the slugs that lead to it, oldest first, and what was done to it, newest first.</summary>
public sealed record TagOnDesk(TagRow Tag, IReadOnlyList<string> FormerSlugs, IReadOnlyList<TagAct> History);

/// <summary>The tags as administrators look after them.</summary>
public sealed class TagRegister(InfoStoryContext db, TimeProvider clock)
{
    private const int MostActs = 50;

    /// <summary>Every tag, facet by facet. Five statements, however many stories there are; the counts are one pass each over an index of keys.</summary>
    public async Task<IReadOnlyList<TagRow>> ListAsync(CancellationToken cancellation)
    {
        var tags = await Whole().ToListAsync(cancellation);
        var stories = await Counts(db.Set<StoryTag>().GroupBy(tagged => tagged.TagId).Select(group => new Count(group.Key, group.Count())), cancellation);
        var services = await Counts(
            db.Stories.Where(story => story.ServiceId != null).GroupBy(story => story.ServiceId!.Value).Select(group => new Count(group.Key, group.Count())),
            cancellation);
        var studies = await Counts(
            from tagged in db.Set<CaseStudyTag>()
            join study in db.CaseStudies.Shown(clock.UtcNow) on tagged.CaseStudyId equals study.Id
            group tagged by tagged.TagId into tag
            select new Count(tag.Key, tag.Count()),
            cancellation);
        var about = await Counts(
            db.CaseStudies.Shown(clock.UtcNow).Where(study => study.ServiceId != null)
                .GroupBy(study => study.ServiceId!.Value).Select(group => new Count(group.Key, group.Count())),
            cancellation);

        int Of(Tag tag, Dictionary<Id<Tag>, int> tagged, Dictionary<Id<Tag>, int> served) =>
            (tag.Facet == Facet.Service ? served : tagged).GetValueOrDefault(tag.Id);
        return [.. tags.OrderBy(tag => tag.Facet).ThenBy(tag => tag.Id.Value).Select(tag => ToRow(tag, Of(tag, stories, services), Of(tag, studies, about)))];
    }

    /// <summary>The tag of this slug, now or once, itself also where it was merged.</summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    public async Task<TagOnDesk> OpenAsync(string slug, CancellationToken cancellation)
    {
        var tag = await Whole().Include(tag => tag.FormerSlugs)
            .FindAsync(tag => tag.Slug == slug || tag.FormerSlugs.Any(former => former.Slug == slug), cancellation);
        var shown = db.CaseStudies.Shown(clock.UtcNow);
        var (stories, studies) = tag.Facet == Facet.Service
            ? (await db.Stories.CountAsync(story => story.ServiceId == tag.Id, cancellation),
                await shown.CountAsync(study => study.ServiceId == tag.Id, cancellation))
            : (await db.Set<StoryTag>().CountAsync(tagged => tagged.TagId == tag.Id, cancellation), await shown.CountAsync(
                study => db.Set<CaseStudyTag>().Where(tagged => tagged.TagId == tag.Id).Select(tagged => tagged.CaseStudyId).Contains(study.Id), cancellation));

        List<(long? Number, TagAct Act)> acts = [];
        foreach (var subject in tag.FormerSlugs.Select(former => former.Slug).Append(tag.Slug).Select(TagEditing.Subject))
        {
            acts.AddRange((await db.History.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Number).Take(MostActs)
                .Select(entry => new { entry.Number, entry.Act, entry.Why, entry.By, entry.At })
                .ToListAsync(cancellation)).Select(entry => (entry.Number, new TagAct(entry.Act.With(entry.Why), entry.By, entry.At))));
        }

        return new(ToRow(tag, stories, studies), [.. tag.FormerSlugs.Select(former => former.Slug)], [.. acts.OrderByDescending(act => act.Number)
            .Take(MostActs).Select(act => act.Act)]);
    }

    private IQueryable<Tag> Whole() => db.Tags.AsNoTracking().Include(tag => tag.MergedInto).Include(tag => tag.Parts).ThenInclude(part => part.Part);

    private static TagRow ToRow(Tag tag, int stories, int studies) => new(
        tag.Id, tag.Revision, tag.Facet, tag.Group, tag.Name, tag.Slug, tag.Standing, Tag.SynonymsOf(tag.Id, tag.SynonymLines),
        [.. tag.Parts.Select(part => part.Part).Append(tag.MergedInto).OfType<Tag>()
            .OrderBy(one => one.Id.Value).Select(one => new TagLink(one.Id, one.Name, one.Slug))],
        stories, studies);

    private static Task<Dictionary<Id<Tag>, int>> Counts(IQueryable<Count> counts, CancellationToken cancellation) =>
        counts.ToDictionaryAsync(count => count.Tag, count => count.Times, cancellation);

    private sealed record Count(Id<Tag> Tag, int Times);
}
