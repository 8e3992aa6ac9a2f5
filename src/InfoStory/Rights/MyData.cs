using System.Text.Json.Serialization;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>One row of the ledger of consents with the sentences that were agreed to.</summary>
public sealed record HeldConsent(
    Audience Audience, string? Question, string? Meaning, string Wording, Channel Channel, DateTime GivenAt, DateTime ExpiresAt, DateTime? WithdrawnAt);

public sealed record HeldMessage(bool FromYou, string Text, DateTime At);

/// <summary>What was done and when; who of the team did it is not the author's data.</summary>
public sealed record HeldAct(string Act, string? Why, DateTime At);

/// <summary>Words of the story that a rule pointed at, for the team to look at.</summary>
public sealed record HeldFlag(string Words, string Rule, DateTime FoundAt);

public sealed record HeldCaseStudy(string Title, string Slug, bool Public);

/// <summary>What the services and the place of the answers are called.</summary>
public sealed record HeldNames(ILookup<Id<Tags.Tag>?, string> Services, string? Place);

/// <summary>
/// Everything that is held under one receipt (UK GDPR, article 15), all times in UTC. The team's notes to one another are counted, not
/// shown: they may speak of others (docs/privacy.md).
/// </summary>
public sealed record HeldData(
    string Reference, StoryState State, DateTime ReceivedAt, Channel Channel, StoryAnswers Answers,
    [property: JsonIgnore] HeldNames Names, bool SeeFirst, DateTime? DecidedAt, DateTime? SignedOffAt, bool EnteredByOurTeam,
    string? WhyItMayNotBeFromAPerson, bool SomeoneMayBeAtRisk, string? PublicTitle, string? PublicText, string? ReasonDeclined,
    IReadOnlyList<HeldConsent> Permissions,
    IReadOnlyList<string> Tags, IReadOnlyList<HeldMessage> Messages,
    IReadOnlyList<HeldAct> History, IReadOnlyList<HeldCaseStudy> CaseStudies, IReadOnlyList<HeldFlag> Flags, ContactDetails? Contact, int NotesOfTheTeam);

/// <summary>Gives authors a copy of what is held on them.</summary>
public sealed class MyData(InfoStoryContext db, ContactBook contacts, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<HeldData> ReadAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await db.Stories.AsNoTracking().AsSplitQuery().Include(story => story.Consents)
            .Include(story => story.Place)
            .Include(story => story.Tags).ThenInclude(tagged => tagged.Tag).FindAsync(story => story.Id == id, cancellation);
        var services = await db.Set<Tags.Tag>().Where(tag => tag.Facet == Tags.Facet.Service).Select(tag => new { tag.Id, tag.Name }).ToListAsync(cancellation);

        return new(
            story.Reference, story.State, story.ReceivedAt, story.Channel, StoryAnswers.Of(story),
            new(services.ToLookup(tag => (Id<Tags.Tag>?)tag.Id, tag => tag.Name), story.Place?.Name), story.SeeFirst, story.DecidedAt, story.SignedOffAt, story.EnteredBy is not null,
            story.Suspicion, story.Safeguarding != SafeguardingLevel.None, story.PublicTitle, story.PublicText, story.Reason,
            [.. story.Consents.OrderBy(consent => consent.Id.Value).Select(Held)],
            [.. story.Tags.Select(tagged => tagged.Tag!.Name)],
            await db.Messages.AsNoTracking().Where(message => message.StoryId == id).OrderBy(message => message.Id)
                .Select(message => new HeldMessage(message.FromAuthor, message.Text, message.At)).ToListAsync(cancellation),
            await db.History.AsNoTracking().Where(entry => entry.Subject == story.Reference).OrderBy(entry => entry.Number)
                .Select(entry => new HeldAct(entry.Act.Name, entry.Why, entry.At)).ToListAsync(cancellation),
            await db.CaseStudies.AsNoTracking().Where(db.DrawsOn(id))
                .Select(study => new HeldCaseStudy(study.Title, study.Slug, study.PublishedAt != null)).ToListAsync(cancellation),
            await db.Flags.AsNoTracking().Where(flag => flag.StoryId == id && flag.Kind != FlagKind.Duplicate)
                .OrderBy(flag => flag.Id).Select(flag => new HeldFlag(flag.Words, flag.Rule, flag.FoundAt)).ToListAsync(cancellation),
            (await contacts.FindAsync(id, cancellation))?.Masked(),
            await db.Set<Moderation.Desk.Note>().CountAsync(note => note.StoryId == id, cancellation));
    }

    /// <summary>Puts into the history that the author took a copy away.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task DownloadedAsync(Id<Story> id, CancellationToken cancellation)
    {
        var reference = await db.Stories.Where(story => story.Id == id).Select(story => story.Reference).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFoundException("The story");
        db.History.Add(HistoryEntry.Of(reference, HistoryAct.Downloaded, Actor.Author, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
    }

    private static HeldConsent Held(Consent consent)
    {
        var sentence = ConsentWording.Find(consent.Wording, consent.Audience);
        return new(
            consent.Audience, sentence?.Question, sentence?.Meaning, consent.Wording, consent.Channel, consent.GivenAt, consent.ExpiresAt, consent.WithdrawnAt);
    }
}
