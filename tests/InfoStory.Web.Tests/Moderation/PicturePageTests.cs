using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Rights;
using InfoStory.Web.Http;
using InfoStory.Web.Tests.BadInput;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Pictures of a case study, from the file that somebody chooses to what everybody sees.</summary>
public sealed class PicturePageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Alt = "A board with 12 names";

    [Fact]
    public void What_comes_with_a_form_before_anybody_is_known_is_never_laid_on_the_disk()
    {
        var largest = site.Get<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize!.Value;

        Assert.InRange(site.Get<IOptions<FormOptions>>().Value.MemoryBufferThreshold, largest, int.MaxValue);
    }

    [Fact]
    public async Task A_photograph_is_added_previewed_and_published_and_goes_when_its_case_study_does()
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        using var reader = site.Browser();
        var edit = await BeginAsync(publisher, "Pictured");

        var added = await UploadAsync(publisher, edit, Photograph.Jpeg(64, 32, held: 6));
        var told = await publisher.PageAsync(added.Headers.Location!.OriginalString);
        var page = await publisher.PageAsync(edit);
        var previewed = Pictured(await publisher.PageAsync($"{edit}/preview"))!;
        var seen = await publisher.GetAsync(previewed.GetAttribute("src")!);
        await publisher.DoAsync(page, edit, new Dictionary<string, string>().Answered(), "Publish");
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        var slug = (await site.Get<InfoStoryContext>().Set<InfoStory.CaseStudies.CaseStudy>().SingleAsync(one => one.Title == "Pictured")).Slug;
        var shown = Pictured(await reader.PageAsync($"/case-studies/{slug}"))!;
        var address = shown.GetAttribute("src")!;
        using var bytes = await reader.GetAsync(address);

        Assert.Contains("The picture is added", told.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, true), (seen.StatusCode, seen.Headers.CacheControl!.NoStore));
        Assert.Equal(
            (Alt, "32", "64", "lazy", "The ward took it"),
            (shown.AlternativeText, shown.GetAttribute("width"), shown.GetAttribute("height"), shown.GetAttribute("loading"),
                shown.ParentElement!.QuerySelector("figcaption")!.TextContent));
        Assert.Equal("image/webp", bytes.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ("cross-origin", "same-origin"),
            (bytes.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), seen.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        Assert.Equal(await seen.Content.ReadAsByteArrayAsync(), await bytes.Content.ReadAsByteArrayAsync());
        Assert.Contains(
            $"https://localhost{address}", await (await reader.GetAsync($"/api/v1/case-studies/{slug}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { bytes.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await reader.Client.SendAsync(again)).StatusCode);
        await publisher.DoAsync(edit, new() { ["Form.TakenDownWhy"] = "Mistake" }, "Unpublish");
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        var edit = await BeginAsync(publisher, "Refused");

        var bomb = await UploadAsync(publisher, edit, Photograph.Bomb(50_000, 50_000));
        var silent = await TestBrowser.DocumentAsync(await UploadAsync(publisher, edit, Photograph.Png(20, 20), alt: ""));
        var large = await TestBrowser.DocumentAsync(await UploadAsync(publisher, edit, new byte[PictureDrawing.MaxFile + 1]));
        var page = await TestBrowser.DocumentAsync(bomb);
        var text = await TestBrowser.DocumentAsync(
            await publisher.SubmitAsync($"{edit}/pictures", new() { ["Form.File"] = Convert.ToBase64String(Photograph.Png(20, 20)), ["Form.Alt"] = Alt }));

        Assert.Equal(HttpStatusCode.BadRequest, bomb.StatusCode);
        Assert.Contains("40 million pixels", page.QuerySelector("#form-file-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose it again", page.QuerySelector("#form-file-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Alt, page.Field("Form.Alt"));
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#form-file']"));
        Assert.Equal((true, Alt), (large.QuerySelector("#form-file-error")!.TextContent.Contains(PictureDrawing.TooLarge), large.Field("Form.Alt")));
        Assert.Contains(PictureDrawing.None, text.QuerySelector("#form-file-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(silent.QuerySelector(".govuk-form-group--error #form-alt"));
        Assert.Equal("The ward took it", silent.Field("Form.Caption"));
    }

    [Fact]
    public async Task A_picture_of_a_story_that_is_taken_back_is_gone_and_so_is_one_that_is_deleted()
    {
        var story = await site.Given(A.Story().Titled("Taken back").WithPicture().Published());
        using var publisher = await site.SignedIn(Roles.Publisher);
        using var reader = site.Browser();
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        var address = Pictured(await reader.PageAsync($"/case-studies/{story.Slug}"))!.GetAttribute("src")!;
        var edit = $"/moderation/case-studies/{story.CaseStudy}";
        await UploadAsync(publisher, edit, Photograph.Png(31, 30));
        var page = await publisher.PageAsync($"{edit}/pictures");
        var waiting = $"/pictures/{page.Field("key")}";

        Assert.Single(page.QuerySelectorAll("form[action*=Delete]"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(waiting)).StatusCode);
        await publisher.DoAsync(page, $"{edit}/pictures", [], "Delete");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).StatusCode);
        Assert.Single(await site.Get<InfoStoryContext>().Set<CaseStudyPicture>().Where(one => one.CaseStudyId == story.CaseStudy).ToListAsync());

        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_saves_an_older_page_is_told_and_takes_no_picture_off_unseen()
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        var edit = await BeginAsync(publisher, "Two tabs");
        var older = await publisher.PageAsync(edit);
        await UploadAsync(publisher, edit, Photograph.WebP(30, 30));

        var conflict = await publisher.SubmitAsync(older, edit, new() { ["Form.Learning"] = "Typed in the other tab" }, "Save");

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var both = await TestBrowser.DocumentAsync(conflict);
        Assert.Contains(Alt, both.QuerySelector("#theirs")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(both.QuerySelector("[name='Form.Pictures[0].Show']")!.GetAttribute("checked"));
        Assert.Equal("Typed in the other tab", both.Field("Form.Learning"));
    }

    [Fact]
    public async Task Who_had_the_page_open_while_one_was_deleted_and_one_added_can_save_at_the_second_press()
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        var edit = await BeginAsync(publisher, "Four of them");
        for (var width = 20; width < 24; width++) await UploadAsync(publisher, edit, Photograph.Png(width, 20));
        var older = await publisher.PageAsync(edit);
        await publisher.DoAsync($"{edit}/pictures", [], "Delete");
        await UploadAsync(publisher, edit, Photograph.Png(24, 20), "The fifth");

        var conflict = await publisher.SubmitAsync(older, edit, new() { ["Form.Pictures[1].Alt"] = "Typed of the second" }, "Save");
        var both = await TestBrowser.DocumentAsync(conflict);
        var saved = await publisher.SubmitAsync(both, edit, [], "Save");

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await publisher.PageAsync(edit);
        Assert.Equal(["Typed of the second", Alt, Alt, "The fifth"], Enumerable.Range(0, 4).Select(row => page.Field($"Form.Pictures[{row}].Alt")));
    }

    [Fact]
    public async Task The_author_who_asked_to_see_it_first_sees_the_picture_too()
    {
        var story = await site.Given(A.Story().Titled("Seen first").SeeFirst().Ready());
        using var publisher = await site.SignedIn(Roles.Publisher);
        var edit = await StartAsync(publisher, story);
        await UploadAsync(publisher, edit, Photograph.Png(30, 30));
        await publisher.DoAsync(edit, new Dictionary<string, string>().Answered(), "SendToAuthor");
        using var author = await site.Opened(story.Receipt.ToString());

        var picture = Pictured(await author.PageAsync("/my-story/open/sign-off"))!;
        var bytes = await author.GetAsync(picture.GetAttribute("src")!);

        Assert.Equal(Alt, picture.AlternativeText);
        Assert.Equal("image/webp", bytes.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/my-story/open/sign-off?handler=Picture&key=none")).StatusCode);
    }

    private static IHtmlImageElement? Pictured(IHtmlDocument page) => (IHtmlImageElement?)page.QuerySelector(".info-picture img");

    private async Task<string> BeginAsync(TestBrowser publisher, string title)
    {
        var story = await site.Given(A.Story().Titled(title).Ready());
        return await StartAsync(publisher, story);
    }

    private static async Task<string> StartAsync(TestBrowser publisher, GivenStory story) =>
        (await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "Start")).Headers.Location!.OriginalString.Split('?')[0];

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser publisher, string edit, byte[] file, string alt = Alt)
    {
        var page = await publisher.PageAsync($"{edit}/pictures");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(page.Field("__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new StringContent(alt), "Form.Alt" },
            { new StringContent("The ward took it"), "Form.Caption" },
            { new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } }, "Form.File", "whatever.exe" },
        };
        return await publisher.Client.PostAsync(new Uri($"{edit}/pictures", UriKind.Relative), body);
    }
}
