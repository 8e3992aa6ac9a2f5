namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Words to replace in the public title and text, and what to say instead: a choice, or one's own words.</summary>
public sealed record ReplaceWords
{
    public string? Words { get; init; }

    public string? With { get; init; }

    public string? Own { get; init; }

    /// <summary>What stood there before words were replaced, so that it can be put back.</summary>
    public string? TitleBefore { get; init; }

    public string? TextBefore { get; init; }
}
