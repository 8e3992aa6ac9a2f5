using InfoStory.Authors;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>The form of one optional question, what it carries and how it is left.</summary>
public abstract class AnswerPage(AuthorScreenReader screens) : AuthorPage(screens)
{
    [FromRoute]
    public required string Question { get; set; }

    [BindProperty]
    public AnswerLater Form { get; set; } = new();

    /// <summary>The answer that stood there when the page was made.</summary>
    [BindProperty(Name = nameof(Seen))]
    public string? Seen { get; set; }

    /// <summary>Which button left the question (<see cref="Leaving"/>); null for Save.</summary>
    [BindProperty(Name = nameof(To))]
    public string? To { get; set; }

    public StoryAnswers Answers { get; protected set; } = new();

    public MoreQuestion Asked => MoreQuestions.Find(Question);

    /// <summary>What the button says that takes the kept answer away; null where none is kept.</summary>
    public string? Removes => SeenIn(Answers) == SeenIn(new()) ? null : Leaving.Removes(Question);

    /// <summary>Where Back or Skip would have led, where what was typed could not be kept; else null.</summary>
    public string? Away => To is null or Leaving.Remove || ModelState.IsValid ? null : Leads(cares: false);

    public string Address => $"/my-story/open/more/{Question}";

    /// <summary>What the next press builds on: after a conflict, what is kept now.</summary>
    public string? Next => Conflicted || HttpMethods.IsGet(Request.Method) ? SeenIn(Answers) : Seen;

    protected override string? Typed => Sent is null ? null : string.Join('\n', Sent.OwnWords);

    protected AnswerLater Command => Form with { Question = Question };

    protected StoryAnswers? Sent => HttpMethods.IsPost(Request.Method) ? DraftAnswers.Only(Command.Answer()).Answers : null;

    protected string Leads(bool cares) =>
        Url.Page("More", new { after = To == Leaving.Back ? null : Question, care = cares ? "true" : null })!;

    protected string SeenIn(StoryAnswers answers) => LaterAnswers.SeenOf(AnswerLater.Of(Question, answers));
}
