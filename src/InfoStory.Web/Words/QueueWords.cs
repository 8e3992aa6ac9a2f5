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
        Lane.All => "All",
    };

    public static string Means(this Lane lane) => lane switch
    {
        Lane.Me => "What you go on with, and what only your roles can do",
        Lane.Someone => "What nobody holds, or nobody has touched for four hours",
        Lane.Author => "A question or a version is with the author",
        Lane.Held => "A safeguarding lead decides what comes next",
        Lane.Mine => "Everything you claimed that is not published or declined",
        Lane.All => "Every story, in whatever state",
    };

    /// <summary>What a lane says in which nothing is.</summary>
    public static string WhenEmpty(this Lane lane) => lane switch
    {
        Lane.Me => "Nothing waits for you just now.",
        Lane.Someone => "Nothing waits. Every story that came in is with somebody. Thank you.",
        Lane.Author => "No author has a question or a version from us just now.",
        Lane.Held => "Nothing is on hold.",
        Lane.Mine => "You have claimed nothing that is not decided yet.",
        Lane.All => "There are no stories yet.",
    };

    /// <summary>Why a story waits; <paramref name="days"/> says how late it is.</summary>
    public static string InWords(this WaitReason reason, int days) => reason switch
    {
        WaitReason.Danger => "Immediate danger",
        WaitReason.Late => $"Late {days.Of("day", "days")}",
        WaitReason.Answered => "Author answered",
        WaitReason.New => "New",
        WaitReason.Untouched => "Not touched for hours",
        WaitReason.InReview => "In review",
        WaitReason.Question => "Author has our question",
        WaitReason.Version => "Author reads our version",
        WaitReason.Ready => "Ready",
        WaitReason.OnHold => "On hold",
        WaitReason.Decided => "Decided",
    };

    /// <summary>The colour of the reason; its words say the same.</summary>
    public static string Tone(this WaitReason reason) => reason switch
    {
        WaitReason.Danger => "info-state desk-why desk-why--danger",
        WaitReason.Late => "info-state desk-why desk-why--late",
        WaitReason.Answered => "info-state desk-why desk-why--answered",
        WaitReason.New => "info-state desk-why info-state--waiting",
        WaitReason.OnHold => "info-state desk-why info-state--held",
        WaitReason.Untouched or WaitReason.InReview or WaitReason.Question or WaitReason.Version
            or WaitReason.Ready or WaitReason.Decided => "info-state desk-why",
    };

    /// <summary>What is done with so many stories, as a button says it.</summary>
    public static string Does(this BulkKind kind, int count) => kind switch
    {
        BulkKind.Tag => $"Tag {WordLists.Stories(count)}",
        BulkKind.Assign => $"Give {WordLists.Stories(count)} to a colleague",
        BulkKind.DeclineAsSpam => $"Decline {WordLists.Stories(count)} as spam",
    };

    /// <summary>The same, where nobody counts what is ticked.</summary>
    public static string DoesTicked(this BulkKind kind) => kind switch
    {
        BulkKind.Tag => "Tag the stories you tick",
        BulkKind.Assign => "Give the stories you tick to a colleague",
        BulkKind.DeclineAsSpam => "Decline the stories you tick as spam",
    };

    /// <summary>What was done with so many stories; <paramref name="with"/> is the tag that they got, or the colleague who got them.</summary>
    public static string Done(this BulkKind kind, int count, string? with) => kind switch
    {
        BulkKind.Tag => $"Tagged {WordLists.Stories(count)}{(with is null ? "" : $" with “{with}”")}",
        BulkKind.Assign => $"Gave {WordLists.Stories(count)} to {with ?? "a colleague"}",
        BulkKind.DeclineAsSpam => $"Declined {WordLists.Stories(count)} as spam. Their authors can read why",
    };

    public static string Title(this BulkKind kind) => kind switch
    {
        BulkKind.Tag => "Add a tag",
        BulkKind.Assign => "Give them to a colleague",
        BulkKind.DeclineAsSpam => "Decline them as spam",
    };
}
