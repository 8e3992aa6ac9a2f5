using InfoStory.Authors;
using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>One optional question, answered after the story was sent.</summary>
[CountedAs(Counted.Answer)]
public sealed class QuestionModel(AuthorScreenReader screens, LaterAnswers later, TagCatalogue tags, PlaceCatalogue places) : AuthorPage(screens)
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

    public StoryAnswers Answers { get; private set; } = new();

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public MoreQuestion Asked => MoreQuestions.Find(Question);

    /// <summary>An answer to it is kept.</summary>
    public bool IsAnswered => SeenIn(Answers) != SeenIn(new());

    /// <summary>Where the button would have led, where what was typed could not be kept; else null.</summary>
    public string? Away => To is null || ModelState.IsValid ? null : Leads(cares: false);

    public string Address => $"/my-story/open/more/{Question}";

    /// <summary>What the next press builds on: after a conflict, what is kept now.</summary>
    public string? Next => Conflicted || HttpMethods.IsGet(Request.Method) ? SeenIn(Answers) : Seen;

    /// <summary>What is kept for this question, in words.</summary>
    public string? KeptNow => InWords(Answers);

    /// <summary>What was typed here, in words; null where nothing was.</summary>
    public string? Written => Sent is null ? null : InWords(Sent);

    protected override string? Typed => Sent is null ? null : string.Join('\n', Sent.OwnWords);

    private AnswerLater Command => Form with { Question = Question };

    private StoryAnswers? Sent => HttpMethods.IsPost(Request.Method) ? DraftAnswers.Only(Command.Answer()).Answers : null;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        _ = Asked;
        if (Form.HandOffs.Steps.Count > HandOff.Most) Form.HandOffs.Steps.RemoveRange(HandOff.Most, Form.HandOffs.Steps.Count - HandOff.Most);
        Answers = (await later.ShowAsync(Key, cancellation)).Answers;
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));
    }

    public IActionResult OnGet(int steps)
    {
        Form = AnswerLater.Of(Question, Answers);
        while (Form.HandOffs.Steps.Count < Math.Min(steps, HandOff.Most)) Form.HandOffs.Steps.Add(new());
        return Story.TellsMore ? Page() : new PageResult { StatusCode = StatusCodes.Status410Gone };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var leads = Leads(Cares);
        if (To == Leaving.Skip) return LocalRedirect(leads);
        if (To == Leaving.Remove) Form = new();
        if (To is null || SeenIn(Sent!) != Seen) await later.AnswerAsync(Key, Command, Seen, cancellation);
        return LocalRedirect(leads);
    }

    /// <summary>Keeps what is filled in and shows one more step.</summary>
    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellation) => AgainAsync(Form.HandOffs.Steps.Count + 1, 1, cancellation);

    /// <summary>Keeps what is filled in, without that step.</summary>
    public Task<IActionResult> OnPostRemoveAsync(int step, CancellationToken cancellation)
    {
        if (step >= 1 && step <= Form.HandOffs.Steps.Count) Form.HandOffs.Steps.RemoveAt(step - 1);
        // What was typed stands in the form now, at its new place.
        ModelState.Clear();
        return AgainAsync(step, 0, cancellation);
    }

    private async Task<IActionResult> AgainAsync(int step, int more, CancellationToken cancellation)
    {
        await later.AnswerAsync(Key, Command, Seen, cancellation);
        var steps = Math.Clamp(Form.HandOffs.Steps.Count + more, 1, HandOff.Most);
        return LocalRedirect($"{Address}?steps={steps}{(Cares ? "&care=true" : "")}#step-{Math.Clamp(step, 1, steps)}");
    }

    private string Leads(bool cares) =>
        Url.Page("More", new { after = To == Leaving.Back ? null : Question, care = cares ? "true" : null })!;

    private string SeenIn(StoryAnswers answers) => LaterAnswers.SeenOf(AnswerLater.Of(Question, answers));

    private string? InWords(StoryAnswers answers)
    {
        var (services, place) = (Services.Names(), Places.FirstOrDefault(place => place.Id == answers.PlaceId)?.Name);
        var all = Answer.Of(answers, services, services[answers.ServiceId].FirstOrDefault(), place);
        return Chain.Lines([.. all.Where(answer => answer.Page == Asked.Page && !answer.IsOfSteps).Select(answer => answer.Value)]);
    }
}
