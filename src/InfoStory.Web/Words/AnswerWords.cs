using InfoStory.Stories;

namespace InfoStory.Web.Words;

/// <summary>
/// The closed lists that an author answers from; the answer is shown in the same words. Who is telling is named by <see cref="WhoIsTellingWords"/>.
/// </summary>
internal static class AnswerWords
{
    /// <summary>The role where somebody has to find their own: paid and unpaid carers are told apart. Readers see the coarse one.</summary>
    public static string TitleWhenAsked(this WhoIsTelling who) => who switch
    {
        WhoIsTelling.FrontLineWorker => "Front-line worker, such as a nurse, paid carer or teacher",
        WhoIsTelling.CarerOrFamily => "Family or unpaid carer",
        WhoIsTelling.Manager or WhoIsTelling.PersonUsingServices or WhoIsTelling.VolunteerOrAdvocate or WhoIsTelling.Observer => who.Title(),
    };

    public static string Title(this WhenItHappened when) => when switch
    {
        WhenItHappened.StillGoingOn => "It is still going on",
        WhenItHappened.LastMonth => "In the last month",
        WhenItHappened.LastSixMonths => "1 to 6 months ago",
        WhenItHappened.LastTwoYears => "6 months to 2 years ago",
        WhenItHappened.LongerAgo => "More than 2 years ago",
    };

    public static string Title(this WhoNeedsToHear who) => who switch
    {
        WhoNeedsToHear.PeopleWhoRunServices => "People who run services",
        WhoNeedsToHear.FrontLineWorkers => "Front-line workers",
        WhoNeedsToHear.Councillors => "Councillors",
        WhoNeedsToHear.Government => "Government",
        WhoNeedsToHear.Inspectors => "Inspectors",
        WhoNeedsToHear.PeopleLikeMe => "Other people who go through the same",
    };

    public static string Title(this HandOffChannel channel) => channel switch
    {
        HandOffChannel.Telephone => "Telephone",
        HandOffChannel.Email => "Email",
        HandOffChannel.OnlineForm => "Online form",
        HandOffChannel.Letter => "Letter",
        HandOffChannel.InPerson => "In person",
        HandOffChannel.Referral => "Sent on by another service",
        HandOffChannel.Other => "Another way",
    };

    public static string Title(this Waited waited) => waited switch
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

    public static string Title(this DidItExist existed) => existed switch
    {
        DidItExist.Yes => "Yes",
        DidItExist.No => "No",
        DidItExist.NotKnown => "I do not know",
    };
}
