using System.Security.Cryptography;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Pictures;

/// <summary>Adds pictures to case studies and deletes them again, and shows them to the team.</summary>
public sealed class CaseStudyPictures(
    InfoStoryContext db, IValidator<AddPicture> rules, CaseStudyWriting writing, CaseStudyEditing editing, PictureShelf shelf, PictureQueue queue)
{
    private const string PublishersOnly = "Only a publisher can change the pictures of a case study.";

    private static readonly string Enough = $"A case study has {CaseStudyPicture.Most} pictures at most. Delete one first";

    /// <summary>
    /// Adds a picture, drawn anew. A case study that is not public shows it from now on; one that is shows it when somebody ticks it in its form and publishes
    /// the changes. Publishers only.
    /// </summary>
    /// <returns>True where the case study shows it.</returns>
    /// <exception cref="ValidationException">A field breaks a rule, or the file is no picture that can be drawn.</exception>
    /// <exception cref="ConflictException">An author reads the case study, took the story back, or somebody saves it at this moment.</exception>
    public async Task<bool> AddAsync(Id<CaseStudy> id, AddPicture command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var study = await OpenAsync(id, actor, cancellation);
        List<Refusal> wrong = [.. (await rules.ValidateAsync(command, cancellation)).Errors.Select(one => new Refusal(one.ErrorMessage, one.PropertyName))];
        var kept = await shelf.OfAsync(id, cancellation);
        var (drawn, whyNot) = kept.Count >= CaseStudyPicture.Most
            ? (null, Enough)
            : await DrawAsync(command.File, cancellation);
        var key = drawn is null ? null : Convert.ToHexStringLower(SHA256.HashData([.. BitConverter.GetBytes(id.Value), .. drawn.Bytes]).AsSpan(0, 16));
        if (kept.Any(picture => picture.Key == key)) whyNot = "This picture is here already";
        if (whyNot is not null) wrong.Insert(0, new(whyNot, nameof(AddPicture.File)));
        if (wrong.Count > 0) throw PublicationCheck.Refused(wrong);

        db.Add(new CaseStudyPicture
        {
            CaseStudyId = id,
            Key = key!,
            Alt = PlainText.OneLine(command.Alt)!,
            Caption = PlainText.OneLine(command.Caption),
            Width = drawn!.Width,
            Height = drawn.Height,
            Bytes = drawn.Bytes,
        });
        if (study.State == CaseStudyState.Published)
        {
            await KeepUnshownAsync(study, actor, cancellation);
            return false;
        }

        var form = EditCaseStudy.Of(study);
        form.Pictures.Add(new() { Key = key, Show = true, Alt = command.Alt, Caption = command.Caption });
        CaseStudyWriting.MustBeFree(await writing.WriteAsync(study, form, actor, cancellation));
        await editing.SaveAsync(study, HistoryAct.CaseStudyEdited, actor, cancellation);
        return true;
    }

    /// <summary>The case study is not changed, and so the public site has no new edition; none of its stories may be taken back meanwhile.</summary>
    private async Task KeepUnshownAsync(CaseStudy study, Actor actor, CancellationToken cancellation)
    {
        var (id, stories) = (study.Id, study.Stories.ConvertAll(drawn => drawn.StoryId));
        writing.Note(study, HistoryAct.CaseStudyEdited, actor);
        await db.SaveTogetherAsync(
            async () =>
            {
                var there = await StoryLock.TakeAsync(
                    db.Stories.Where(story => stories.Contains(story.Id) && story.State != StoryState.Withdrawn), cancellation);
                if (there < stories.Count) throw new ConflictException(CaseStudyWriting.TakenBack);
                if (await db.Set<CaseStudyPicture>().CountAsync(picture => picture.CaseStudyId == id, cancellation) > CaseStudyPicture.Most)
                    throw new ConflictException($"{Enough}.");
            },
            cancellation);
    }

    /// <summary>Deletes a picture, bytes and all. One that everyone sees is taken off the page first. Publishers only.</summary>
    /// <exception cref="NotFoundException">The case study has no such picture.</exception>
    /// <exception cref="ConflictException">Everyone sees it, an author reads the case study, or somebody saves it at this moment.</exception>
    public async Task DeleteAsync(Id<CaseStudy> id, string? key, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, PublishersOnly);
        var study = await OpenAsync(id, actor, cancellation);
        var picture = await db.Set<CaseStudyPicture>().FindAsync(picture => picture.CaseStudyId == id && picture.Key == key, cancellation);
        var isShown = study.Pictures.Exists(shown => shown.Key == picture.Key);
        if (isShown && study.State == CaseStudyState.Published)
            throw new ConflictException("Everyone sees this picture. Take it off the page first, and publish the changes.");

        db.Remove(picture);
        if (isShown)
        {
            var form = EditCaseStudy.Of(study);
            form.Pictures.RemoveAll(shown => shown.Key == picture.Key);
            CaseStudyWriting.MustBeFree(await writing.WriteAsync(study, form, actor, cancellation));
        }

        await editing.SaveAsync(study, HistoryAct.CaseStudyEdited, actor, cancellation);
    }

    /// <summary>The bytes of a picture, for whoever moderates; where a story that the case study draws on is on hold, only for a safeguarding lead.</summary>
    /// <exception cref="NotFoundException">There is no such picture that they may see.</exception>
    public async Task<byte[]> ReadAsync(Id<CaseStudy> id, string key, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var readable = db.CaseStudies.ReadableBy(actor).Where(study => study.Id == id).Select(study => study.Id);
        return await db.Set<CaseStudyPicture>().Where(picture => readable.Contains(picture.CaseStudyId) && picture.Key == key)
            .Select(picture => picture.Bytes).FirstOrDefaultAsync(cancellation) ?? throw new NotFoundException("The picture");
    }

    private async Task<(DrawnPicture?, string?)> DrawAsync(byte[] file, CancellationToken cancellation)
    {
        var (pixels, whyNot) = PictureDrawing.Look(file);
        if (whyNot is not null) return (null, whyNot);

        using var turn = await queue.EnterAsync(pixels, cancellation);
        return turn is null ? (null, PictureDrawing.Busy) : PictureDrawing.Draw(file);
    }

    private async Task<CaseStudy> OpenAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        var study = await writing.FindAsync(id, actor, cancellation);
        if (study.Stories.Exists(drawn => drawn.Story!.State == StoryState.Withdrawn)) throw new ConflictException(CaseStudyWriting.TakenBack);
        if (study.Stories.Exists(drawn => drawn.Story!.ReadsCaseStudy)) throw new ConflictException(CaseStudyEditing.WithAuthor);
        return study;
    }
}
