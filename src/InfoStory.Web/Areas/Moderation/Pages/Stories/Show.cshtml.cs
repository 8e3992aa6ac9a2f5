namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

public sealed class ShowModel(StoryScreenReader screens) : StoryPage(screens);
