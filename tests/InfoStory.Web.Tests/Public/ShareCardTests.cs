using System.Net;
using InfoStory.CaseStudies;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Web.Cards;
using InfoStory.Web.Http;
using SkiaSharp;

namespace InfoStory.Web.Tests.Public;

/// <summary>The picture that others show beside a link to a case study.</summary>
public sealed class ShareCardTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_case_study_names_its_picture_which_says_other_words_in_other_pixels_and_goes_with_it()
    {
        var (first, second) = (await site.Given(A.Story().Titled("One call").Published()), await site.Given(A.Story().Titled("Nobody rang back").Published()));
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        using var reader = site.Browser();

        var named = (await reader.PageAsync($"/case-studies/{first.Slug}")).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
        var (answer, other) = (await reader.GetAsync(new Uri(named).AbsolutePath), await reader.GetAsync($"/cards/{second.Slug}"));
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        await site.Get<Withdrawal>().WithdrawAsync(first.Id, default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((ShareCard.Width, ShareCard.Height), (picture.Width, picture.Height));
        Assert.NotEqual(await answer.Content.ReadAsByteArrayAsync(), await other.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync($"/cards/{first.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/cards/was-never-there")).StatusCode);
    }

    [Fact]
    public async Task It_is_not_compressed_again()
    {
        var story = await site.Given(A.Story().Titled("Two calls").Published());
        using var reader = site.Browser();
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/cards/{story.Slug}") { Headers = { AcceptEncoding = { new("br") } } };

        var answer = await reader.Client.SendAsync(asked);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(
            [0x89, (byte)'P', (byte)'N', (byte)'G'], (await answer.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Fact]
    public void Whatever_the_title_is_it_stays_in_its_room()
    {
        string[] titles = [.. HostileText.All.Take(100), string.Join(' ', Enumerable.Repeat("telephone", 60)), new string('W', 300), ""];

        Assert.All(titles, title =>
        {
            using var picture = SKBitmap.Decode(ShareCard.Draw(Study(title)));
            var ground = picture.GetPixel(0, 0);
            // Strokes of a letter may end a few pixels after it.
            for (var y = 130; y < 520; y += 2)
            {
                for (var x = ShareCard.RightOfTitle + 12; x < 985; x++) Assert.Equal(ground, picture.GetPixel(x, y));
            }
        });
    }

    [Fact]
    public void What_changed_is_drawn_with_what_it_counts_or_not_at_all()
    {
        var figure = new CaseStudyFigure { What = "Wait for a bed", Before = 9, After = 2, Unit = "days", Period = "2026", Source = "The ward" };
        var study = Study("One") with { Figures = [figure], Chains = [new() { Often = new(6, false, 5, false) }] };

        Assert.Equal("Told 6 times · To 5 services · Wait for a bed: from 9 to 2 days", ShareCard.Said(study, _ => true));
        Assert.Equal("Told 6 times · To 5 services", ShareCard.Said(study, text => text.Length < 60));
    }

    private static CaseStudyToRead Study(string title) => new(
        new(1), "one", title, "", "", null, null, null, null, null, StoryKind.FixWeMade, null, null, null, null, null, default, default);
}
