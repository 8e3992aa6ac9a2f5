using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Web.Words;

/// <summary>How subscribers and what they get are named.</summary>
internal static class SubscriptionWords
{
    public static string Title(this SubscriberAudience audience) => audience switch
    {
        SubscriberAudience.PolicyMaker => "Policy maker, in government or a council",
        SubscriberAudience.Provider => "I run or commission a service",
        SubscriberAudience.Practitioner => "I work on the front line",
        SubscriberAudience.Press => "Press or broadcasting",
        SubscriberAudience.Public => "Anyone else",
    };

    /// <summary>As the desk counts them.</summary>
    public static string InShort(this SubscriberAudience audience) => audience switch
    {
        SubscriberAudience.PolicyMaker => "Policy makers",
        SubscriberAudience.Provider => "Providers",
        SubscriberAudience.Practitioner => "Practitioners",
        SubscriberAudience.Press => "Press",
        SubscriberAudience.Public => "Public",
    };

    public static string Title(this Rhythm rhythm) => rhythm switch
    {
        Rhythm.AtOnce => "As soon as there is a new one",
        Rhythm.Weekly => "Once a week at most",
        Rhythm.Monthly => "Once a month at most",
    };

    public static string InShort(this Rhythm rhythm) => rhythm switch
    {
        Rhythm.AtOnce => "At once",
        Rhythm.Weekly => "Weekly",
        Rhythm.Monthly => "Monthly",
    };

    public static string Title(this SubscriberState state) => state switch
    {
        SubscriberState.Waiting => "Waiting",
        SubscriberState.Confirmed => "Confirmed",
        SubscriberState.Left => "Left",
        SubscriberState.Suppressed => "Suppressed",
    };

    public static string Title(this LawfulBasis basis) => basis switch
    {
        LawfulBasis.ConsentElsewhere => "Consent that they gave elsewhere, to letters like these",
        LawfulBasis.CorporateAddress => "Address of an organisation (corporate subscriber), legitimate interests",
        LawfulBasis.PublicOffice => "Public address of somebody who holds a public office, legitimate interests",
    };

    /// <summary>After "It is not written to:".</summary>
    public static string Title(this SuppressionReason reason) => reason switch
    {
        SuppressionReason.Left => "its owner left",
        SuppressionReason.HardBounce => "letters cannot be delivered",
        SuppressionReason.Complaint => "its owner complained",
        SuppressionReason.Staff => "the team was asked to stop",
    };

    /// <summary>What stands above the page of a signed link.</summary>
    public static string Heading(this LinkStanding standing, string open, string done) => standing switch
    {
        LinkStanding.Open => open,
        LinkStanding.Done => done,
        LinkStanding.Left => "This subscription has ended",
        LinkStanding.LeftNow => "You have left",
        LinkStanding.Over => "This link is not good any more",
    };

    /// <summary>Such as “referral”, service Housing, place Leeds.</summary>
    public static string InWords(this InterestToRead interest) => string.Join(", ", new[]
    {
        interest.Words is { } words ? $"the words “{words}”" : null,
        interest.Interest.Kind is { } kind ? $"kind {kind.Title()}" : null,
        interest.Service is { } service ? $"service {service}" : null,
        interest.Place is { } place ? $"place {place}" : null,
        interest.Tag is { } tag ? $"tag {tag}" : null,
    }.OfType<string>());
}
