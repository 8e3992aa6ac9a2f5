using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.People;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Moderation.Desk;

/// <summary>What one person types about one story in several windows.</summary>
public sealed class EditDraftsTests
{
    [Fact]
    public async Task Two_windows_keep_two_and_saving_one_brings_up_the_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, typist) = (await database.Given(A.Story().InReview()), await TypistAsync(database));
        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, typist, default);
        await KeepAsync(database, story, typist, "TABONE", "One");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await KeepAsync(database, story, typist, "TABTWO", "Two");
        Assert.Equal(("TABTWO", "Two"), await FoundAsync(database, story, typist));

        await database.Get<Review>().SaveAsync(story.Reference, ReviewStory.Of(shown) with { Page = "TABTWO", PublicText = "Two" }, typist, default);

        Assert.Equal(("TABONE", "One"), await FoundAsync(database, story, typist));
        await database.Get<EditDrafts>().ForgetAsync(story.Reference, new() { Page = "TABTWO" }, typist, default);
        Assert.Equal(("TABONE", "One"), await FoundAsync(database, story, typist));
        await database.Get<EditDrafts>().ForgetAsync(story.Reference, new() { Page = "TABONE" }, typist, default);
        Assert.Null(await database.Get<EditDrafts>().FindAsync(story.Reference, typist, default));
    }

    [Fact]
    public async Task What_goes_on_in_one_window_takes_the_place_of_what_it_had()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, typist) = (await database.Given(A.Story().InReview()), await TypistAsync(database));

        foreach (var words in (string[])["O", "On", "One"]) await KeepAsync(database, story, typist, "TABONE", words);
        foreach (var page in (string?[])[null, "", "not ours!", new('A', 200)]) await KeepAsync(database, story, typist, page, "Nameless");

        Assert.Equal(["One", "Nameless"], (await FormsAsync(database)).Select(form => form.Contains("One", StringComparison.Ordinal) ? "One" : "Nameless"));
    }

    [Fact]
    public async Task A_person_fills_no_table_with_windows()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, typist) = (await database.Given(A.Story().InReview()), await TypistAsync(database));

        for (var window = 0; window < EditDrafts.MostWindows * 3; window++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(1));
            await KeepAsync(database, story, typist, $"TAB{window}", $"Words {window}");
        }

        Assert.Equal(EditDrafts.MostWindows, (await FormsAsync(database)).Count);
        Assert.Equal("Words 14", (await FoundAsync(database, story, typist)).Text);
    }

    private static Task KeepAsync(TestDatabase database, GivenStory story, Actor typist, string? page, string words) =>
        database.Get<EditDrafts>().KeepAsync(story.Reference, new() { Page = page, PublicText = words }, typist, default);

    private static async Task<(string? Page, string? Text)> FoundAsync(TestDatabase database, GivenStory story, Actor typist)
    {
        var kept = await database.Get<EditDrafts>().FindAsync(story.Reference, typist, default);
        return (kept?.Form.Page, kept?.Form.PublicText);
    }

    private static Task<List<string>> FormsAsync(TestDatabase database) =>
        database.Get<InfoStoryContext>().Set<EditDraft>().OrderBy(draft => draft.Id).Select(draft => draft.Form).ToListAsync();

    private static async Task<Actor> TypistAsync(TestDatabase database)
    {
        var (db, staff) = (database.Get<InfoStoryContext>(), new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator });
        db.Add(staff);
        await db.SaveChangesAsync();
        return new(staff.Id, staff.UserName, staff.Roles);
    }
}
