using InfoStory.Insight.Explore;

namespace InfoStory.Web.Pages.Explore;

public sealed class ThemeModel(Explorer explorer) : SubjectModel(explorer, ExploreSubject.Themes);
