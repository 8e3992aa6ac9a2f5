using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Folding;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>A case study with the stories it draws on, as its editor sees it.</summary>
public sealed record CaseStudyOnDesk(
    Id<CaseStudy> Id, string Slug, int Revision, CaseStudyState State, bool TakenBack,
    string Title, string Summary, string TheStory, string? WhatWasNotShared, string? WhatTheyDid,
    string? WhatChanged, string? NotYetFixed, string? Learning, StoryKind Kind, string? ServiceName, string? PlaceName,
    IReadOnlyList<string> StoryReferences, IReadOnlyList<string> TagNames, DateTime? PublishedAt, AuthorsWord Author, IReadOnlyList<MessageOnDesk> Messages);

/// <summary>What the authors of a case study have said to its words as they are saved.</summary>
public enum AuthorsWord
{
    NotAsked,
    SignedOff,
    NotSignedOff,
    Reading,
}

/// <summary>One line of the team's list of case studies.</summary>
public sealed record CaseStudyRow(string Slug, string Title, CaseStudyState State, bool WithAuthor, DateTime UpdatedAt, DateTime? PublishedAt);

/// <summary>Draws case studies from stories, edits, publishes and takes them down.</summary>
public sealed class CaseStudyEditing(
    InfoStoryContext db, IValidator<EditCaseStudy> rules, IValidator<ReviewStory> deskRules, PublicationCheck check, CaseStudyTakedown takedown,
    Flagging flagging, AuthorNotifier notifier, TimeProvider clock)
{
    private const string WithAuthor = "The author is reading this case study. Send your changes to the author, so that they read what you mean to publish.";

    /// <summary>Starts a case study filled from a story that is ready, or finds the one already started. Publishers only.</summary>
    /// <returns>Its slug.</returns>
    /// <exception cref="ConflictException">The story is not ready, or its author has not agreed to publication.</exception>
    public Task<string> DraftFromAsync(string reference, Actor actor, CancellationToken cancellation) =>
        DraftFromAsync(reference, new ReviewStory(), actor, cancellation);

    /// <summary>As <see cref="DraftFromAsync(string, Actor, CancellationToken)"/>; keeps the note that was typed on the page of the story.</summary>
    public async Task<string> DraftFromAsync(string reference, ReviewStory command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can start a case study.");
        await deskRules.ValidateAndThrowAsync(command, cancellation);
        var story = await db.Stories.Include(story => story.Consents).Include(story => story.Tags)
            .FindAsync(story => story.Reference == reference, cancellation);
        var known = await db.CaseStudies.Where(db.DrawsOn(story.Id)).Select(study => study.Slug).FirstOrDefaultAsync(cancellation);
        var note = Note.Of(story, command.Note, actor, clock.UtcNow);
        if (known is not null)
        {
            // What the author took back is not written about again.
            if (note is null || story.State == StoryState.Withdrawn) return known;

            db.Notes.Add(note);
            db.Touch(story);
            await db.SaveOrConflictAsync(cancellation);
            return known;
        }

        story.MustAllow(Audience.Website, clock.UtcNow);
        if (story.State != StoryState.Ready) throw new ConflictException($"A case study needs a story that is ready; this one is {story.State.InWords()}.");

        var study = new CaseStudy
        {
            Slug = await NewSlugAsync(story.PublicTitle!, cancellation),
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
        study.Tags.AddRange(story.Tags.Select(tag => new CaseStudyTag { TagId = tag.TagId }));
        db.CaseStudies.Add(study);
        if (note is not null) db.Notes.Add(note);
        db.Touch(story);
        db.History.Add(HistoryEntry.Of(reference, HistoryAct.CaseStudyBegun, actor, clock.UtcNow));

        await db.SaveOrConflictAsync(cancellation);
        return study.Slug;
    }

    /// <summary>The newest 200, last changed first; where there are more, none that is public stands in the place of one that is not.</summary>
    public async Task<IReadOnlyList<CaseStudyRow>> ListAsync(CancellationToken cancellation)
    {
        var rows = await db.CaseStudies.AsNoTracking().OrderBy(study => study.State == CaseStudyState.Published)
            .ThenByDescending(study => study.UpdatedAt).ThenByDescending(study => study.Id).Take(200)
            .Select(study => new CaseStudyRow(
                study.Slug, study.Title, study.State,
                study.Stories.Any(drawn => drawn.Story!.Turn == AuthorTurn.SignOff && drawn.Story.SignedOffAt != null),
                study.UpdatedAt, study.PublishedAt)).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(row => row.UpdatedAt)];
    }

    /// <summary>The case study with what its authors said to it, messages oldest first.</summary>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    public async Task<CaseStudyOnDesk> ShowAsync(string slug, CancellationToken cancellation)
    {
        var study = await db.CaseStudies.AsNoTracking().AsSplitQuery().Include(study => study.Service).Include(study => study.Place)
            .Include(study => study.Tags).ThenInclude(tag => tag.Tag).Include(study => study.Stories).ThenInclude(drawn => drawn.Story)
            .FirstOrDefaultAsync(study => study.Slug == slug, cancellation) ?? throw new NotFoundException("The case study");
        var stories = study.Stories.ConvertAll(drawn => drawn.Story!);
        var keys = stories.ConvertAll(story => story.Id);
        var messages = await db.Messages.AsNoTracking().Where(message => keys.Contains(message.StoryId)).OrderBy(message => message.Id)
            .Select(message => new MessageOnDesk(message.Text, message.By, message.At)).ToListAsync(cancellation);

        return new(
            study.Id, study.Slug, study.Revision, study.State, stories.Exists(story => story.State == StoryState.Withdrawn),
            study.Title, study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid,
            study.WhatChanged, study.NotYetFixed, study.Learning, study.Kind, study.Service?.Name, study.Place?.Name,
            stories.ConvertAll(story => story.Reference), study.Tags.ConvertAll(tag => tag.Tag!.Name), study.PublishedAt, study.AuthorsWord(), messages);
    }

    /// <summary>The slug it has now: a draft's follows its title, so the one on a screen may be an older one.</summary>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    public async Task<string> SlugOfAsync(Id<CaseStudy> id, CancellationToken cancellation) =>
        await db.CaseStudies.Where(study => study.Id == id).Select(study => study.Slug).FirstOrDefaultAsync(cancellation)
        ?? throw new NotFoundException("The case study");

    /// <summary>Keeps the words; where the case study is public, the public sees them at once. Publishers only.</summary>
    /// <returns>Its slug, which follows the title until the first publication.</returns>
    public async Task<string> SaveAsync(string slug, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can edit a case study.");
        await rules.ValidateAndThrowAsync(command, cancellation);
        var study = (await FindAsync(slug, cancellation)).At(command.Revision);
        if (study.Stories.Any(drawn => drawn.Story!.ReadsCaseStudy)) throw new ConflictException(WithAuthor);

        var before = study.Words();
        await WriteAsync(study, command, cancellation);
        if (study.State == CaseStudyState.Published)
        {
            await check.PassAsync(study, PublicationStep.ChangeWhilePublic, cancellation, changed: study.Words() != before);
            await ShowToPublicAsync(study, cancellation);
        }

        await SaveAsync(study, HistoryAct.CaseStudyEdited, actor, cancellation);
        return study.Slug;
    }

    /// <summary>
    /// Saves and sends the words to every author who asked to see them first and has not said yes to them; also again, while
    /// an author reads an earlier version. Publishers only.
    /// </summary>
    /// <returns>Its slug.</returns>
    /// <exception cref="ConflictException">No author waits to see these words, a story is not ready, or publication is not allowed.</exception>
    public async Task<string> SendToAuthorAsync(string slug, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can send a case study to its author.");
        await rules.ValidateAndThrowAsync(command, cancellation);
        var study = (await FindAsync(slug, cancellation)).At(command.Revision);
        if (study.State == CaseStudyState.Published) throw new ConflictException("Take the case study down before you send it to the author.");

        await WriteAsync(study, command, cancellation);
        var stories = study.Stories.Select(drawn => drawn.Story!).Where(story => !study.IsSignedOffFor(story)).ToList();
        if (stories.Count == 0) throw new ConflictException("Nobody has to see these words first: the author said yes to them, or did not ask to see them.");

        await check.PassAsync(study, PublicationStep.SendToAuthor, cancellation);
        foreach (var story in stories)
        {
            story.SendToAuthor();
            db.Touch(story);
        }

        await notifier.NoteAsync(stories, HistoryAct.SentToTheAuthor, actor, clock.UtcNow, cancellation);

        await SaveAsync(study, HistoryAct.CaseStudyEdited, actor, cancellation);
        return study.Slug;
    }

    /// <summary>
    /// Saves and publishes. Publishers only, and only where every story it draws on allows it and every author who asked to see it first said yes.
    /// </summary>
    /// <returns>Its slug.</returns>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="ValidationException">A field breaks a rule or lacks what publication needs.</exception>
    /// <exception cref="ConflictException">Somebody has saved it since, it is public already, or something that is no field is missing.</exception>
    public async Task<string> PublishAsync(string slug, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can publish a case study.");
        await rules.ValidateAndThrowAsync(command, cancellation);
        var study = (await FindAsync(slug, cancellation)).At(command.Revision);

        await WriteAsync(study, command, cancellation);
        var cleared = await check.PassAsync(study, PublicationStep.Publish, cancellation);
        study.Publish(cleared, clock.UtcNow);
        foreach (var drawn in study.Stories) drawn.Story!.Publish();

        await ShowToPublicAsync(study, cancellation);
        await SaveAsync(study, HistoryAct.Published, actor, cancellation);
        return study.Slug;
    }

    /// <summary>
    /// Keeps the words, unseen, and takes the case study down: its page answers 410 from now on, and its stories are ready again. Publishers only.
    /// </summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="ValidationException">A field breaks a rule.</exception>
    /// <exception cref="ConflictException">Somebody has saved it since, it is not public, or its author took the story back.</exception>
    public async Task UnpublishAsync(string slug, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can take a case study down.");
        await rules.ValidateAndThrowAsync(command, cancellation);
        var study = (await FindAsync(slug, cancellation)).At(command.Revision);

        await WriteAsync(study, command, cancellation);
        study.Unpublish(clock.UtcNow);
        foreach (var drawn in study.Stories) drawn.Story!.Unpublish();

        await takedown.HideFromPublicAsync([study], cancellation);
        await SaveAsync(study, HistoryAct.TakenDown, actor, cancellation);
    }

    private async Task WriteAsync(CaseStudy study, EditCaseStudy command, CancellationToken cancellation)
    {
        if (study.Stories.Any(drawn => drawn.Story!.State == StoryState.Withdrawn))
            throw new ConflictException("The author took the story back, so nothing can be written from it any more.");

        var title = PlainText.Tidy(command.Title);
        if (study.FirstPublishedAt is null && title != study.Title) study.Slug = await NewSlugAsync(title, cancellation);

        (study.Title, study.Summary, study.TheStory) = (title, PlainText.Tidy(command.Summary), PlainText.Tidy(command.TheStory));
        (study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged) =
            (PlainText.TidyOrNull(command.WhatWasNotShared), PlainText.TidyOrNull(command.WhatTheyDid), PlainText.TidyOrNull(command.WhatChanged));
        (study.NotYetFixed, study.Learning, study.UpdatedAt) =
            (PlainText.TidyOrNull(command.NotYetFixed), PlainText.TidyOrNull(command.Learning), clock.UtcNow);
    }

    private async Task ShowToPublicAsync(CaseStudy study, CancellationToken cancellation)
    {
        var title = SearchText.TitleOf(study.Title);
        var body = Folded.Of(string.Join("\n\n", new[]
        {
            study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning
        }.OfType<string>())).Legible;
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

    private Task<CaseStudy> FindAsync(string slug, CancellationToken cancellation) =>
        db.CaseStudies.AsSplitQuery().Include(study => study.Stories)
            .ThenInclude(drawn => drawn.Story!.Consents).FindAsync(study => study.Slug == slug, cancellation);

    private async Task SaveAsync(CaseStudy study, HistoryAct act, Actor actor, CancellationToken cancellation)
    {
        db.Touch(study);
        foreach (var drawn in study.Stories) await flagging.FollowCaseStudyAsync(drawn.StoryId, study.Texts().Select(text => text.Text), cancellation);
        await notifier.NoteAsync(study.Stories.ConvertAll(drawn => drawn.Story!), act, actor, clock.UtcNow, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }

    private async Task<string> NewSlugAsync(string title, CancellationToken cancellation)
    {
        var (start, number) = (Slug.From(title), 1);
        var slug = start;
        while (await db.CaseStudies.AnyAsync(study => study.Slug == slug, cancellation)) slug = $"{start}-{++number}";
        return slug;
    }
}
