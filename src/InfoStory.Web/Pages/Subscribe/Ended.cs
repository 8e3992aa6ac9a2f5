using InfoStory.Dissemination.Subscribers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>A link that opens nothing.</summary>
/// <param name="At">When the subscription ended; null where it has not, or nothing is known of it.</param>
public sealed record EndedLink(LinkStanding Standing, DateTime? At);

/// <summary>What a link answers that opens nothing.</summary>
internal static class Ended
{
    /// <summary>410 where nothing is there to open any more.</summary>
    public static PageResult Answer(LinkStanding standing) =>
        new() { StatusCode = standing is LinkStanding.Open or LinkStanding.Done ? StatusCodes.Status200OK : StatusCodes.Status410Gone };
}
