using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Queue;

namespace InfoStory.Web.Words;

internal static class QueueWords
{
    public static string Title(this Lane lane) => lane switch
    {
        Lane.Me => "Needs me",
        Lane.Someone => "Needs someone",
        Lane.Author => "With authors",
        Lane.Held => "On hold",
        Lane.Mine => "Mine",
    };

    public static string Means(this Lane lane) => lane switch
    {
        Lane.Me => "What you go on with, and what only your roles can do",
        Lane.Someone => "What nobody holds, or nobody has touched for four hours",
        Lane.Author => "A question or a version is with the author",
        Lane.Held => "A safeguarding lead decides what comes next",
        Lane.Mine => "Everything you claimed that is not published or declined",
    };

    public static string Title(this BulkKind kind) => kind switch
    {
        BulkKind.Tag => "Add a tag",
        BulkKind.Assign => "Give them to a colleague",
        BulkKind.DeclineAsSpam => "Decline them as spam",
    };
}
