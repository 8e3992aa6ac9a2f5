using InfoStory.Sharing;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Pages.Share;

/// <summary>What the layout of a question page needs to know.</summary>
public interface IQuestion
{
    /// <summary>Where the author is, in words.</summary>
    string Progress { get; }

    /// <summary>Where the answer is sent, whatever button the page came back from.</summary>
    string Address { get; }

    /// <summary>Whether it may be left without an answer: false where it must be answered.</summary>
    bool Skips { get; }

    /// <summary>What the button says that takes the kept answer away; null where none is kept.</summary>
    string? Removes { get; }

    /// <summary>Where Back or Skip would have led, where what was typed could not be kept; else null.</summary>
    string? Away { get; }

    bool Conflicted { get; }

    /// <summary>What the form carries (<see cref="MadeFrom"/>).</summary>
    string? Made { get; }

    /// <summary>What is kept for this question, where the answer came from an older page; null where that is not why it was refused.</summary>
    IReadOnlyList<Answer>? Kept { get; }

    /// <summary>What was answered on the page before could mean that somebody is in danger.</summary>
    bool Cares { get; }
}

/// <summary>The questions of the share journey: two steps that must be answered, then the check page; and what may be answered beside them.</summary>
public static class Questions
{
    public const string Start = "/share", First = "/share/story", Permission = "/share/permission", Check = "/share/check", More = "/share/more";

    /// <summary>In their order; the third step is <see cref="Check"/>.</summary>
    public static readonly IReadOnlyList<string> Steps = [First, Permission];

    /// <summary>The steps, then every optional question.</summary>
    public static readonly IReadOnlyList<string> Pages = [.. Steps, .. MoreQuestions.All.Select(question => question.Page)];

    /// <summary>Where a story that is begun goes on; null where none is.</summary>
    public static string? GoesOn(DraftAnswers? begun) =>
        begun is null ? null : begun.Answers.Told is null ? First : begun.Audiences is null ? Permission : Check;

    public static bool IsStep(string page) => Steps.Contains(page);

    public static string Progress(string page) => page switch
    {
        First => "Step 1 of 3",
        Permission => "Step 2 of 3",
        Check => "Step 3 of 3",
        _ => MoreQuestions.Title,
    };

    /// <summary>The page to which Back leads.</summary>
    public static string Before(string page) => page switch { First => Start, Permission => First, _ => More };

    /// <summary>The page to which an answer leads: the next step, or the list that tells which question was shown last.</summary>
    public static string After(string page) => page switch { First => Permission, Permission => Check, _ => $"{More}?after={page.Split('/')[^1]}" };
}
