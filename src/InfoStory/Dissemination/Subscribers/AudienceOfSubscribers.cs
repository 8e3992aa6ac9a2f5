using InfoStory.Stories;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>As whom a subscriber reads, in the words in which authors say who may hear their stories.</summary>
public static class AudienceOfSubscribers
{
    /// <summary>
    /// The audience that every author must allow, beside everyone. A provider may be the very service that a story is about, and who teaches or trains is
    /// among the practitioners, so both are asked for as what they may be.
    /// </summary>
    public static Audience ReadsAs(this SubscriberAudience subscriber) => subscriber switch
    {
        SubscriberAudience.PolicyMaker => Audience.PolicyMakers,
        SubscriberAudience.Provider => Audience.NamedService,
        SubscriberAudience.Practitioner => Audience.Training,
        SubscriberAudience.Press => Audience.Press,
        SubscriberAudience.Public => Audience.Website,
    };
}
