using InfoStory.Data;

namespace InfoStory.Web.Pages.Shared;

/// <summary>One question of “Help us understand it better”: its part of the address, and what it asks.</summary>
public sealed record MoreQuestion(string Name, string Title)
{
    /// <summary>Where the question is asked before the story is sent.</summary>
    public string Page => $"/share/{Name}";
}

/// <summary>One row of the list: the question, what is answered, null where nothing is, and where it is asked.</summary>
public sealed record MoreRow(MoreQuestion Question, string? Value, string Address);

/// <summary>The optional questions as a list, with the one that comes next; null where all are answered.</summary>
public sealed record MoreQuestions(IReadOnlyList<MoreRow> Rows, MoreRow? Next)
{
    public const string Title = "Help us understand it better";

    public const string HandOffs = "hand-offs", Contact = "contact";

    /// <summary>Every optional question, the one that tells most first.</summary>
    public static readonly IReadOnlyList<MoreQuestion> All =
    [
        new(HandOffs, "Who did you try to reach?"),
        new("missing", "Was something not shared?"),
        new("kind", "What kind of story is it?"),
        new("teller", "Who is telling this story?"),
        new("where", "Where did it happen?"),
        new("when", "When did it happen?"),
        new("hears", "Who most needs to hear this?"),
        new(Contact, "May we reach you?"),
    ];

    /// <summary>The question of this name that is asked like any other; how we may reach the author is not.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static MoreQuestion Find(string name) =>
        All.FirstOrDefault(question => question.Name == name && name != Contact) ?? throw new NotFoundException("The question");

    /// <summary>The list of these answers.</summary>
    /// <param name="answers">What is answered, under the page that asks it.</param>
    /// <param name="after">The question that was shown last: the next one is the first after it that is not answered, else the first of all.</param>
    /// <param name="address">Where a question is asked.</param>
    public static MoreQuestions Of(IEnumerable<Answer> answers, string? after, Func<MoreQuestion, string> address)
    {
        var values = answers.Where(answer => answer is { Value: not null, IsOfSteps: false }).ToLookup(answer => answer.Page, answer => answer.Value);
        var rows = All.Select(question => new MoreRow(question, Chain.Lines([.. values[question.Page]]), address(question))).ToList();
        var last = rows.FindIndex(row => row.Question.Name == after);
        return new(rows, rows.Skip(last + 1).FirstOrDefault(row => row.Value is null) ?? rows.Find(row => row.Value is null && row.Question.Name != after));
    }
}
