using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>When the author was asked whether anything changed, and what they said.</summary>
public sealed record HeldChange(DateTime AskedAt, ChangeAnswer? YouSaid, DateTime? SaidAt);

/// <summary>
/// When a story is taken back or erased, nobody stays in it: every browser that has it open is out at once, no form of it waits for anybody, and what they
/// said of changes is counted no more.
/// </summary>
internal sealed class AuthorPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(AuthorSession), typeof(KeptForm), typeof(ChangeQuestion)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.AddRange(await db.ChangeQuestions.AsNoTracking().Where(question => question.StoryId == story.Id)
            .Select(question => new HeldChange(question.AskedAt, question.Answer, question.AnsweredAt)).ToListAsync(cancellation));

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var story = forgetting.Keys.Id;
        db.RemoveRange(await db.Set<AuthorSession>().Where(session => session.StoryId == story).ToListAsync(cancellation));
        // What somebody else typed of a case study is kept under the first of its stories, and may tell of any of them.
        var studies = db.Set<CaseStudyStory>().Where(mine => mine.StoryId == story).Select(mine => mine.CaseStudyId);
        var beside = await db.Set<CaseStudyStory>().Where(one => studies.Contains(one.CaseStudyId)).Select(one => one.StoryId)
            .ToListAsync(cancellation);
        var kept = await db.Set<KeptForm>().Where(form => form.StoryId == story || (form.StoryId != null && beside.Contains(form.StoryId.Value))
            || (form.CaseStudyId != null && studies.Contains(form.CaseStudyId.Value))).ToListAsync(cancellation);
        db.RemoveRange(kept.Where(form => form.StoryId == story || form.StaffId is not null || form.ResponderId is not null
            || form.CaseStudyId is not null));
        db.RemoveRange(await db.ChangeQuestions.Where(question => question.StoryId == story).ToListAsync(cancellation));
    }
}
