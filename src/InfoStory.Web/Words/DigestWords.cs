using InfoStory.Dissemination.Digests;

namespace InfoStory.Web.Words;

/// <summary>How digests and what becomes of them are named.</summary>
internal static class DigestWords
{
    public static string Title(this DigestState state) => state switch
    {
        DigestState.Waiting => "To approve",
        DigestState.Sending => "Going out",
        DigestState.Sent => "Sent",
        DigestState.Dropped => "Dropped",
    };

    /// <summary>How many get it and, where nobody does, why.</summary>
    public static string InWords(this DigestReach reach) => reach switch
    {
        { IsNobody: true, Looked: 0 } => "Nobody gets it: nobody is on this list.",
        { IsNobody: true } => "Nobody gets it: nothing in it is new for anybody on this list. They had it before, came after it was public, or follow "
            + "something else.",
        { IsAll: true, Readers: 1 } => "1 reader gets it.",
        { IsAll: true } => $"{reach.Readers:N0} readers get it.",
        _ => $"At least {reach.Readers:N0} readers get it. The list is long, and we looked at {reach.Looked:N0} of it.",
    };

    /// <summary>Such as: Policy makers, weekly: 3 case studies.</summary>
    public static string Name(this DigestRow digest) => $"{digest.Audience.InShort()}, {digest.Rhythm.InShort().ToLowerInvariant()}: "
        + (digest.CaseStudies == 1 ? "1 case study" : digest.CaseStudies == 0 ? "only what changed" : $"{digest.CaseStudies:N0} case studies");
}
