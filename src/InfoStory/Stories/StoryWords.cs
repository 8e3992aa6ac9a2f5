namespace InfoStory.Stories;

/// <summary>The words of product.md for the closed lists of a story.</summary>
public static class StoryWords
{
    public static string InWords(this StoryState state) => state switch
    {
        StoryState.Received => "received",
        StoryState.InReview => "in review",
        StoryState.WithAuthor => "with the author",
        StoryState.Ready => "ready",
        StoryState.Published => "published",
        StoryState.OnHold => "on hold",
        StoryState.Declined => "declined",
        StoryState.Withdrawn => "withdrawn",
    };

    public static string InWords(this StoryKind kind) => kind switch
    {
        StoryKind.Worked => "Worked because information was shared",
        StoryKind.Failed => "Failed because it was not",
        StoryKind.NearlyFailed => "Nearly failed, caught by luck or one person",
        StoryKind.SharedWrongly => "Shared wrongly or too much",
        StoryKind.FixWeMade => "A fix we made",
        StoryKind.StillWaiting => "Still waiting",
    };

    /// <summary>The words of the kind where they stand alone, not in a list of kinds.</summary>
    public static string InWordsAlone(this StoryKind kind) => kind == StoryKind.Failed ? "Failed because information was not shared" : kind.InWords();

    public static string InWords(this WhenItHappened when) => when switch
    {
        WhenItHappened.StillGoingOn => "It is still going on",
        WhenItHappened.LastMonth => "In the last month",
        WhenItHappened.LastSixMonths => "1 to 6 months ago",
        WhenItHappened.LastTwoYears => "6 months to 2 years ago",
        WhenItHappened.LongerAgo => "More than 2 years ago",
    };

    public static string InWords(this WhoNeedsToHear who) => who switch
    {
        WhoNeedsToHear.PeopleWhoRunServices => "People who run services",
        WhoNeedsToHear.FrontLineWorkers => "Front-line workers",
        WhoNeedsToHear.Councillors => "Councillors",
        WhoNeedsToHear.Government => "Government",
        WhoNeedsToHear.Inspectors => "Inspectors",
        WhoNeedsToHear.PeopleLikeMe => "Other people who go through the same",
    };

    public static string InWords(this HandOffChannel channel) => channel switch
    {
        HandOffChannel.OnlineForm => "Online form",
        HandOffChannel.InPerson => "In person",
        HandOffChannel.Referral => "Sent on by another service",
        HandOffChannel.Other => "Another way",
        _ => channel.ToString(),
    };

    public static string InWords(this Waited waited) => waited switch
    {
        Waited.NotAtAll => "No wait",
        Waited.TenMinutes => "About 10 minutes",
        Waited.HalfAnHour => "About half an hour",
        Waited.Hour => "About an hour",
        Waited.HalfADay => "Half a day",
        Waited.Day => "A day",
        Waited.TwoOrThreeDays => "2 or 3 days",
        Waited.Week => "About a week",
        Waited.TwoWeeks => "About 2 weeks",
        Waited.Month => "About a month",
        Waited.ThreeMonths => "About 3 months",
        Waited.HalfAYear => "About half a year",
        Waited.YearOrMore => "A year or more",
        Waited.NobodyCameBack => "Nobody ever came back to me",
    };

    public static string InWords(this DidItExist existed) => existed == DidItExist.NotKnown ? "I do not know" : existed.ToString();

    public static string InWords(this WhoIsTelling who) => who switch
    {
        WhoIsTelling.FrontLineWorker => "Front-line worker",
        WhoIsTelling.Manager => "Manager",
        WhoIsTelling.PersonUsingServices => "Person using services",
        WhoIsTelling.CarerOrFamily => "Carer or family",
        WhoIsTelling.VolunteerOrAdvocate => "Volunteer or advocate",
        WhoIsTelling.Observer => "Observer",
    };
}
