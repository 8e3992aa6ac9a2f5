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

    /// <summary>Such as: Policy makers, weekly: 3 case studies.</summary>
    public static string Name(this DigestRow digest) => $"{digest.Audience.InShort()}, {digest.Rhythm.InShort().ToLowerInvariant()}: "
        + (digest.CaseStudies == 1 ? "1 case study" : digest.CaseStudies == 0 ? "only what changed" : $"{digest.CaseStudies:N0} case studies");
}
