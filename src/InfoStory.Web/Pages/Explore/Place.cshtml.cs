using InfoStory.Insight.Explore;

namespace InfoStory.Web.Pages.Explore;

public sealed class PlaceModel(Explorer explorer) : SubjectModel(explorer, ExploreSubject.Places);
