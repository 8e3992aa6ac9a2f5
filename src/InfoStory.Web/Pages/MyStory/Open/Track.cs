using InfoStory.Authors;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>One step of a story on its way. <paramref name="When"/> is null where nobody can name a day.</summary>
public sealed record Step(string What, string? When, bool Reached);

/// <summary>Where a story has been, from its history, and where it goes next. It names nobody, and what only the team needs to know is left out.</summary>
public static class Track
{
    public static IReadOnlyList<Step> Of(StoryForAuthor story, Outcome? outcome = null) =>
        [.. Been(story), .. Next(story), .. outcome is null ? [] : Next(outcome)];

    private static IEnumerable<Step> Been(StoryForAuthor story)
    {
        var (read, reading) = (false, false);
        foreach (var (act, at) in story.Steps.Where(step => step.Act.ForAuthor))
        {
            // A story that passes from one of us to another is one step.
            var claimed = act == HistoryAct.Claimed || act == HistoryAct.ClaimedAndEdited;
            if (!claimed || !reading) yield return new(claimed && read ? "We looked at it again" : act.InWords(story.SeeFirst), Day(at), true);

            (read, reading) = (read || claimed, claimed);
        }
    }

    private static IEnumerable<Step> Next(StoryForAuthor story)
    {
        var (state, turn) = (story.State, story.Turn);
        var by = story.IsLate || story.TakenDownAt is not null || story.NextBy is not { } day ? null : $"By {day:d MMMM yyyy}";
        var unread = state == StoryState.Received;
        var unfinished = state == StoryState.InReview || turn == AuthorTurn.Answer;

        if (unread) yield return new("A person reads it", by, false);
        if (turn == AuthorTurn.Answer) yield return new("You answer our question", null, false);
        if (unfinished) yield return new("We finish our version", state == StoryState.InReview ? by : null, false);
        if (turn == AuthorTurn.SignOff || (story.SeeFirst && (unread || unfinished)))
            yield return new($"You read {(story.ReadsCaseStudy ? "the case study" : "our version")}, and say yes or ask for a change", null, false);
        if (story.Website && (unread || unfinished || turn == AuthorTurn.SignOff || state == StoryState.Ready))
            yield return new("It is published as part of a case study", state == StoryState.Ready ? by : null, false);
    }

    /// <summary>What services are to do, soonest first, and when we ask what came of it.</summary>
    private static IEnumerable<Step> Next(Outcome outcome)
    {
        var replies = outcome.Asks.Where(ask => ask.Stands is { IsOpen: true, Phase: not AskPhase.Silent })
            .Select(ask => (ask.Stands.Due, What: $"{ask.Organisation} replies"));
        var made = outcome.Promises.Where(promise => promise.Outcome == PromiseOutcome.Open && promise.State != PromiseState.Overdue)
            .Select(promise => (promise.Due, What: $"{promise.Organisation} makes a change that it promised"));
        foreach (var (due, what) in replies.Concat(made).OrderBy(one => one.Due)) yield return new(what, $"By {due:d MMMM yyyy}", false);

        if (outcome.AsksOn is { } on) yield return new("We ask you whether anything changed", $"{on:d MMMM yyyy}", false);
    }

    private static string Day(DateTime utc) => utc.InLondon().ToString("d MMMM yyyy");
}
