using InfoStory.Rights;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>
/// What the author of a declined story reads. Its links lead on only where <paramref name="IsOpen"/>: the team reads the same words before it declines.
/// </summary>
public sealed record DeclinedLetter(string? Reason, DateTime? DecidedAt, bool IsOpen = true)
{
    /// <summary>The moment from which retention erases the story.</summary>
    public DateTime? KeptUntil => DecidedAt?.AddMonths(Retention.AfterDeclined);
}
