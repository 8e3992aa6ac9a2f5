using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Rights;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

public sealed class CaseStudyListTests
{
    [Fact]
    public async Task Every_case_study_is_on_one_page_of_the_list_and_what_was_taken_back_takes_no_place_of_another()
    {
        await using var database = await TestDatabase.NewAsync();
        var first = await database.Given(A.Story().Titled("First").Published());
        for (var number = 0; number < 2 * CaseStudyList.PageSize; number++) await CopyAsync(database, first.CaseStudy, number);
        var back = await database.Given(A.Story().Titled("Back").Published());
        await database.Get<Withdrawal>().WithdrawAsync(back.Id, default);

        List<Id<CaseStudy>> listed = [];
        Cursor? after = null;
        do
        {
            var page = await database.Get<CaseStudyList>().ShowAsync(A.Publisher(), after, default);
            Assert.InRange(page.Rows.Count, 1, CaseStudyList.PageSize);
            listed.AddRange(page.Rows.Select(row => row.Id));
            after = page.Next;
        }
        while (after is not null);

        var kept = await database.Get<InfoStoryContext>().CaseStudies.AsNoTracking().ToListAsync();
        Assert.Equal(
            kept.Where(study => study.Id != back.CaseStudy).OrderByDescending(study => study.UpdatedAt).ThenByDescending(study => study.Id.Value)
                .Select(study => study.Id),
            listed);
        Assert.Equal((2 * CaseStudyList.PageSize) + 1, listed.Count);
    }

    [Fact]
    public async Task A_line_says_what_hard_words_are_about()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Told("The baby was left in the corridor.").Published());

        var row = Assert.Single((await database.Get<CaseStudyList>().ShowAsync(A.Publisher(), null, default)).Rows);

        Assert.Equal([story.Reference], row.References);
        Assert.NotEmpty(row.ContentNotes);
    }

    private static async Task CopyAsync(TestDatabase database, Id<CaseStudy> of, int number)
    {
        var db = database.Get<InfoStoryContext>();
        var study = await db.CaseStudies.AsNoTracking().Include(study => study.Stories).SingleAsync(study => study.Id == of);
        var copy = new CaseStudy
        {
            Slug = $"copy-{number}",
            Title = $"Copy {number}",
            Summary = study.Summary,
            TheStory = study.TheStory,
            Kind = study.Kind,
            WhoIsTelling = study.WhoIsTelling,
            ServiceId = study.ServiceId,
            PlaceId = study.PlaceId,
            UpdatedAt = study.UpdatedAt.AddMinutes(number % 7),
        };
        copy.Stories.Add(new() { StoryId = study.Stories[0].StoryId });
        db.CaseStudies.Add(copy);
        await db.SaveChangesAsync();
    }
}
