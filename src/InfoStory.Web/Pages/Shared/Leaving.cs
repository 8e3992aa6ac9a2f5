namespace InfoStory.Web.Pages.Shared;

/// <summary>Which button left a question: Back keeps what was typed, Skip keeps nothing of it, and Remove takes away what was kept.</summary>
public static class Leaving
{
    public const string Back = "back", Skip = "next", Remove = "remove";
}
