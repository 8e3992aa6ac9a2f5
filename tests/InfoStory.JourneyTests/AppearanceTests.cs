using InfoStory.Campaigns;
using InfoStory.Data.Access;
using InfoStory.Stories;
using InfoStory.Web.Http;

namespace InfoStory.JourneyTests;

/// <summary>Every template, in every appearance, in its default state and where something is wrong.</summary>
public sealed class AppearanceTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string> PublicPagesForPeople => [.. PublicPages.All.Where(page => page.ForPeople).Select(page => page.Route)];

    [Theory]
    [MemberData(nameof(PublicPagesForPeople))]
    public async Task A_public_page(string route)
    {
        var story = await stage.Site.Given(A.Story().Titled("Found in the end").About("Housing", "Leeds").WithPicture().Published());
        await stage.Site.Get<IServiceProvider>().PromiseAsync(story);
        if (await stage.Site.Get<CampaignCalendar>().ListAsync(CancellationToken.None) is [])
            await stage.Site.Get<CampaignEditing>().CreateAsync(
                new() { Name = "Cold weather", Hashtag = "#Cold", Summary = "Told this winter.", FirstDay = new(2026, 1, 1), LastDay = new(2026, 2, 28) },
                A.Administrator(), CancellationToken.None);
        var reader = await stage.VisitorAsync();

        await reader.GoAsync((await stage.Site.PublicAddressesAsync()).Single(one => one.Page.Route == route).Address);

        await reader.LookEveryWayAsync();
    }

    [Theory]
    [InlineData("/case-studies?words=giraffe&kind=fix-we-made")]
    [InlineData("/case-studies?words=...&place=nowhere", 400)]
    [InlineData("/brief")]
    [InlineData("/no-such-page", 404)]
    [InlineData("/error/403", 403)]
    [InlineData("/error/500", 500)]
    [InlineData("/share/check", 404)]
    [InlineData("/share/sent")]
    [InlineData("/my-story/taken-back")]
    [InlineData("/respond")]
    [InlineData("/subscribe/sent")]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/choose-password", 410)]
    public async Task A_page_that_stands_alone(string path, int status = 200)
    {
        await stage.Site.Given(A.Story().Titled("Heard at last").About("Housing", "Leeds").Published());
        var reader = await stage.VisitorAsync();

        await reader.GoAsync(path, status);

        await reader.LookEveryWayAsync();
    }

    [Fact]
    public async Task What_a_search_finds_a_case_study_and_the_page_that_tells_of_one_taken_back()
    {
        var story = await stage.Site
            .Given(A.Story().Titled("The lost giraffe").About("Police", "Cornwall").Tagged("Repeating my story", "No feedback to the referrer").Published());
        var reader = await stage.VisitorAsync();

        await reader.LookAtAsync("/case-studies?words=giraffe&service=police");
        await reader.LookAtAsync($"/case-studies/{story.Slug}");
        await stage.Site.Get<Rights.Withdrawal>().WithdrawAsync(story.Id, CancellationToken.None);
        await stage.Site.Get<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
        await reader.LookAtAsync($"/case-studies/{story.Slug}", 410);
    }

    [Fact]
    public async Task The_pages_of_the_share_journey()
    {
        var author = await stage.VisitorAsync();
        var share = new SharePages(author);
        await author.LookAtAsync("/share/story");
        await share.TellAsync("");
        await author.MendsAsync("Tell us what happened", SharePages.WhatHappened);
        await author.LookEveryWayAsync();
        await share.TellAsync("Told.");
        await author.ComesToAsync(SharePages.Permission);
        await author.GoAsync("/share/check");
        await author.PressAsync("Send your story");
        await author.SeesAsync("Tell us who may hear your story", 400);
        await author.LookEveryWayAsync();
        await share.AnswerAllAsync(string.Join(' ', Enumerable.Repeat("Verylongwordwithoutanyspaces andshorter", 60)));

        foreach (var page in new[] { "kind", "hand-offs", "missing", "teller", "where", "when", "hears", "permission", "contact", "more", "cleared", "check" })
            await author.LookAtAsync($"/share/{page}");
        await author.GoAsync("/share/check");
        await share.SendAsync();

        await author.LookEveryWayAsync();
    }

    [Theory]
    [InlineData(StoryState.Received)]
    [InlineData(StoryState.InReview)]
    [InlineData(StoryState.WithAuthor)]
    [InlineData(StoryState.Ready)]
    [InlineData(StoryState.Published)]
    [InlineData(StoryState.OnHold)]
    [InlineData(StoryState.Declined)]
    [InlineData(StoryState.Withdrawn)]
    public async Task What_an_author_and_the_desk_see_of_a_story(StoryState state)
    {
        var story = await stage.Site.Given(A.Story().Titled("The public title").In(state));
        var author = await stage.VisitorAsync();
        await author.GoAsync("/my-story");
        await new MyStoryPages(author).EnterAsync(story.Receipt.ToString());
        await author.SeesAsync("Reference");

        await author.LookEveryWayAsync();
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.SafeguardingLead | Roles.Publisher);
        await staff.LookAtAsync($"/moderation/stories/{story.Reference}");
    }

    [Fact]
    public async Task A_question_an_answer_and_a_version_to_sign_off()
    {
        var asked = await stage.Site.Given(A.Story().Asked());
        var waiting = await stage.Site.Given(A.Story().Told("I rang Joan at the ward three times. Verylongwordwithoutanyspacesinitatallinanyplace.")
            .PublicText("I rang a colleague three times.").WithPicture().SentToAuthor());
        var author = await stage.VisitorAsync();
        var mine = new MyStoryPages(author);
        await mine.OpenAsync(asked.Receipt.ToString(), MyStoryPages.Yours);
        await author.LookEveryWayAsync();
        await author.PressAsync("Send your answer");
        await author.MendsAsync("Write your answer", "Your answer");
        await author.LookEveryWayAsync();
        await author.PressAsync("Close my story on this device");
        await mine.OpenAsync(waiting.Receipt.ToString(), "Three calls for one answer");
        await author.LookEveryWayAsync();
        await mine.ReadAsync("the case study");
        await author.LookEveryWayAsync();
        await author.PressAsync("Ask for this change");
        await author.MendsAsync("Tell us what you would like us to change", "What should we change?");
        await author.LookEveryWayAsync();

        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        foreach (var page in new[] { $"/stories/{asked.Reference}", $"/stories/{waiting.Reference}", $"/case-studies/{waiting.CaseStudy}", "/case-studies" })
            await staff.LookAtAsync("/moderation" + page);
    }

    [Fact]
    public async Task Entering_six_words_and_taking_a_story_back()
    {
        var story = await stage.Site.Given(A.Story().Titled("To be taken back").Published());
        var author = await stage.VisitorAsync();
        var mine = new MyStoryPages(author);

        await author.LookAtAsync("/my-story");
        await mine.EnterAsync("six of these are not words");
        await author.MendsAsync("These six words do not open a story. Check how each one is spelt, and that they are in the right order", MyStoryPages.Enter);
        await author.LookEveryWayAsync();
        await mine.OpenAsync(story.Receipt.ToString(), "To be taken back");

        await author.LookAtAsync("/my-story/open/take-back");
    }

    [Fact]
    public async Task What_an_author_changes_later_and_how_the_team_reaches_them()
    {
        var story = await stage.Site.Given(A.Story());
        var author = await stage.VisitorAsync();
        await new MyStoryPages(author).OpenAsync(story.Receipt.ToString(), MyStoryPages.Yours);
        foreach (var page in new[] { "permission", "contact", "data" }) await author.LookAtAsync($"/my-story/open/{page}");
        await author.GoAsync("/my-story/open/contact");
        await author.FillAsync("Email address", "not an address");
        await author.PressAsync("Save");
        await author.IsRefusedAsync(400);
        await author.LookEveryWayAsync();
        await author.FillAsync("Email address", "teller@example.org");
        await author.PressAsync("Save");
        await author.ComesToAsync(MyStoryPages.Yours);

        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.LookAtAsync($"/moderation/stories/{story.Reference}/contact");
        await staff.PressAsync("Show it");
        await staff.IsRefusedAsync(400);
        await staff.LookEveryWayAsync();
    }

    [Fact]
    public async Task The_desk()
    {
        var story = await stage.Site.Given(A.Story().Titled("On the desk").About("Housing", "Leeds").Published());
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        foreach (var page in new[] { "", "?state=published", "/case-studies", $"/case-studies/{story.CaseStudy}", $"/stories/{story.Reference}/flags" })
            await staff.LookAtAsync("/moderation" + page);
        await staff.LookAtAsync("/account");

        await staff.FillAsync("Present password", "wrong");
        await staff.PressAsync("Change password");

        await staff.IsRefusedAsync(400);
        await staff.LookEveryWayAsync();
    }

    [Fact]
    public async Task Suggested_tags_chosen_tags_and_the_box_that_finds_one()
    {
        foreach (var taught in TaughtStories.All()) await stage.Site.Given(taught);
        await stage.Site.Get<Moderation.Suggesting.TagLearning>().LearnAsync(CancellationToken.None);
        var story = await stage.Site
            .Given(A.Story().Told(TaughtStories.AboutCalls).Tagged("Repeating my story", "Consent treated as the only gateway").InReview());
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);

        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await staff.SeesAsync("because of:");

        await staff.LookEveryWayAsync();
    }

    [Fact]
    public async Task Passing_a_story_on_and_doing_one_thing_to_many()
    {
        var hard = await stage.Site.Given(A.Story().Told("My sister died and nobody told the ward."));
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.LookAtAsync($"/moderation/stories/{hard.Reference}");
        await staff.SeesAsync("Read it when you are ready. You can pass it on and need no reason.");
        await staff.LookAtAsync($"/moderation/stories/{hard.Reference}/claim");
        await staff.LookAtAsync("/moderation?lane=someone&words=nothing");
        await staff.GoAsync("/moderation?lane=someone");
        await staff.PressAsync("Do something with all of these");
        await staff.LookEveryWayAsync();
        await staff.PressAsync("Do it");
        await staff.MendsAsync("Choose what to do with them", "Add a tag");

        await staff.LookEveryWayAsync();
    }

    [Fact]
    public async Task Two_texts_that_are_put_together()
    {
        var story = await stage.Site.Given(A.Story().InReview().Titled("Lost keys").PublicText("It began.\n\nIt ended."));
        var (first, second) = (await DeskPages.SignedInAsync(stage, Roles.Moderator), await DeskPages.SignedInAsync(stage, Roles.Moderator));
        foreach (var one in new[] { first, second }) await new DeskPages(one).OpenAsync(story.Reference, "Lost keys");
        await new DeskPages(first).WriteAsync("Lost keys", "It began early.\n\nIt ended.");
        await first.PressAsync("Save");
        await first.IsToldAsync("Saved");
        await new DeskPages(second).WriteAsync("Lost keys", "It began.\n\nIt ended late.");
        await second.PressAsync("Save");
        await second.ComesToAsync("Two versions of Lost keys", 409);
        await second.LookEveryWayAsync();

        await second.PressAsync("Put these together");

        await second.LookEveryWayAsync();
    }
}
