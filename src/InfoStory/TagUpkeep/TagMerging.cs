using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations;
using InfoStory.Search;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.TagUpkeep;

/// <summary>
/// Merges one tag into another of its facet: whatever carries it carries the other from then on, and its words are other words of that one, so that who
/// looks for it finds what stands in its place. The rows are moved by the database, however many there are, in one transaction.
/// No story gets another revision, so that nobody who is at work meets a conflict (docs/decisions/0026).
/// </summary>
public sealed class TagMerging(InfoStoryContext db, Batch batch, IValidator<MergeTag> rules, TagNames names, TimeProvider clock)
{
    private const int SettledAtOnce = 200;

    /// <summary>Retires the tag and gives whatever carries it the other, in one transaction.</summary>
    /// <returns>The slug of the tag that stands in its place.</returns>
    /// <exception cref="NotFoundException">No tag has this slug.</exception>
    /// <exception cref="ConflictException">Somebody changed one of the two, or it is merged or split already.</exception>
    /// <exception cref="ValidationException">The other tag is not one of its facet that is offered.</exception>
    public async Task<string> MergeAsync(string slug, MergeTag command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, TagEditing.OnlyAdministrators);
        await rules.ValidateAndThrowAsync(command, cancellation);
        var tag = await names.FindAsync(slug, command.Revision, cancellation);
        var into = await db.Tags
            .FirstOrDefaultAsync(other => other.Id == command.Into && other.Id != tag.Id && other.Facet == tag.Facet && !other.Retired, cancellation)
            ?? throw TagNames.Refused(nameof(MergeTag.Into), MergeTagRules.Sentence);

        tag.MergeInto(into, await names.FreeOfAsync(tag, into, cancellation));
        // Both, so that nobody merges or retires the other at the same moment.
        db.Touch(tag);
        db.Touch(into);
        db.History.Add(HistoryEntry.Of(TagEditing.Subject(tag.Slug), HistoryAct.MergedInto, actor, clock.UtcNow, into.Slug));
        db.History.Add(HistoryEntry.Of(TagEditing.Subject(into.Slug), HistoryAct.TookIn, actor, clock.UtcNow, tag.Slug));
        try
        {
            await db.SaveTogetherAsync(() => MoveAsync(tag, into, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConflictException("Someone else has changed one of the two tags since you opened this.");
        }

        return into.Slug;
    }

    /// <summary>
    /// Moves what somebody who was at work during a merge saved under the tag that is gone. Returns how many tags that were merged had anything left.
    /// </summary>
    public Task<int> SettleAsync(CancellationToken cancellation)
    {
        var merged = db.Tags.Where(tag => tag.MergedIntoId != null
            && (db.Set<StoryTag>().Any(one => one.TagId == tag.Id) || db.Set<CaseStudyTag>().Any(one => one.TagId == tag.Id)
                || db.Set<Story>().Any(story => story.ServiceId == tag.Id)
                || db.Set<CaseStudy>().Any(study => study.ServiceId == tag.Id)
                || db.Set<Organisation>().Any(organisation => organisation.ServiceId == tag.Id))).OrderBy(tag => tag.Id).Select(tag => tag.Id);
        return batch.EachAsync(nameof(TagMerging), merged, SettledAtOnce, id => id.Value, id => SettleAsync(id, cancellation), cancellation);
    }

    private async Task<int> SettleAsync(Id<Tag> id, CancellationToken cancellation)
    {
        var tag = await db.Tags.Include(tag => tag.MergedInto).FindAsync(tag => tag.Id == id, cancellation);
        db.BeginEdition(clock.UtcNow);
        await db.SaveTogetherAsync(() => MoveAsync(tag, tag.MergedInto!, cancellation), cancellation);
        return 1;
    }

    private async Task MoveAsync(Tag tag, Tag into, CancellationToken cancellation)
    {
        var (from, to) = (tag.Id, into.Id);
        if (tag.Facet == Facet.Service) await MoveServiceAsync(from, to, cancellation);
        else await MoveTagAsync(from, to, cancellation);

        await db.Tags.Where(one => one.MergedIntoId == from).ExecuteUpdateAsync(set => set.SetProperty(one => one.MergedIntoId, to), cancellation);
        var parts = db.Set<TagPart>();
        await parts.Where(part => part.PartId == from && (part.TagId == to || parts.Any(other => other.TagId == part.TagId && other.PartId == to)))
            .ExecuteDeleteAsync(cancellation);
        await parts.Where(part => part.PartId == from).ExecuteUpdateAsync(set => set.SetProperty(part => part.PartId, to), cancellation);
    }

    private async Task MoveTagAsync(Id<Tag> from, Id<Tag> to, CancellationToken cancellation)
    {
        var (words, before, after) = (db.Set<SearchText>(), $" {SearchFilterTerms.Tag(from)} ", $" {SearchFilterTerms.Tag(to)} ");
        var studies = db.Set<CaseStudyTag>();
        var tagged = words.Where(text => studies.Where(one => one.TagId == from).Select(one => (long)(object)one.CaseStudyId).Contains(text.Id));
        await tagged.Where(text => text.Narrowing.Contains(after))
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Narrowing, text => text.Narrowing.Replace(before, " ")), cancellation);
        await tagged.Where(text => text.Narrowing.Contains(before))
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Narrowing, text => text.Narrowing.Replace(before, after)), cancellation);

        await studies.Where(one => one.TagId == from && studies.Any(other => other.TagId == to && other.CaseStudyId == one.CaseStudyId))
            .ExecuteDeleteAsync(cancellation);
        await studies.Where(one => one.TagId == from).ExecuteUpdateAsync(set => set.SetProperty(one => one.TagId, to), cancellation);

        var stories = db.Set<StoryTag>();
        await stories.Where(one => one.TagId == from && stories.Any(other => other.TagId == to && other.StoryId == one.StoryId))
            .ExecuteDeleteAsync(cancellation);
        await stories.Where(one => one.TagId == from).ExecuteUpdateAsync(set => set.SetProperty(one => one.TagId, to), cancellation);
    }

    /// <summary>
    /// A service stands on a story, in its chain, in what was missing, on drafts, on invitations and on organisations. The chain of a draft is put right
    /// when it is sent.
    /// </summary>
    private async Task MoveServiceAsync(Id<Tag> from, Id<Tag> to, CancellationToken cancellation)
    {
        Id<Tag>? service = to;
        var (before, after) = ($" {SearchFilterTerms.Service(from)} ", $" {SearchFilterTerms.Service(to)} ");
        var studies = db.Set<CaseStudy>();
        await db.Set<SearchText>().Where(text => studies.Where(study => study.ServiceId == from).Select(study => (long)(object)study.Id).Contains(text.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Narrowing, text => text.Narrowing.Replace(before, after)), cancellation);
        await studies.Where(study => study.ServiceId == from).ExecuteUpdateAsync(set => set.SetProperty(study => study.ServiceId, service), cancellation);
        await db.Stories.Where(story => story.ServiceId == from).ExecuteUpdateAsync(set => set.SetProperty(story => story.ServiceId, service), cancellation);
        await db.Stories.Where(story => story.Missing!.HeldById == from)
            .ExecuteUpdateAsync(set => set.SetProperty(story => story.Missing!.HeldById, service), cancellation);
        await db.Stories.SelectMany(story => story.HandOffs).Where(step => step.ServiceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(step => step.ServiceId, service), cancellation);
        await db.Drafts.Where(draft => draft.Answers.ServiceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Answers.ServiceId, service), cancellation);
        await db.Drafts.Where(draft => draft.Answers.Missing!.HeldById == from)
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Answers.Missing!.HeldById, service), cancellation);
        await db.Set<Campaigns.Invitation>().Where(invitation => invitation.ServiceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.ServiceId, service), cancellation);
        await db.Set<Organisation>().Where(organisation => organisation.ServiceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.ServiceId, service), cancellation);
    }
}
