using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Briefings;

/// <summary>One briefing in the list of the desk.</summary>
/// <param name="Open">How many copies can be opened by their links now.</param>
public sealed record BriefingRow(Id<Briefing> Id, string Question, Audience Audience, DateTime UpdatedAt, int Copies, int Open);

/// <summary>A page of briefings, changed last first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record BriefingList(IReadOnlyList<BriefingRow> Rows, Cursor? Next);

/// <summary>A briefing as its editor sees it.</summary>
/// <param name="Form">As it is saved; quotes and picks that may not be shown to its audience any more are left out.</param>
/// <param name="LeftOut">How many of these there are.</param>
/// <param name="ContentNotes">What the case studies are about whose words or addresses stand in the form.</param>
public sealed record BriefingOnDesk(EditBriefing Form, int LeftOut, IReadOnlyList<ContentNote> ContentNotes);

/// <summary>What a publisher does to briefings. Their words go to people outside, and are asked what is asked of the words of a case study.</summary>
public sealed class BriefingEditing(
    InfoStoryContext db, IValidator<EditBriefing> rules, BriefingSources sources, BriefingQuotes quotes, BriefingReader reader, IWordsOfTeam words,
    TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Briefings from just after the cursor. One statement.</summary>
    public async Task<BriefingList> ListAsync(Cursor? after, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        var (now, briefings, copies) = (clock.UtcNow, db.Briefings.AsNoTracking(), db.BriefingCopies.AsNoTracking());
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<Briefing>(id);
            briefings = briefings.Where(one => one.UpdatedAt <= at && (one.UpdatedAt < at || one.Id < key));
        }

        var rows = await briefings.OrderByDescending(one => one.UpdatedAt).ThenByDescending(one => one.Id).Take(PageSize + 1)
            .Select(one => new BriefingRow(
                one.Id, one.Question, one.Audience, one.UpdatedAt, copies.Count(copy => copy.BriefingId == one.Id),
                copies.Count(copy => copy.BriefingId == one.Id && copy.Kind == CopyKind.Link && copy.CalledBackAt == null && copy.EndsAt > now)))
            .ToListAsync(cancellation);
        return new([.. rows.Take(PageSize)], Cursor.After(rows, PageSize, row => new(row.UpdatedAt, row.Id.Value)));
    }

    /// <exception cref="NotFoundException">There is no such briefing.</exception>
    public async Task<BriefingOnDesk> OpenAsync(Id<Briefing> id, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        var briefing = await Whole().AsNoTracking().FindAsync(one => one.Id == id, cancellation);
        var shown = await BriefingQuotes.ReadAsync(briefing, await sources.OfAsync(briefing, cancellation), cancellation);
        var quoted = shown.Select(quote => quote.Words).ToList();
        var picked = (await sources.PickedAsync(briefing, cancellation)).Select(one => $"/case-studies/{one.Slug}").ToList();
        return new(
            EditBriefing.Of(briefing, picked.Count == 0 ? null : string.Join('\n', picked), quoted),
            briefing.Quotes.Count - quoted.Count + briefing.Picks.Count - picked.Count, await quotes.NotesAsync(briefing, cancellation));
    }

    /// <summary>As whoever gets it would read it now.</summary>
    /// <exception cref="NotFoundException">There is no such briefing.</exception>
    public async Task<BriefingContent> PreviewAsync(Id<Briefing> id, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        return await reader.ReadAsync(await Whole().AsNoTracking().FindAsync(one => one.Id == id, cancellation), cancellation);
    }

    /// <summary>Makes one.</summary>
    /// <exception cref="ValidationException">A field is wrong.</exception>
    /// <exception cref="ConflictException">There is one with this question for this audience.</exception>
    public async Task<Id<Briefing>> AddAsync(EditBriefing form, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        await MustBeRightAsync(form, null, actor, cancellation);
        Id<Briefing> made = default;
        await db.TogetherAsync(async () =>
        {
            var briefing = new Briefing
            {
                Question = PlainText.Tidy(form.Question),
                Audience = form.Audience!.Value,
                Readings = form.Readings(),
                Contact = PlainText.Tidy(form.Contact),
                UpdatedAt = clock.UtcNow,
            };
            if (await db.Briefings.AnyAsync(one => one.Question == briefing.Question && one.Audience == briefing.Audience, cancellation))
                throw new ConflictException("There is a briefing with this question for these readers already. Open that one, or ask another question");

            await WriteAsync(briefing, form, cancellation);
            db.Add(briefing);
            // History names it by its number, which a first save gives: all in one transaction.
            await db.SaveOrConflictAsync(cancellation);
            await words.PassAsync(BriefingSets.Subject(briefing.Id), form.Changed(null), form.WhyPublic, actor, cancellation);
            db.History.Add(HistoryEntry.Of(BriefingSets.Subject(briefing.Id), HistoryAct.BriefingMade, actor, clock.UtcNow));
            await db.SaveOrConflictAsync(cancellation);
            made = briefing.Id;
        }, cancellation);
        return made;
    }

    /// <summary>Saves it. Copies that are given already say the new words, and rest on what they were given with.</summary>
    /// <exception cref="ValidationException">A field is wrong.</exception>
    /// <exception cref="ConflictException">Somebody saved it since the form was opened.</exception>
    public async Task ChangeAsync(Id<Briefing> id, EditBriefing form, Actor actor, CancellationToken cancellation)
    {
        actor.MustPublish();
        await MustBeRightAsync(form, await Whole().AsNoTracking().FindAsync(one => one.Id == id, cancellation), actor, cancellation);
        await db.TogetherAsync(async () =>
        {
            var briefing = (await Whole().FindAsync(one => one.Id == id, cancellation)).At(form.Revision);
            var before = EditBriefing.Of(briefing, null, []);
            BriefingSources.MustStayPicked(briefing, form);
            (briefing.Question, briefing.Audience, briefing.Readings) = (PlainText.Tidy(form.Question), form.Audience!.Value, form.Readings());
            (briefing.Contact, briefing.UpdatedAt) = (PlainText.Tidy(form.Contact), clock.UtcNow);
            briefing.Picks.Clear();
            briefing.Quotes.Clear();
            // What is picked or quoted again has the key of what it takes the place of.
            await db.SaveOrConflictAsync(cancellation);
            await WriteAsync(briefing, form, cancellation);
            await words.PassAsync(BriefingSets.Subject(id), form.Changed(before), form.WhyPublic, actor, cancellation);
            db.History.Add(HistoryEntry.Of(BriefingSets.Subject(id), HistoryAct.BriefingChanged, actor, clock.UtcNow));
            await db.SaveOrConflictAsync(cancellation);
        }, cancellation);
    }

    private IQueryable<Briefing> Whole() => db.Briefings.Include(one => one.Picks).Include(one => one.Quotes).AsSplitQuery();

    /// <summary>Says all that is wrong at once, also what only the library and the rules for public words can tell. Nothing is changed.</summary>
    private async Task MustBeRightAsync(EditBriefing form, Briefing? saved, Actor actor, CancellationToken cancellation)
    {
        var wrong = (await rules.ValidateAsync(form, cancellation)).Errors;
        if (!wrong.Exists(one => EditBriefing.OfSources.Contains(one.PropertyName)))
        {
            var trial = new Briefing { Question = "", Audience = form.Audience!.Value, Readings = [], Contact = "", UpdatedAt = clock.UtcNow };
            await TryAsync(async () =>
            {
                if (saved is not null) BriefingSources.MustStayPicked(saved, form);
                await WriteAsync(trial, form, cancellation);
            });
        }

        var before = saved is null ? null : EditBriefing.Of(saved, null, []);
        if (form.WhyPublic is null) await TryAsync(() => words.PassAsync(BriefingSets.Subject(default), form.Changed(before), null, actor, cancellation));
        if (wrong.Count > 0) throw new ValidationException(wrong);

        async Task TryAsync(Func<Task> look)
        {
            try
            {
                await look();
            }
            catch (ValidationException refused)
            {
                wrong.AddRange(refused.Errors);
            }
        }
    }

    private async Task WriteAsync(Briefing briefing, EditBriefing form, CancellationToken cancellation)
    {
        var chosen = await sources.ChooseAsync(form, cancellation);
        (briefing.Filter, briefing.From, briefing.Until) = (chosen.Filter, form.FirstDay?.BeginsAt(), form.LastDay?.AddDays(1).BeginsAt());
        briefing.Picks.AddRange(chosen.Picked.Index().Select(pick => new BriefingPick { CaseStudyId = pick.Item, Place = pick.Index + 1 }));
        briefing.Quotes.AddRange(await quotes.FindAsync(briefing, form, cancellation));
    }
}
