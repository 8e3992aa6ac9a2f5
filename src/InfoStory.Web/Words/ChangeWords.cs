using InfoStory.Authors;

namespace InfoStory.Web.Words;

internal static class ChangeWords
{
    /// <summary>What an author says of whether anything changed, as on the button.</summary>
    public static string Title(this ChangeAnswer answer) => answer switch
    {
        ChangeAnswer.Yes => "Yes",
        ChangeAnswer.ALittle => "A little",
        ChangeAnswer.No => "No",
        ChangeAnswer.Worse => "It got worse",
    };
}
