namespace InfoStory.Web.Pages.Shared;

/// <summary>Which button left a question: Back keeps what was typed, Skip keeps nothing of it, and Remove takes away what was kept.</summary>
public static class Leaving
{
    public const string Back = "back", Skip = "next", Remove = "remove";

    /// <summary>Nothing of a form is kept that is left by this button, or whose answer it takes away.</summary>
    public static bool KeepsNothing(string? button) => button is Skip or Remove;

    /// <summary>What the button says that takes away what is kept for this question: each step of a chain has a Remove of its own.</summary>
    public static string Removes(string question) => question == MoreQuestions.HandOffs ? "Remove all steps" : "Remove this answer";
}
