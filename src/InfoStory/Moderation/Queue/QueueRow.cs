using InfoStory.Data;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Moderation.Queue;

/// <summary>
/// One line of the queue. It shows no words as told, and no title of a story on hold: nobody reads what is hard to read by looking at a list.
/// </summary>
public sealed record QueueRow(
    Id<Story> Id, int Revision, string Reference, StoryState State, string? PublicTitle, StoryKind? Kind, string? Service, string? Place,
    string? ClaimedBy, DateTime ReceivedAt, DateTime OwedSince, Waits Waits, bool IsSuspicious, IReadOnlyList<ContentNote> ContentNotes)
{
    private const int SignsOfAWord = 6, RoundedTo = 10;

    /// <summary>It is on hold because somebody may be in immediate danger; false for whoever is no lead.</summary>
    public bool InDanger { get; init; }

    /// <summary>What the author is asked to do; null unless the story is with the author.</summary>
    public AuthorTurn? Turn { get; init; }

    /// <summary>The author wrote back, and the team has not gone on since.</summary>
    public bool HasAnswered { get; init; }

    /// <summary>How long the words as told are, in UTF-16 code units; 0 where they are forgotten, or where this reader may not know.</summary>
    public int Length { get; init; }

    /// <summary>Roughly how many words that is, in tens; 0 where the length is.</summary>
    public int Words => Length == 0 ? 0 : Math.Max(RoundedTo, (int)Math.Round((double)Length / SignsOfAWord / RoundedTo) * RoundedTo);

    /// <summary>Null where nobody has scored it, or where this reader may not know.</summary>
    public Criticality? Criticality { get; init; }

    /// <summary>When the rules first looked at the words as told; null until then.</summary>
    public DateTime? FlaggedAt { get; init; }

    /// <summary>
    /// The kinds of its flags that nobody has dismissed, one for each flag; null where no rule has looked yet, or where this reader may not know.
    /// </summary>
    public IReadOnlyList<FlagKind>? Flags { get; init; }

    /// <summary>Where it stands in the queue.</summary>
    public Cursor Position => DangerFirst.Place(InDanger, OwedSince, Id.Value);
}

/// <summary>A page of the queue, immediate danger first and then longest owed; <paramref name="Next"/> is null on the last one.</summary>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, Cursor? Next);
