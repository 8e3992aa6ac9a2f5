using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>To whom a briefing is given.</summary>
public sealed record GiveBriefing
{
    /// <summary>A person or a body.</summary>
    public string? To { get; init; }

    public string? Email { get; init; }
}

public sealed class GiveBriefingRules : AbstractValidator<GiveBriefing>
{
    public GiveBriefingRules()
    {
        RuleFor(form => form.To).Cascade(CascadeMode.Stop)
            .Must(name => PlainText.Tidy(name).Length > 0).WithMessage("Write who gets it: a person or a body").Brief("The name", BriefingCopy.MaxName);
        RuleFor(form => form.Email).Must(email => EmailAddress.Tidy(email) is { } address && EmailAddress.IsValid(address))
            .WithMessage(EmailAddress.Wrong);
    }
}

/// <summary>One copy as the log of the desk shows it.</summary>
/// <param name="Holder">Null where it is forgotten.</param>
/// <param name="IsOpen">Its link opens it now.</param>
/// <param name="Studies">What was in it and is still there.</param>
public sealed record CopyRow(
    Id<BriefingCopy> Id, CopyKind Kind, CopyHolder? Holder, string GivenBy, DateTime MadeAt, DateTime EndsAt, DateTime? CalledBackAt, bool IsOpen, int Given,
    IReadOnlyList<StudyInCopy> Studies);

/// <summary>A case study in a copy; the title is null where it is not public, or where nobody should come upon it unprepared.</summary>
public sealed record StudyInCopy(Id<CaseStudy> Id, string? Title);

/// <summary>Gives briefings to people outside, keeps who has which, and calls them back.</summary>
public sealed class BriefingCopies(
    InfoStoryContext db, IValidator<GiveBriefing> rules, BriefingReader reader, BriefingRecall recall, SubscriberSeal seal, LinkKey links, SiteAddress site,
    TimeProvider clock)
{
    /// <summary>So many copies the desk shows, newest first.</summary>
    public const int MostShown = 100;

    private const int MostTitles = 20;

    /// <summary>Who has it, newest first. Three statements.</summary>
    public async Task<IReadOnlyList<CopyRow>> ListAsync(Id<Briefing> briefing, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        var now = clock.UtcNow;
        var copies = await db.BriefingCopies.AsNoTracking().Where(copy => copy.BriefingId == briefing).OrderByDescending(copy => copy.Id).Take(MostShown)
            .ToListAsync(cancellation);
        var subjects = copies.ConvertAll(copy => copy.Subject);
        var sent = (await db.Deliveries.AsNoTracking().Where(one => subjects.Contains(one.Recipient)).OrderBy(one => one.Id)
            .Select(one => new { one.Recipient, one.CaseStudyId }).ToListAsync(cancellation)).ToLookup(one => one.Recipient, one => one.CaseStudyId);
        var keys = sent.SelectMany(one => one.Take(MostTitles)).Distinct().ToList();
        var titles = await db.CaseStudies.Shown(now).Where(study => keys.Contains(study.Id))
            .Select(study => new { study.Id, study.Title, Notes = study.Stories.Select(drawn => drawn.Story!.ContentNotes).ToList() })
            .ToListAsync(cancellation);
        var named = titles.Where(one => one.Notes.TrueForAll(notes => notes.Count == 0)).ToDictionary(one => one.Id, one => one.Title);
        return copies.ConvertAll(copy => new CopyRow(
            copy.Id, copy.Kind, Holder(copy), copy.GivenBy, copy.MadeAt, copy.EndsAt, copy.CalledBackAt, copy.IsOpen(now), copy.Given,
            [.. sent[copy.Subject].Take(MostTitles).Select(id => new StudyInCopy(id, named.GetValueOrDefault(id)))]));
    }

    /// <summary>Writes somebody a letter with a link that opens it for <see cref="BriefingCopy.Days"/> days.</summary>
    /// <exception cref="ValidationException">The name or the address is wrong.</exception>
    /// <exception cref="ConflictException">There is nothing in it that its audience may read, or somebody at this address has it already.</exception>
    public async Task<Id<BriefingCopy>> GiveAsync(Id<Briefing> briefing, GiveBriefing form, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        var holder = await ReadAsync(form, cancellation);
        return (await MakeAsync(briefing, CopyKind.Link, holder, actor, cancellation)).Id;
    }

    /// <summary>What a publisher takes away as a document, to give it to somebody.</summary>
    /// <inheritdoc cref="GiveAsync"/>
    public async Task<BriefingContent> TakeAsync(Id<Briefing> briefing, GiveBriefing form, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        var copy = await MakeAsync(briefing, CopyKind.Word, await ReadAsync(form, cancellation), actor, cancellation);
        return await reader.ReadAsync(
            await db.BriefingCopies.AsNoTracking().Include(one => one.Briefing!.Quotes).FindAsync(one => one.Id == copy.Id, cancellation), cancellation);
    }

    /// <summary>Its link opens nothing from now on. Again changes nothing.</summary>
    /// <exception cref="NotFoundException">There is no such copy of this briefing.</exception>
    public async Task CallBackAsync(Id<Briefing> briefing, Id<BriefingCopy> id, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        await db.BriefingCopies.AsNoTracking().FindAsync(one => one.Id == id && one.BriefingId == briefing, cancellation);
        await recall.KillAsync([id], actor, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    private async Task<CopyHolder> ReadAsync(GiveBriefing form, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(form, cancellation);
        return new(EmailAddress.Tidy(form.Email)!, string.Join(' ', PlainText.Tidy(form.To).Split('\n', StringSplitOptions.TrimEntries)));
    }

    private async Task<BriefingCopy> MakeAsync(Id<Briefing> id, CopyKind kind, CopyHolder holder, Actor actor, CancellationToken cancellation)
    {
        BriefingCopy made = null!;
        await db.TogetherAsync(async () =>
        {
            // Two who give it at once wait for each other here, so that the second sees the copy of the first.
            await db.Briefings.Where(one => one.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.UpdatedAt, one => one.UpdatedAt), cancellation);
            var (briefing, now) = (await db.Briefings.Include(one => one.Picks).FindAsync(one => one.Id == id, cancellation), clock.UtcNow);
            var studies = await reader.KeysAsync(briefing, cancellation);
            if (studies.Count == 0)
                throw new ConflictException("Nothing in this briefing may be shown to these readers now, so nobody can be given it.");
            if (kind == CopyKind.Link && await HasItAsync(id, holder, now, cancellation))
                throw new ConflictException("Somebody at this address can open this briefing already. Call that copy back first to give it again");

            var copy = new BriefingCopy
            {
                BriefingId = id,
                Audience = briefing.Audience,
                Kind = kind,
                GivenBy = actor.Name,
                MadeAt = now,
                EndsAt = kind == CopyKind.Link ? now.AddDays(BriefingCopy.Days) : now,
                Given = studies.Count,
            };
            copy.Seal(seal.Protect(CopySeal.Write(holder)));
            db.Add(copy);
            // Its number stands in the link, the log and the history: all in one transaction.
            await db.SaveOrConflictAsync(cancellation);

            var letter = kind == CopyKind.Link ? Letter(copy, briefing, holder) : null;
            if (letter is not null)
            {
                db.Add(letter);
                db.History.Add(HistoryEntry.Of(copy.Subject, HistoryAct.LetterWritten, actor, now));
            }

            db.AddRange(studies.Select(study => new Delivery
            {
                CaseStudyId = study,
                Audience = copy.Audience,
                Recipient = copy.Subject,
                SentAt = now,
                Letter = letter,
            }));
            db.History.Add(HistoryEntry.Of(
                copy.Subject, kind == CopyKind.Link ? HistoryAct.BriefingGiven : HistoryAct.BriefingTaken, actor, now, BriefingSets.Subject(id)));
            await db.SaveOrConflictAsync(cancellation);
            made = copy;
        }, cancellation);
        return made;
    }

    private async Task<bool> HasItAsync(Id<Briefing> briefing, CopyHolder holder, DateTime now, CancellationToken cancellation)
    {
        var open = await db.BriefingCopies.AsNoTracking()
            .Where(copy => copy.BriefingId == briefing && copy.Kind == CopyKind.Link && copy.CalledBackAt == null && copy.EndsAt > now)
            .ToListAsync(cancellation);
        var key = seal.KeyOf(holder.Email);
        return open.Exists(copy => Holder(copy) is { } other && seal.KeyOf(other.Email) == key);
    }

    private CopyHolder? Holder(BriefingCopy copy) => copy.Sealed is { } closed ? CopySeal.Read(seal.Unprotect(closed)) : null;

    private Letter Letter(BriefingCopy copy, Briefing briefing, CopyHolder holder) => new()
    {
        Subject = copy.Subject,
        To = holder.Email,
        // No word that somebody typed stands here.
        Title = "A briefing for you",
        Body = $"""
            To {holder.Name}

            Here is a briefing of two pages, made from what people told us about public services:

            {briefing.Question}

            {site.Url}/briefings/{links.Sign(LinkPurpose.Briefing, copy.Id.Value, copy.Version, copy.EndsAt)}

            The link is for you, and opens it until {copy.EndsAt.InLondon():d MMMM yyyy}.

            If somebody takes their story back, it goes from the page at once, and we write to you. Please delete then what you have printed or saved.

            We keep your name and address only to be able to write that, until {BriefingCopy.DaysKept} days after the link has ended.
            """,
        WrittenAt = copy.MadeAt,
        NextTryAt = copy.MadeAt,
        ExpiresAt = copy.EndsAt,
    };
}
