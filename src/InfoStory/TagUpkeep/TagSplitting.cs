using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.TagUpkeep;

/// <summary>Splits a tag into others of its facet. Nothing loses the tag until an administrator has decided which parts it gets.</summary>
public sealed class TagSplitting(
    InfoStoryContext db, IValidator<SplitTag> splitRules, IValidator<DecideSplit> decideRules, TagNames names, IWordsOfTeam words,
    TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Retires the tag and remembers its parts.</summary>
    /// <exception cref="NotFoundException">No tag has this slug.</exception>
    /// <exception cref="ConflictException">Somebody changed it, it is merged or split already, or it is a service: a story has one.</exception>
    /// <exception cref="ValidationException">A part is not of the facet or not offered, or a new name is taken.</exception>
    public async Task SplitAsync(string slug, SplitTag command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, TagEditing.OnlyAdministrators);
        await splitRules.ValidateAndThrowAsync(command, cancellation);
        var tag = await names.FindAsync(slug, command.Revision, cancellation);
        if (tag.Facet == Facet.Service)
            throw new ConflictException("A service cannot be split, because a story names one. "
                + "Add the new services, retire this one, and change its stories on the desk.");

        var chosen = await db.Tags.Where(part => command.Parts.Contains(part.Id) && part.Id != tag.Id && part.Facet == tag.Facet && !part.Retired)
            .ToListAsync(cancellation);
        if (chosen.Count != command.Parts.Distinct().Count()) throw TagNames.Refused(nameof(SplitTag.Parts), "Choose tags from the list");

        List<Tag> added = [];
        foreach (var name in command.NewNames)
        {
            var part = new Tag
            {
                Facet = tag.Facet,
                Group = tag.Group,
                Name = name,
                Slug = await names.SlugForAsync(name, tag.Facet, null, nameof(SplitTag.Names), cancellation)
            };
            if (added.Exists(other => other.Slug == part.Slug))
                throw TagNames.Refused(nameof(SplitTag.Names), $"“{name}” would have the same address as another of these names");
            added.Add(part);
        }

        await words.PassAsync(
            TagEditing.Subject(tag.Slug), [.. added.Select(part => new WordsOfTeam(nameof(SplitTag.Names), "The new tags", part.Name))], command.WhyPublic,
            actor, cancellation);
        tag.Split([.. chosen, .. added]);
        db.Touch(tag);
        foreach (var part in chosen) db.Touch(part);
        foreach (var part in (Tag[])[.. chosen, .. added])
            db.History.Add(HistoryEntry.Of(TagEditing.Subject(part.Slug), HistoryAct.PartOf, actor, clock.UtcNow, tag.Slug));
        db.History.Add(HistoryEntry.Of(TagEditing.Subject(tag.Slug), HistoryAct.Split, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>
    /// A page of what still carries the tag, stories first, in the order of their keys, from just after the cursor. At most three statements.
    /// </summary>
    /// <param name="actor">
    /// Titles of stories, and titles and addresses of case studies that are not public, are shown only to who may read those, and none of hard words.
    /// </param>
    public async Task<UndecidedPage> ListAsync(Id<Tag> tag, SplitCursor? after, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, TagEditing.OnlyAdministrators);
        List<Undecided> rows = [];
        var (inStudies, key) = after is { } from ? (from.InCaseStudies, from.Key) : (false, 0);
        if (!inStudies)
        {
            var last = new Id<Story>(key);
            var stories = await (
                from tagged in db.Set<StoryTag>()
                where tagged.TagId == tag && tagged.StoryId > last
                join story in db.Stories on tagged.StoryId equals story.Id
                orderby tagged.StoryId
                select new { story.Reference, story.State, story.PublicTitle, story.Id, story.ContentNotes }).Take(PageSize + 1).ToListAsync(cancellation);
            rows.AddRange(stories.Select(story => new Undecided(
                story.Reference, false, actor.May(AccessPolicy.Moderate) && story.State != StoryState.OnHold && story.ContentNotes.Count == 0
                    ? story.PublicTitle : null, story.Id.Value)));
        }

        if (rows.Count <= PageSize)
        {
            var last = new Id<CaseStudy>(inStudies ? key : 0);
            var studies = await (
                from tagged in db.Set<CaseStudyTag>()
                where tagged.TagId == tag && tagged.CaseStudyId > last
                join study in db.CaseStudies.OfNoStoryOnHold() on tagged.CaseStudyId equals study.Id
                orderby tagged.CaseStudyId
                select new { study.Slug, study.State, study.Title, study.Id }).Take(PageSize + 1 - rows.Count).ToListAsync(cancellation);
            var keys = studies.ConvertAll(study => study.Id);
            var drawn = await db.Set<CaseStudyStory>().Where(drawn => keys.Contains(drawn.CaseStudyId))
                .Select(drawn => new { drawn.CaseStudyId, drawn.Story!.ContentNotes }).ToListAsync(cancellation);
            var veiled = drawn.Where(one => one.ContentNotes.Count > 0).Select(one => one.CaseStudyId).ToHashSet();
            rows.AddRange(studies.Select(study =>
            {
                var isShown = !veiled.Contains(study.Id) && (actor.May(AccessPolicy.Publish) || study.State == CaseStudyState.Published);
                return isShown
                    ? new Undecided(study.Slug, true, study.Title, study.Id.Value)
                    : new(Undecided.Numbered(study.Id.Value), true, null, study.Id.Value);
            }));
        }

        if (rows.Count <= PageSize) return new(rows, null);

        return new(rows[..PageSize], new SplitCursor(rows[PageSize - 1].IsCaseStudy, rows[PageSize - 1].Key));
    }

    /// <summary>Gives each story and case study that was decided its parts, all in one save. What was not decided keeps the tag.</summary>
    /// <exception cref="NotFoundException">No tag has this slug.</exception>
    /// <exception cref="ConflictException">It is no longer split, or somebody decided one of these at the same moment.</exception>
    /// <exception cref="ValidationException">Tags and none for the same one, a tag that is no part, or nothing decided.</exception>
    public async Task<Decided> DecideAsync(string slug, DecideSplit command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, TagEditing.OnlyAdministrators);
        await decideRules.ValidateAndThrowAsync(command, cancellation);
        var tag = await names.FindAsync(slug, cancellation);
        if (tag.Standing != TagStanding.Split) throw new ConflictException("This tag is no longer split, so there is nothing to decide.");

        var today = await Successors.LoadAsync(db, cancellation);
        var decided = command.Rows.Where(row => row.IsDecided && row.Of is not null).DistinctBy(row => row.Of, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.Of!, row => row.Parts.Select(today.Of).Distinct().ToList(), StringComparer.OrdinalIgnoreCase);
        if (decided.Values.SelectMany(parts => parts).Except(tag.Parts.Select(part => part.PartId)).Any())
            throw TagNames.Refused(nameof(DecideSplit.Rows), "Choose from the tags that this one was split into");

        var saved = await ExchangeInStoriesAsync(tag.Id, decided, actor, cancellation) + await ExchangeInCaseStudiesAsync(tag.Id, decided, actor, cancellation);
        if (saved > 0)
        {
            db.History.Add(HistoryEntry.Of(TagEditing.Subject(tag.Slug), HistoryAct.SplitDecided, actor, clock.UtcNow, $"{saved}"));
            await db.SaveOrConflictAsync(cancellation);
        }

        return new(saved, decided.Count - saved);
    }

    private async Task<int> ExchangeInStoriesAsync(Id<Tag> tag, Dictionary<string, List<Id<Tag>>> decided, Actor actor, CancellationToken cancellation)
    {
        List<string> references = [.. decided.Keys];
        var stories = await db.Stories.Include(story => story.Tags).Where(story => references.Contains(story.Reference)).ToListAsync(cancellation);
        // A database may take for the same what we do not: other capitals, or a space at the end.
        var changed = stories.Where(story => decided.TryGetValue(story.Reference, out var parts) && story.ExchangeTag(tag, parts)).ToList();
        changed.ForEach(story => ReadAnew(story, actor));
        db.History.AddRange(changed.Select(story => HistoryEntry.Of(story.Reference, HistoryAct.TagsChanged, actor, clock.UtcNow)));
        return changed.Count;
    }

    private async Task<int> ExchangeInCaseStudiesAsync(Id<Tag> tag, Dictionary<string, List<Id<Tag>>> decided, Actor actor, CancellationToken cancellation)
    {
        var slugs = decided.Keys.ToList();
        var numbers = slugs.Select(Undecided.NumberIn).OfType<long>().Select(number => new Id<CaseStudy>(number)).ToList();
        var studies = await db.CaseStudies.OfNoStoryOnHold().AsSplitQuery().Include(study => study.Tags).Include(study => study.Stories)
            .ThenInclude(drawn => drawn.Story).Where(study => slugs.Contains(study.Slug) || numbers.Contains(study.Id)).ToListAsync(cancellation);
        var changed = studies.Where(study => PartsOf(study) is { } parts && study.ExchangeTag(tag, parts)).ToList();
        if (changed.Count == 0) return 0;

        var keys = changed.ConvertAll(study => study.Id.Value);
        var texts = await db.Set<SearchText>().Where(text => keys.Contains(text.Id)).ToDictionaryAsync(text => text.Id, cancellation);
        foreach (var study in changed)
        {
            if (texts.TryGetValue(study.Id.Value, out var text)) text.Narrowing = SearchFilterTerms.Exchange(text.Narrowing, tag, PartsOf(study)!);
            study.Stories.ForEach(drawn => ReadAnew(drawn.Story!, actor));
            db.History.AddRange(study.Stories.Select(drawn => HistoryEntry.Of(drawn.Story!.Reference, HistoryAct.CaseStudyTagsChanged, actor, clock.UtcNow)));
        }

        return changed.Count;

        List<Id<Tag>>? PartsOf(CaseStudy study) => decided.GetValueOrDefault(study.Slug) ?? decided.GetValueOrDefault(Undecided.Numbered(study.Id.Value));
    }

    /// <summary>Its tags were chosen for it, so who seconds it reads it again. Other stories get no new revision (docs/decisions/0026).</summary>
    private static void ReadAnew(Story story, Actor actor)
    {
        if (story.Scored.SecondPolicy is not null) story.WriteAbout(actor);
    }
}
