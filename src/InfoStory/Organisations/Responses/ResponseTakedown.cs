using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responses;

/// <summary>Ends what is still to be said to organisations about answers, in the save that takes a case study down.</summary>
public sealed class ResponseTakedown(InfoStoryContext db) : IGoesWithPublication
{
    public async Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var letters = await db.Responses.Where(one => keys.Contains(one.CaseStudyId) && one.LetterId != null).Select(one => one.LetterId!.Value)
            .ToListAsync(cancellation);
        if (letters.Count > 0) db.RemoveRange(await db.Set<Letter>().Where(letter => letters.Contains(letter.Id)).ToListAsync(cancellation));
    }

    /// <summary>Deletes the letter that says why it was given back, where it still waits; whoever calls saves.</summary>
    internal async Task StopLetterAsync(Response response, CancellationToken cancellation)
    {
        if (response.LetterId is not { } key) return;
        if (await db.Set<Letter>().FirstOrDefaultAsync(letter => letter.Id == key, cancellation) is { } waiting) db.Remove(waiting);
    }

    /// <summary>
    /// What is written of an answer goes on with the ask that took the place of its own, or that puts once more what was called off. One that waits to be read
    /// waits on, and the clock stands from the first day. Whoever calls saves.
    /// </summary>
    /// <param name="before">The ask that ends because it is asked once more; null where there is none.</param>
    /// <param name="next">The new one, which is not saved yet.</param>
    internal async Task MoveAsync(Ask? before, Ask next, CancellationToken cancellation)
    {
        var (ended, study, organisation) = (before?.Id, next.CaseStudyId, next.OrganisationId);
        var response = await db.Responses
            .Where(one => one.IsOpen == true && one.Ask!.CaseStudyId == study && one.Ask.OrganisationId == organisation
                && (one.AskId == ended || one.Ask.Events.Any(happened => happened.Kind == AskEventKind.CalledOff)))
            .OrderByDescending(one => one.AskId).FirstOrDefaultAsync(cancellation);
        if (response is null) return;

        await StopLetterAsync(response, cancellation);
        response.MoveTo(next);
        if (response.State == ResponseState.Sent) next.Happened(new() { Kind = AskEventKind.ReplySent, On = next.Stands(next.PutAt).AskedOn, At = next.PutAt });
    }

    /// <summary>Deletes what is written of an answer and not sent, with our letter about it; whoever calls saves.</summary>
    internal async Task DeleteDraftAsync(Ask ask, CancellationToken cancellation)
    {
        var draft = await db.Responses.Include(one => one.Shingles)
            .FirstOrDefaultAsync(one => one.AskId == ask.Id && one.State == ResponseState.Draft, cancellation);
        if (draft is null) return;

        await StopLetterAsync(draft, cancellation);
        db.Remove(draft);
    }

    /// <summary>Deletes the letters about answers to organisations that may not have these case studies any more; what was published stays public.</summary>
    public async Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var waiting = await db.Responses.AsNoTracking().AsSplitQuery().Include(one => one.Ask!.Organisation!.Places)
            .Include(one => one.Ask!.Organisation!.Successor!.Places)
            .Where(one => keys.Contains(one.CaseStudyId) && one.LetterId != null).ToListAsync(cancellation);
        if (waiting.Count == 0) return;

        var named = await NamedServices.ReadAsync(db, cancellation);
        var letters = waiting.Where(one =>
                named.WhyNot(studies.First(study => study.Id == one.CaseStudyId), ResponseDesk.AnswersNow(one.Ask!), now) is not null)
            .Select(one => one.LetterId!.Value).ToList();
        db.RemoveRange(await db.Set<Letter>().Where(letter => letters.Contains(letter.Id)).ToListAsync(cancellation));
    }
}

/// <summary>An answer to a case study drawn from the story, as far as its organisation handed it in.</summary>
public sealed record HeldResponse(string Organisation, DateOnly? SentOn, string Understood, string WillDo);

/// <summary>What was answered goes with the story that it answers, because its words may tell of it: published, sent or only begun.</summary>
internal sealed class ResponsePersonalData(InfoStoryContext db, ResponseTakedown takedown) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Response), typeof(ResponseShingle), typeof(ResponderNote)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange(await db.Responses.AsNoTracking()
            .Where(one => one.State == ResponseState.Published && one.CaseStudy!.Stories.Any(drawn => drawn.StoryId == story.Id)).OrderBy(one => one.Id)
            .Select(one => new HeldResponse(one.Ask!.Organisation!.Name, one.SentOn, one.Understood, one.WillDo)).ToListAsync(cancellation));

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var studies = await db.CaseStudies.Where(db.DrawsOn(forgetting.Keys.Id)).ToListAsync(cancellation);
        var keys = studies.ConvertAll(study => study.Id);
        await takedown.LetGoAsync(studies, default, null, cancellation);
        db.RemoveRange(await db.Set<ResponderNote>().Where(one => keys.Contains(one.CaseStudyId)).ToListAsync(cancellation));
        db.RemoveRange(await db.Responses.Include(one => one.Shingles).Where(one => keys.Contains(one.CaseStudyId)).ToListAsync(cancellation));
    }
}
