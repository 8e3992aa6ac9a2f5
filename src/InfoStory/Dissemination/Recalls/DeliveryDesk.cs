using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>An organisation that was sent an ask, and what became of that when it was called back.</summary>
public sealed record OrganisationSent(string Name, string Slug, DateTime SentAt, DateTime? CalledBackAt, DateTime? AcknowledgedAt, bool IsUnreached);

/// <summary>Who was sent one case study.</summary>
/// <param name="Title">From which stories it is where those are about something hard; null where it was taken back or erased.</param>
/// <param name="Kinds">Numbers of everybody, by channel and audience.</param>
/// <param name="Organisations">Those that were asked, by name.</param>
public sealed record StudySent(Id<CaseStudy> Id, string? Title, bool IsPublic, IReadOnlyList<SentTo> Kinds, IReadOnlyList<OrganisationSent> Organisations);

/// <summary>A page of what was sent; <paramref name="Next"/> is the key after which the next begins, null on the last one.</summary>
public sealed record SentPage(IReadOnlyList<StudySent> Studies, long? Next);

/// <summary>Shows publishers what was sent to whom, and what was called back. Subscribers and copies are numbers.</summary>
public sealed class DeliveryDesk(InfoStoryContext db)
{
    public const int PageSize = 10;

    private const string PublishersOnly = "Only a publisher sees what was sent to whom.";

    /// <summary>Case studies that went to somebody, newest first, from just before this key. A few statements for each.</summary>
    public async Task<SentPage> ListAsync(long? before, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var keys = await KeysAsync(before, actor, cancellation);
        var page = keys.Take(PageSize).ToList();
        var deliveries = db.Deliveries.AsNoTracking().Where(one => page.Contains(one.CaseStudyId));
        var kinds = (await SentOut.CountAsync(deliveries, cancellation)).ToLookup(kind => kind.Study, kind => kind.Sent);
        var organisations = await OrganisationsAsync(deliveries, cancellation);
        var studies = (await db.CaseStudies.AsNoTracking().ReadableBy(actor)
            .Where(study => page.Contains(study.Id) && study.Stories.All(one => one.Story!.State != StoryState.Withdrawn))
            .Select(study => new
            {
                study.Id,
                study.Title,
                study.PublishedAt,
                Stories = study.Stories.Select(drawn => new { drawn.Story!.Reference, drawn.Story.ContentNotes }).ToList(),
            }).ToListAsync(cancellation)).ToDictionary(study => study.Id);

        return new(
            [
                .. page.Select(id => new StudySent(
                    id, studies.GetValueOrDefault(id) is not { } study ? null : study.Stories.Exists(one => one.ContentNotes.Count > 0)
                        ? $"From {string.Join(", ", study.Stories.Select(one => one.Reference))}"
                        : study.Title,
                    studies.GetValueOrDefault(id)?.PublishedAt is not null, [.. kinds[id]], [.. organisations[id]])),
            ],
            keys.Count > PageSize ? page[^1].Value : null);
    }

    /// <summary>One step over the index for each, because thousands may have been sent the same.</summary>
    private async Task<List<Id<CaseStudy>>> KeysAsync(long? before, Actor actor, CancellationToken cancellation)
    {
        var readable = db.CaseStudies.ReadableBy(actor);
        List<Id<CaseStudy>> keys = [];
        for (var last = new Id<CaseStudy>(before ?? long.MaxValue); keys.Count <= PageSize;)
        {
            var key = last;
            var next = await db.Deliveries.Where(one => one.CaseStudyId < key).OrderByDescending(one => one.CaseStudyId)
                .Select(one => (Id<CaseStudy>?)one.CaseStudyId).FirstOrDefaultAsync(cancellation);
            if (next is not { } found) break;

            last = found;
            // What was erased is nobody's secret any more: there is only a number.
            if (await readable.AnyAsync(study => study.Id == found, cancellation) || !await db.CaseStudies.AnyAsync(study => study.Id == found, cancellation))
                keys.Add(found);
        }

        return keys;
    }

    private async Task<ILookup<Id<CaseStudy>, OrganisationSent>> OrganisationsAsync(IQueryable<Delivery> deliveries, CancellationToken cancellation)
    {
        var asked = await deliveries.Where(one => one.Recipient.StartsWith(AskLetters.Recipient)).OrderBy(one => one.Id).ToListAsync(cancellation);
        var keys = RecipientKeys.In<Organisation>(asked.Select(one => one.Holder), AskLetters.Recipient);
        var names = await db.Organisations.AsNoTracking().Where(one => keys.Contains(one.Id)).Select(one => new { one.Id, one.Name, one.Slug })
            .ToDictionaryAsync(one => AskLetters.RecipientOf(one.Id), cancellation);
        return asked.Where(one => names.ContainsKey(one.Holder)).ToLookup(one => one.CaseStudyId, one => new OrganisationSent(
            names[one.Holder].Name, names[one.Holder].Slug, one.SentAt, one.CalledBackAt, one.AcknowledgedAt,
            one is { CalledBackAt: not null, LinkId: null }));
    }
}
