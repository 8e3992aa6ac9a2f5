using InfoStory.CaseStudies;
using InfoStory.Data.Access;
using InfoStory.Dissemination.Briefings;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Web.Http;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A publisher loses nothing that they typed by closing the window, and nothing that anybody typed runs.</summary>
public sealed class RevisionJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Learning = "What others can learn";

    [Fact]
    public async Task What_is_typed_is_kept_over_a_closed_window_and_gone_once_it_is_saved()
    {
        var publisher = await BegunAsync("Calls about a kettle");
        var edit = publisher.Page.Url;
        await publisher.FillAsync(Learning, "Half a sentence");
        await publisher.SeesAsync("It is not saved yet");

        await publisher.GoAsync("/moderation/case-studies");
        await publisher.GoAsync(new Uri(edit).PathAndQuery);
        await publisher.SeesAsync("What you typed here on");
        await publisher.LookAsync();
        await Assertions.Expect(BoxOf(publisher)).ToHaveValueAsync("");
        await publisher.PressAsync("Put it back");
        await Assertions.Expect(BoxOf(publisher)).ToHaveValueAsync("Half a sentence");

        await publisher.FillAsync(Learning, "A whole sentence.");
        await publisher.SeesAsync("It is not saved yet");
        await publisher.PressAsync("Save draft");
        await publisher.IsToldAsync("Saved");
        await publisher.DoesNotSeeAsync("What you typed here on");
    }

    [Fact]
    public async Task Markdown_of_every_kind_runs_no_script_on_any_page_that_shows_it()
    {
        Assert.True(HostileMarkdown.All.Count >= 100);
        var (study, story) = await HostileAsync();
        var slug = (await stage.Site.Get<CaseStudyEditing>().ShowAsync(study, default)).Slug;
        var promise = await stage.Site.Get<IServiceProvider>().PromiseAsync(story, what: "One <img src=x onerror=window.__ran=1> number");
        var briefing = await stage.Site.Get<BriefingEditing>().AddAsync(
            new()
            {
                Question = "<svg onload=window.__ran=1>?",
                Audience = Audience.Website,
                FirstReading = HostileMarkdown.All[0],
                SecondReading = "Two",
                Contact = "Us"
            },
            A.Publisher(), default);
        await stage.Site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        var reader = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        await reader.GoAsync($"/case-studies/{slug}");
        var frame = await reader.Main.Locator("#cite pre", new() { HasText = "<iframe" }).First.TextContentAsync();
        var quote = new Uri(frame!.Split("src=\"")[1].Split('"')[0]).PathAndQuery;
        List<string> dialogs = [];
        reader.Page.Dialog += (_, dialog) => dialogs.Add(dialog.Message);

        foreach (var page in (string[])[
            $"/case-studies/{slug}", "/", "/case-studies?words=evil", quote, $"/promises/{promise}", "/promises",
            $"/moderation/case-studies/{study}", $"/moderation/case-studies/{study}/preview", $"/moderation/case-studies/{study}/revisions",
            $"/moderation/case-studies/{study}/revisions/2", $"/moderation/stories/{story.Reference}?open=true", $"/moderation/briefings/{briefing}",
            $"/moderation/briefings/{briefing}/preview"])
        {
            var shown = (await reader.Page.GotoAsync(page))!;
            Assert.True(shown.Status is 200, $"{page} answered {shown.Status}");
            Assert.Equal("", await reader.Page.EvaluateAsync<string>(Harm));
        }

        await reader.GoAsync($"/case-studies/{slug}");
        Assert.Contains("<script>window.__ran=1</script>", await reader.Main.InnerTextAsync(), StringComparison.Ordinal);
        await reader.LookAsync();
        Assert.Empty(dialogs);
    }

    /// <summary>What ran in a page, and what would run in it at a press.</summary>
    private const string Harm = """
        () => {
          const found = window.__ran ? ["a script ran"] : [];
          for (const element of document.querySelectorAll("body *")) {
            const acts = ({ name, value }) => name.startsWith("on") || (name === "style" && value.includes("url("));
            if ([...element.attributes].some(acts)) found.push(element.outerHTML);
            const address = element.href ?? element.formAction ?? element.action;
            if (typeof address === "string" && address && !/^(https?|mailto|tel):/.test(address)) found.push(element.outerHTML);
          }
          return found.join("\n");
        }
        """;

    /// <summary>A public case study, saved twice, whose parts hold all of it between them.</summary>
    private async Task<(Data.Id<CaseStudy> Study, GivenStory Story)> HostileAsync()
    {
        const string Quote = "<img src=x onerror=window.__ran=1> rang twice.";
        var story = await stage.Site.Given(A.Story().Titled("Calls about a candle").PublicText(Quote).Ready());
        var editing = stage.Site.Get<CaseStudyEditing>();
        var study = await editing.DraftFromAsync(story.Reference, A.Publisher(), default);
        string Part(int number) => string.Join("\n\n", HostileMarkdown.All.Where((_, place) => place % 9 == number));
        var form = (await editing.ShowAsync(study, default)).ToForm() with
        {
            Title = "Calls <script>window.__ran=1</script>",
            Summary = "In short <img src=x onerror=window.__ran=1>.",
            TheStory = $"{Quote}\n\n{Part(0)}",
            PlaceAndNeed = Part(1),
            Partners = Part(2),
            WhatWasNotShared = Part(3),
            Barrier = Part(4),
            WhatTheyDid = Part(5),
            WhatChanged = Part(6),
            NotYetFixed = Part(7),
            Learning = Part(8),
            Quotes = [Quote],
        };
        var open = await stage.Site.Get<PublicFlags>().OpenAsync([story.Id], form.Texts(), default);
        form = form with { Dismiss = new() { Flags = [.. open.Select(flag => flag.Key)], Why = DismissReason.NotWhatItLooksLike } };
        await editing.PublishAsync(study, form.Answered(), A.Publisher(), default);
        form = (await editing.ShowAsync(study, default)).ToForm() with { Learning = Part(7), NotYetFixed = Part(8) };
        await editing.SaveAsync(study, form.Answered(), A.Publisher(), default);
        return (study, story with { CaseStudy = study });
    }

    private static ILocator BoxOf(Visitor publisher) => publisher.Page.GetByLabel(Learning, new() { Exact = true });

    private async Task<Visitor> BegunAsync(string title)
    {
        var story = await stage.Site.Given(A.Story().Titled(title).Ready());
        var publisher = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        await publisher.GoAsync($"/moderation/stories/{story.Reference}");
        await publisher.PressAsync("Start a case study");
        await publisher.SeesAsync("Save draft");
        return publisher;
    }
}
