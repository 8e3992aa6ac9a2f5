using InfoStory.Protection.Contacts;

namespace InfoStory.Web.Words;

internal static class ContactReasonWords
{
    /// <summary>The reason as a choice; the history says it in the same words.</summary>
    public static string Title(this ContactReason why) => string.Concat(why.InWords()[..1].ToUpperInvariant(), why.InWords()[1..]);
}
