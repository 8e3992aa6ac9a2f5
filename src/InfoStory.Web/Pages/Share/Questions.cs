using InfoStory.Sharing;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Pages.Share;

/// <summary>What the layout of a question page needs to know.</summary>
public interface IQuestion
{
    /// <summary>From 1.</summary>
    int Number { get; }

    /// <summary>Where the answer is sent, whatever button the page came back from.</summary>
    string Address { get; }

    /// <summary>Where the back link leads.</summary>
    string Before { get; }

    /// <summary>Where "Skip this question" leads; null where it must be answered, or is answered again.</summary>
    string? Skip { get; }

    bool Conflicted { get; }

    /// <summary>What the form carries (<see cref="MadeFrom"/>).</summary>
    string? Made { get; }

    /// <summary>What is kept for this question, where the answer came from an older page; null where that is not why it was refused.</summary>
    IReadOnlyList<Answer>? Kept { get; }

    /// <summary>What was answered on the page before could mean that somebody is in danger.</summary>
    bool Cares { get; }
}

/// <summary>The questions of the share journey, in their order.</summary>
public static class Questions
{
    public const string Start = "/share", Check = "/share/check";

    public static readonly IReadOnlyList<string> Pages =
    [
        "/share/kind", "/share/story", "/share/hand-offs", "/share/missing", "/share/teller",
        "/share/where", "/share/when", "/share/hears", "/share/permission", "/share/contact",
    ];

    /// <summary>Where a story that is begun goes on; null where none is.</summary>
    public static string? GoesOn(DraftAnswers? begun) => begun is null ? null : begun.Answers.Told is null ? "/share/story" : Check;

    /// <summary>The page so many places after the question of that number.</summary>
    public static string At(int number) => number < 1 ? Start : number > Pages.Count ? Check : Pages[number - 1];
}
