using FluentValidation;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Folding;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>Draws case studies from stories, edits, publishes and takes them down.</summary>
public sealed class CaseStudyEditing(
    InfoStoryContext db, IValidator<ReviewStory> deskRules, CaseStudyWriting writing, PublicationCheck check, CaseStudyTakedown takedown,
    CaseStudyAddresses addresses, RevisionKeeping revisions, PictureShelf shelf, AuthorNotifier notifier, TimeProvider clock)
{
    internal const string PublishersOnly = "Only a publisher reads case studies that are not public.";

    internal const string WithAuthor = "The author is reading this case study. Send your changes to the author, so that they read what you mean to publish.";

    /// <summary>Starts a case study filled from a story that is ready, or finds the one already started. Publishers only.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="ConflictException">The story is not ready, or its author has not agreed to publication.</exception>
    public Task<Id<CaseStudy>> DraftFromAsync(string reference, Actor actor, CancellationToken cancellation) =>
        DraftFromAsync(reference, new ReviewStory(), actor, cancellation);

    /// <summary>As <see cref="DraftFromAsync(string, Actor, CancellationToken)"/>; keeps the note that was typed on the page of the story.</summary>
    public async Task<Id<CaseStudy>> DraftFromAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can start a case study.");
        await deskRules.ValidateAndThrowAsync(command, cancellation);
        var story = await db.Stories.Include(story => story.Consents).Include(story => story.Tags)
            .FindAsync(story => story.Reference == reference, cancellation);
        var known = await db.CaseStudies.Where(db.DrawsOn(story.Id)).Select(study => (Id<CaseStudy>?)study.Id).FirstOrDefaultAsync(cancellation);
        var note = Note.Of(story, command.Note, actor, clock.UtcNow);
        if (known is { } begun)
        {
            story.State.MustBeReadBy(actor, StoryOnHold.DrawnFrom);
            // What the author took back is not written about again.
            if (note is null || story.State == StoryState.Withdrawn) return begun;

            db.Notes.Add(note);
            db.Touch(story);
            await db.SaveOrConflictAsync(cancellation);
            return begun;
        }

        story.MustAllow(Audience.Website, clock.UtcNow);
        if (story.State != StoryState.Ready) throw new ConflictException($"A case study needs a story that is ready; this one is {story.State.InWords()}.");

        var study = new CaseStudy
        {
            Slug = await addresses.OfferAsync(story.PublicTitle!, null, cancellation),
            Title = story.PublicTitle!,
            Summary = SignedOff.Opening(story.PublicText!),
            TheStory = story.PublicText!,
            Kind = story.Kind!.Value,
            WhoIsTelling = story.WhoIsTelling,
            ServiceId = story.ServiceId,
            PlaceId = story.PlaceId,
            UpdatedAt = clock.UtcNow,
        };
        study.Stories.Add(new() { StoryId = story.Id });
        if (await ShownChain.OfAsync(db, story, cancellation) is { } chain) study.Chains = [chain];
        study.Tags.AddRange(story.Tags.Select(tag => new CaseStudyTag { TagId = tag.TagId }));
        db.CaseStudies.Add(study);
        revisions.Begin(study, actor);
        if (note is not null) db.Notes.Add(note);
        db.Touch(story);
        db.History.Add(HistoryEntry.Of(reference, HistoryAct.CaseStudyBegun, actor, clock.UtcNow));

        await db.SaveOrConflictAsync(cancellation);
        return study.Id;
    }

    /// <summary>
    /// The case study as this member of the team may see it: where a story that it draws on is on hold, only a safeguarding lead reads what was
    /// written, and that is put into the history of the story.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    public async Task<CaseStudyOnDesk> ShowAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var stories = await db.CaseStudies.AsNoTracking().Where(study => study.Id == id)
            .SelectMany(study => study.Stories).Select(drawn => new { drawn.Story!.Reference, drawn.Story.State }).ToListAsync(cancellation);
        var study = await ShowAsync(id, cancellation);
        if (!stories.TrueForAll(story => story.State.MayBeReadBy(actor))) return study.Closed();

        db.History.AddRange(stories.Select(story => StoryOnHold.Opening(story.Reference, story.State, actor, clock.UtcNow)).OfType<HistoryEntry>());
        await db.SaveChangesAsync(cancellation);
        return study;
    }

    /// <summary>The case study with what its authors said to it, messages oldest first.</summary>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    public async Task<CaseStudyOnDesk> ShowAsync(Id<CaseStudy> id, CancellationToken cancellation)
    {
        var study = await db.CaseStudies.AsNoTracking().AsSplitQuery().Include(study => study.Service).Include(study => study.Place)
            .Include(study => study.Tags).ThenInclude(tag => tag.Tag).Include(study => study.Stories).ThenInclude(drawn => drawn.Story)
            .FirstOrDefaultAsync(study => study.Id == id, cancellation) ?? throw new NotFoundException("The case study");
        var stories = study.Stories.ConvertAll(drawn => drawn.Story!);
        var keys = stories.ConvertAll(story => story.Id);
        var messages = await db.Messages.AsNoTracking().Where(message => keys.Contains(message.StoryId)).OrderBy(message => message.Id)
            .Select(message => new { message.StoryId, Shown = new MessageOnDesk(message.Text, message.By, message.At) }).ToListAsync(cancellation);

        var offered = await addresses.OfferAsync(study.Title, study, cancellation);
        return new(
            study.Id, study.Slug, offered, study.FirstPublishedAt is not null, study.Revision,
            study.State, stories.Exists(story => story.State == StoryState.Withdrawn),
            study.Title, study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid,
            study.WhatChanged, study.NotYetFixed, study.Learning, study.Kind, study.Service?.Name, study.Place?.Name,
            stories.ConvertAll(story => story.Reference), study.Tags.ConvertAll(tag => tag.Tag!.Name), study.PublishedAt, study.AuthorsWord(),
            messages.ConvertAll(message => message.Shown))
        {
            ContentNotes = [.. stories.SelectMany(story => story.ContentNotes).Distinct().Order()],
            Drawn = stories.ConvertAll(story => new DrawnStory(
                story.Id, story.Reference, HandOffs.InWords(StoryAnswers.Of(story)), study.ShowsHandOffsOf(story.Id),
                [.. messages.Where(message => message.StoryId == story.Id).Select(message => message.Shown)])),
            PlaceAndNeed = study.PlaceAndNeed,
            Partners = study.Partners,
            Barrier = study.Barrier,
            Figures = study.Figures,
            Quotes = study.Quotes,
            Pictures = study.Pictures,
            KeptPictures = await shelf.OfAsync(study.Id, cancellation),
            Chains = study.Chains,
            NamesChanged = study.NamesChanged,
            PublishAt = study.PublishAt,
            ScheduledBy = study.ScheduledBy,
            NotPublished = study.NotPublished?.Split('\n') ?? [],
            Intruder = study.Intruder,
            IntruderStands = study.Intruder.StandsFor(study.Words(), clock.UtcNow),
        };
    }

    /// <summary>Keeps the words; where the case study is public, the public sees them at once. Publishers only.</summary>
    /// <returns>The address at which everyone reads it otherwise than before; null where nobody does.</returns>
    public async Task<string?> SaveAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can edit a case study.");
        var study = await writing.OpenAsync(id, command, actor, goesOut: null, cancellation);
        if (study.Stories.Any(drawn => drawn.Story!.ReadsCaseStudy)) throw new ConflictException(WithAuthor);

        var (before, quotes) = (study.Words(), study.Quotes);
        var address = await writing.WriteAsync(study, command, actor, cancellation);
        var changed = study.Words() != before;
        if (study.State != CaseStudyState.Published) CaseStudyWriting.MustBeFree(address);
        else
        {
            await check.PassAsync(study, PublicationStep.ChangeWhilePublic, cancellation, changed, address);
            await ShowToPublicAsync(study, cancellation);
        }

        await SaveAsync(study, HistoryAct.CaseStudyEdited, actor, cancellation);
        return study.State == CaseStudyState.Published && (changed || !study.Quotes.SequenceEqual(quotes)) ? study.Slug : null;
    }

    /// <summary>
    /// Saves and sends the words to every author who asked to see them first and has not said yes to them; also again, while
    /// an author reads an earlier version. Publishers only.
    /// </summary>
    /// <exception cref="ConflictException">No author waits to see these words, a story is not ready, or publication is not allowed.</exception>
    public async Task SendToAuthorAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can send a case study to its author.");
        var study = await writing.OpenAsync(id, command, actor, PublicationStep.SendToAuthor, cancellation);
        if (study.State == CaseStudyState.Published) throw new ConflictException("Take the case study down before you send it to the author.");

        var address = await writing.WriteAsync(study, command, actor, cancellation);
        var stories = study.Stories.Select(drawn => drawn.Story!).Where(story => !study.IsSignedOffFor(story)).ToList();
        if (stories.Count == 0 && address is null)
            throw new ConflictException("Nobody has to see these words first: the author said yes to them, or did not ask to see them.");

        await check.PassAsync(study, PublicationStep.SendToAuthor, cancellation, also: address);
        foreach (var drawn in study.Stories.Where(drawn => stories.Contains(drawn.Story!)))
        {
            drawn.Story!.SendToAuthor();
            drawn.SentAt = clock.UtcNow;
            db.Touch(drawn.Story);
        }

        writing.EndSchedule(study, "It was sent to its author.", actor);

        await notifier.NoteAsync(stories, HistoryAct.SentToTheAuthor, actor, clock.UtcNow, cancellation);

        await SaveAsync(study, HistoryAct.CaseStudyEdited, actor, cancellation);
    }

    /// <summary>
    /// Saves and publishes. Publishers only, and only where every story it draws on allows it and every author who asked to see it first said yes.
    /// </summary>
    /// <returns>The address at which everyone reads it.</returns>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="ValidationException">A field breaks a rule or lacks what publication needs.</exception>
    /// <exception cref="ConflictException">Somebody has saved it since, it is public already, or something that is no field is missing.</exception>
    public async Task<string> PublishAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can publish a case study.");
        var study = await writing.OpenAsync(id, command, actor, PublicationStep.Publish, cancellation);

        var address = await writing.WriteAsync(study, command, actor, cancellation);
        await PublishAsync(study, await check.PassAsync(study, PublicationStep.Publish, cancellation, also: address), actor, cancellation);
        return study.Slug;
    }

    /// <summary>Publishes what was cleared, and saves.</summary>
    internal async Task PublishAsync(CaseStudy study, ClearedToPublish cleared, Actor actor, CancellationToken cancellation)
    {
        study.Publish(cleared, clock.UtcNow);
        foreach (var story in study.Stories.Select(drawn => drawn.Story!))
        {
            story.Publish();
            // One that is published already does not change, and yet its author may be taking the permission away at this moment.
            db.Touch(story);
        }

        await ShowToPublicAsync(study, cancellation);
        await SaveAsync(study, HistoryAct.Published, actor, cancellation);
    }

    /// <summary>
    /// Keeps the words, unseen, and takes the case study down: its page answers 410 from now on, and its stories are ready again. Publishers only.
    /// </summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="ValidationException">A field breaks a rule.</exception>
    /// <exception cref="ConflictException">Somebody has saved it since, it is not public, or its author took the story back.</exception>
    public async Task UnpublishAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can take a case study down.");
        await db.TogetherAsync(() => UnpublishOnceAsync(id, command, actor, cancellation), cancellation);
    }

    private async Task UnpublishOnceAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        // Whatever was sent before the clock is read is seen, and called back. The history is waited for first, as everywhere.
        await HistoryChain.WaitAsync(db, cancellation);
        await DeliveryLock.HoldAsync(db, [id], cancellation);
        var now = clock.UtcNow;
        var noReason = command.TakenDownWhy is null ? new Refusal(EditCaseStudyRules.NoReason, nameof(command.TakenDownWhy)) : null;
        var study = await writing.OpenToHideAsync(id, command, actor, noReason, cancellation);

        CaseStudyWriting.MustBeFree(await writing.WriteAsync(study, await addresses.FreeAsync(study, command, cancellation), actor, cancellation));
        study.TakeDown(await check.WhyTakenDownAsync(study, command, cancellation), now);
        foreach (var story in await takedown.PublicOnlyInAsync([study], cancellation)) story.Unpublish();

        await takedown.HideFromPublicAsync([study], now, cancellation);
        await SaveAsync(study, HistoryAct.TakenDown, actor, cancellation);
    }

    private async Task ShowToPublicAsync(CaseStudy study, CancellationToken cancellation)
    {
        await revisions.ShowAsync(study, cancellation);
        var title = SearchText.TitleOf(study.Title);
        var body = Folded.Of(string.Join("\n\n", study.Passages().Concat(study.Figures.Select(figure => figure.InWords()))
            .Concat(study.Pictures.Select(picture => picture.InWords())))).Legible;
        var narrowing = await NarrowingAsync(study, cancellation);
        if (await db.Set<SearchText>().FindAsync([study.Id.Value], cancellation) is { } text)
            (text.Title, text.Body, text.Narrowing) = (title, body, narrowing);
        else db.Add(new SearchText { Id = study.Id.Value, Title = title, Body = body, Narrowing = narrowing });
    }

    private async Task<string> NarrowingAsync(CaseStudy study, CancellationToken cancellation)
    {
        var place = await db.Places.Where(place => place.Id == study.PlaceId)
            .Select(place => new { place.Id, Within = place.ParentId, Around = place.Parent!.ParentId }).SingleOrDefaultAsync(cancellation);
        var tags = await db.Set<CaseStudyTag>().Where(tagged => tagged.CaseStudyId == study.Id).Select(tagged => tagged.TagId).ToListAsync(cancellation);
        return SearchFilterTerms.Of(study, new[] { place?.Id, place?.Within, place?.Around }.OfType<Id<Place>>(), tags);
    }

    /// <summary>Saves what was written, and puts it into the history of its stories.</summary>
    internal async Task SaveAsync(CaseStudy study, HistoryAct act, Actor actor, CancellationToken cancellation)
    {
        db.Touch(study);
        await notifier.NoteAsync(study.Stories.ConvertAll(drawn => drawn.Story!), act, actor, clock.UtcNow, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }
}
