using InfoStory.Insight.Explore;

namespace InfoStory.Web.Pages.Explore;

public sealed class ServiceModel(Explorer explorer) : SubjectModel(explorer, ExploreSubject.Services);
