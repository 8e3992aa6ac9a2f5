using InfoStory.Authors;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>One optional question, answered after the story was sent.</summary>
[CountedAs(Counted.Answer)]
public sealed class QuestionModel(AuthorScreenReader screens, LaterAnswers later, TagCatalogue tags, PlaceCatalogue places) : AnswerPage(screens)
{
    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    /// <summary>What is kept for this question, in words.</summary>
    public string? KeptNow => InWords(Answers);

    /// <summary>What was typed here, in words; null where nothing was.</summary>
    public string? Written => Sent is null ? null : InWords(Sent);

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

    private string? InWords(StoryAnswers answers)
    {
        var (services, place) = (Services.Names(), Places.FirstOrDefault(place => place.Id == answers.PlaceId)?.Name);
        var all = Answer.Of(answers, services, services[answers.ServiceId].FirstOrDefault(), place);
        return Chain.Lines([.. all.Where(answer => answer.Page == Asked.Page && !answer.IsOfSteps).Select(answer => answer.Value)]);
    }
}
