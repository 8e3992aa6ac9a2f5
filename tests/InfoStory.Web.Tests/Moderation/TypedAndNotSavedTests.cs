using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Rights;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>What a script sends while somebody types in the editor of a case study: kept for them, saved nowhere, and offered when they come back.</summary>
public sealed class TypedAndNotSavedTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Offered = "section[aria-labelledby=kept]";

    [Fact]
    public async Task It_is_offered_when_the_page_is_opened_again_put_back_and_gone_once_it_is_saved()
    {
        var (edit, publisher, _) = await BegunAsync("Calls of a tui", "back@example.org");
        using var _p = publisher;
        var before = await EditionsAsync();

        var sent = await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "Half a sentence");
        var again = await publisher.PageAsync(edit);
        var back = await publisher.PageAsync(again.QuerySelector($"{Offered} a")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        Assert.Equal("", again.Field("Form.Learning"));
        Assert.Contains("What you typed here on 24 November at 10:00 is not saved", again.QuerySelector(Offered)!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Half a sentence", back.Field("Form.Learning"));
        Assert.Contains("This is not saved yet", back.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single((await publisher.PageAsync($"{edit}/revisions")).QuerySelectorAll("tbody tr"));
        Assert.Equal(before, await EditionsAsync());

        // A box that was ticked while typing need not be any more.
        await publisher.DoAsync(back, edit, new() { ["Form.Learning"] = "A whole sentence." }, "Save");
        Assert.Null((await publisher.PageAsync(edit)).QuerySelector(Offered));
        Assert.Equal("A whole sentence.", (await publisher.PageAsync(edit)).Field("Form.Learning"));
    }

    [Fact]
    public async Task It_is_named_in_the_queue_and_offered_beside_a_revision_that_stays_in_the_boxes()
    {
        var (edit, publisher, _) = await BegunAsync("Calls of a weka", "named@example.org");
        using var _p = publisher;
        await publisher.DoAsync(edit, new() { ["Form.Learning"] = "Newer" }, "Save");
        await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "Half a sentence");

        var queue = (await publisher.PageAsync("/moderation")).QuerySelector("#kept-forms")!.TextContent;
        var restored = await publisher.PageAsync($"{edit}?restore=1");
        var forgotten = await publisher.SubmitAsync(restored, edit, [], "Forget");

        Assert.Equal(
            "You typed something that was not sent: what you typed about “Calls of a weka” on 24 November at 10:00. It waits for you for a day.", queue);
        Assert.Contains("is not saved", restored.QuerySelector(Offered)!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", restored.Field("Form.Learning"));
        Assert.Equal($"{edit}?restore=1", forgotten.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_save_from_the_window_in_which_it_was_typed_forgets_it()
    {
        var (edit, publisher, _) = await BegunAsync("Calls of a kea", "saves@example.org");
        using var _p = publisher;
        var page = await publisher.PageAsync(edit);
        await TypeAsync(publisher, page, edit, "First", ("Form.NamesAreReal", "true"));
        await TypeAsync(publisher, page, edit, "Second");

        await publisher.DoAsync(page, edit, new() { ["Form.Learning"] = "Third", [FromField] = WindowOf(page) }, "Save");

        Assert.Null((await publisher.PageAsync(edit)).QuerySelector(Offered));
    }

    [Fact]
    public async Task A_save_of_other_words_lets_go_of_what_its_page_offered_and_of_all_before_it()
    {
        var (edit, publisher, _) = await BegunAsync("Calls of a takapu", "lets@example.org");
        using var _p = publisher;
        await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "First");
        await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "Second");
        var page = await publisher.PageAsync(edit);
        var offered = page.QuerySelector($"{Offered} [name=__Offered][form=study]")!.GetAttribute("value")!;

        // Another form about the same case study waits, from before.
        var one = await site.Get<InfoStoryContext>().Set<KeptForm>().AsNoTracking().SingleAsync(form => form.Key == offered);
        await site.Get<KeptForms>().KeepAsync("PROMISE", new(one.StaffId, null), new(CaseStudy: one.CaseStudyId), [1], null, CancellationToken.None);
        await site.Get<InfoStoryContext>().Set<KeptForm>().Where(form => form.Key == "PROMISE")
            .ExecuteUpdateAsync(form => form.SetProperty(row => row.At, row => one.At.AddHours(-1)));

        await publisher.DoAsync(page, edit, new() { ["Form.Learning"] = "Neither", ["__Offered"] = offered }, "Save");
        Assert.NotNull(await site.Get<KeptForms>().FindAsync("PROMISE", CancellationToken.None));
        var saved = await publisher.PageAsync(edit);

        Assert.Contains("You typed here 1 time before that, too. When you save", page.QuerySelector(Offered)!.TextContent, StringComparison.Ordinal);
        Assert.Null(saved.QuerySelector(Offered));
        Assert.Equal("Neither", saved.Field("Form.Learning"));
    }

    [Fact]
    public async Task Two_windows_and_two_people_keep_what_each_typed()
    {
        var (edit, publisher, _) = await BegunAsync("Calls of a moa", "two@example.org");
        using var _p = publisher;
        using var colleague = await site.SignedIn(Roles.Publisher, "other@example.org");
        await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "In one window");
        await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "In another");

        var forColleague = await colleague.PageAsync(edit);
        var offered = await publisher.PageAsync(edit);
        var newest = await publisher.PageAsync(offered.QuerySelector($"{Offered} a")!.GetAttribute("href")!);
        await publisher.DoAsync(offered, edit, [], "Forget");
        var older = await publisher.PageAsync(edit);
        var first = await publisher.PageAsync(older.QuerySelector($"{Offered} a")!.GetAttribute("href")!);
        await publisher.DoAsync(older, edit, [], "Forget");

        Assert.Null(forColleague.QuerySelector(Offered));
        Assert.Equal(("In another", "In one window"), (newest.Field("Form.Learning"), first.Field("Form.Learning")));
        Assert.Null((await publisher.PageAsync(edit)).QuerySelector(Offered));
    }

    [Fact]
    public async Task Put_back_over_what_a_colleague_saved_since_both_are_shown_and_neither_is_lost()
    {
        var (edit, publisher, _) = await BegunAsync("Calls of a ruru", "over@example.org");
        using var _p = publisher;
        using var colleague = await site.SignedIn(Roles.Publisher, "since@example.org");
        await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "Mine");
        await colleague.DoAsync(edit, new() { ["Form.Learning"] = "Theirs" }, "Save");

        var offered = (await publisher.PageAsync(edit)).QuerySelector(Offered)!;
        var both = await publisher.PageAsync(offered.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Contains("has been saved since", offered.TextContent, StringComparison.Ordinal);
        Assert.Contains("Two versions of", both.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", both.Field("Form.Learning"));
        Assert.Contains("Theirs", both.QuerySelector("section[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_lies_sealed_and_goes_with_the_story()
    {
        var (edit, publisher, story) = await BegunAsync("Calls of a weta", "sealed@example.org");
        using var _p = publisher;
        var page = await publisher.PageAsync(edit);
        await TypeAsync(publisher, page, edit, "quinquereme");

        var dump = await Dump.OfAsync(site.Get<InfoStoryContext>());
        var kept = await KeptAsync();
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.DoesNotContain("quinquereme", dump, StringComparison.Ordinal);
        Assert.Equal((1, 0), (kept, await KeptAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await TypeAsync(publisher, page, edit, "Later")).StatusCode);

        async Task<int> KeptAsync() => await site.Get<InfoStoryContext>().Set<KeptForm>().CountAsync(form => form.StoryId == story.Id);
    }

    [Fact]
    public async Task What_was_typed_while_it_was_drawn_from_a_story_that_is_left_out_is_not_kept_any_more()
    {
        var (edit, publisher, story) = await BegunAsync("Calls of a moa", "left@example.org");
        using var _p = publisher;
        var other = await site.Given(A.Story().Titled("Calls of another moa").PublicText("Another moa rang.").Ready());
        var (drawing, editing) = (site.Get<DrawingIn>(), site.Get<CaseStudyEditing>());
        var key = await site.Get<InfoStoryContext>().Set<CaseStudyStory>().Where(drawn => drawn.StoryId == story.Id).Select(drawn => drawn.CaseStudyId)
            .SingleAsync();
        await drawing.DrawInAsync(key, await NowAsync(), A.Publisher(), default);
        var page = await publisher.PageAsync(edit);

        var before = await TypeAsync(publisher, page, edit, "Of the other");
        await drawing.LeaveOutAsync(key, await NowAsync() with { NothingIsHere = true }, A.Publisher(), default);
        var after = await TypeAsync(publisher, page, edit, "Of the other");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict), (before.StatusCode, after.StatusCode));
        Assert.Null((await publisher.PageAsync(edit)).QuerySelector(Offered));
        Assert.Equal(HttpStatusCode.NoContent, (await TypeAsync(publisher, await publisher.PageAsync(edit), edit, "Of this one")).StatusCode);

        // Nor where the session ended before it was saved.
        var now = await publisher.PageAsync(edit);
        await publisher.DoAsync("/sign-out", []);
        var kept = await KeptAsync();
        await publisher.SubmitAsync(page, edit, new() { ["Form.Learning"] = "Of the other" }, "Save");
        Assert.Equal(kept, await KeptAsync());
        await publisher.SubmitAsync(now, edit, new() { ["Form.Learning"] = "Of this one" }, "Save");
        Assert.Equal(kept + 1, await KeptAsync());

        Task<int> KeptAsync() => site.Get<InfoStoryContext>().Set<KeptForm>().CountAsync(form => form.CaseStudyId == key);

        async Task<DrawIn> NowAsync() => new() { Revision = (await editing.ShowAsync(key, default)).Revision, Reference = other.Reference };
    }

    private const string FromField = "__From";

    private static string WindowOf(IHtmlDocument page) => page.QuerySelector("form[data-keep-as]")!.GetAttribute("data-keep-as")!;

    /// <summary>As the script does.</summary>
    private static Task<HttpResponseMessage> TypeAsync(
        TestBrowser browser, IHtmlDocument page, string edit, string words, params (string Name, string Value)[] also)
    {
        var form = page.QuerySelector("form[data-keep-edit]")!;
        var fields = TestBrowser.Fill(form, new() { ["Form.Learning"] = words, ["__Window"] = WindowOf(page) });
        fields.AddRange(also.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        Assert.Equal($"{edit}/kept", form.GetAttribute("data-keep-edit"));
        return browser.PostAsync($"{edit}/kept", fields);
    }

    private Task<int> EditionsAsync() => site.Get<InfoStoryContext>().Set<Edition>().CountAsync();

    private async Task<(string Edit, TestBrowser Publisher, GivenStory Story)> BegunAsync(string title, string email)
    {
        var story = await site.Given(A.Story().Titled(title).Ready());
        var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, email);
        var started = await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Start");
        return (started.Headers.Location!.OriginalString.Split('?')[0], publisher, story);
    }
}
