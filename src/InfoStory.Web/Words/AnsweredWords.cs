using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;

namespace InfoStory.Web.Words;

/// <summary>What the parts of an answer are called where they are read.</summary>
internal static class AnsweredWords
{
    /// <summary>The parts that there are, each with its heading.</summary>
    public static IEnumerable<(string Heading, string Text)> Parts(this ResponseWords words) => new (string, string?)[]
    {
        ("What we understood", words.Understood), ("What we will do", words.WillDo), ("Whom to speak to", words.Whom),
    }.Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => (part.Item1, part.Item2!));

    /// <summary>Such as: One number, by 3 March 2027, Head of housing; as much of it as is written.</summary>
    public static string Promised(this ResponseWords words) => string.Join(
        ", ", new[] { words.Change, words.Due is { } due ? $"by {TypedDay.InWords(due)}" : null, words.Whose }.OfType<string>());

    public static string Title(this ResponseState state) => state switch
    {
        ResponseState.Draft => "Draft",
        ResponseState.Sent => "To read",
        ResponseState.Published => "Published",
    };
}
