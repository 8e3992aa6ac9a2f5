using InfoStory.Moderation.Replies;

namespace InfoStory.Web.Words;

internal static class ReplyWords
{
    /// <summary>When such a reply is used.</summary>
    public static string Title(this ReplyKind kind) => kind switch
    {
        ReplyKind.Decline => "When a story is declined",
        ReplyKind.Question => "When the author is asked",
    };

    /// <summary>What it is for, as the end of "Use this reply".</summary>
    public static string InWords(this ReplyKind kind) => kind switch
    {
        ReplyKind.Decline => "to decline",
        ReplyKind.Question => "to ask",
    };
}
