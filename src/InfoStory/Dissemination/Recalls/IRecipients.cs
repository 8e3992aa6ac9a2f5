using InfoStory.Dissemination.Briefings;
using InfoStory.Letters;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Where a letter goes that calls something back, and in which lane.</summary>
/// <param name="Briefing">What they were given; null where we wrote to them about case studies.</param>
public sealed record Addressee(string To, LetterLane Lane, HeldBriefing? Briefing = null);

/// <summary>A briefing that somebody has: its question, how they were given it, and whether its link opens it.</summary>
public sealed record HeldBriefing(string Question, CopyKind Kind, bool IsOpen);

/// <summary>One for each way in which case studies are sent: it knows whom a delivery means.</summary>
public interface IRecipients
{
    /// <summary>What the recipients of its deliveries begin with, such as "subscriber ".</summary>
    string Prefix { get; }

    /// <summary>They are those of a list, too many to be in memory at once. In the order of letters they come after all others.</summary>
    bool IsOfMany => false;

    /// <summary>Those who can be written to. Who has left, or whose address is gone, is not among them.</summary>
    /// <param name="holders">As in <see cref="CaseStudies.Deliveries.Delivery.Holder"/>, such as "subscriber 7"; all begin with the prefix.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<IReadOnlyDictionary<string, Addressee>> FindAsync(IReadOnlyCollection<string> holders, CancellationToken cancellation);
}
