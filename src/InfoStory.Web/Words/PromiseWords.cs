using InfoStory.Organisations.Promises;

namespace InfoStory.Web.Words;

/// <summary>How promises, and what happened to them, are named. Neutral: a day that went by is a fact and no verdict.</summary>
internal static class PromiseWords
{
    public static string Title(this PromiseState state) => state switch
    {
        PromiseState.Planned => "Planned",
        PromiseState.Due => "Due soon",
        PromiseState.Overdue => "Overdue",
        PromiseState.Made => "Made, not confirmed",
        PromiseState.Confirmed => "Kept, and confirmed",
        PromiseState.NotConfirmed => "Made, but not fixed",
        PromiseState.Dropped => "Dropped",
    };

    /// <summary>As addresses name it.</summary>
    public static string ToSlug(this PromiseState state) => state.ToString().ToLowerInvariant();

    /// <summary>The state in a sentence with its day.</summary>
    public static string Says(this PromiseState state, DateOnly due) => state switch
    {
        PromiseState.Planned or PromiseState.Due => $"To be done by {due:d MMMM yyyy}.",
        PromiseState.Overdue => $"It was to be done by {due:d MMMM yyyy}.",
        PromiseState.Made => "The service says that it is done. Nobody who told the story has confirmed all of it.",
        PromiseState.Confirmed => "People who live with it say that it is fixed.",
        PromiseState.NotConfirmed => "The service says that it is done. Somebody who told the story says that it is not fixed.",
        PromiseState.Dropped => "The service will not do it.",
    };

    /// <summary>The colour of the state; the words beside it say the same.</summary>
    public static string Tone(this PromiseState state) => state switch
    {
        PromiseState.Confirmed => "info-state info-state--published",
        PromiseState.Overdue or PromiseState.NotConfirmed => "info-state info-state--waiting",
        PromiseState.Planned or PromiseState.Due or PromiseState.Made or PromiseState.Dropped => "info-state",
    };

    /// <summary>What the team writes down of a promise.</summary>
    public static string Title(this PromiseEventKind kind) => kind switch
    {
        PromiseEventKind.Planned => "It was promised",
        PromiseEventKind.Moved => "It needs another day",
        PromiseEventKind.Made => "It is done",
        PromiseEventKind.Reported => "It was reported on",
        PromiseEventKind.ReportReturned => "The report was given back",
        PromiseEventKind.AuthorAsked => "An author was asked",
        PromiseEventKind.AuthorSaid => "An author answered",
        PromiseEventKind.OthersConfirmed => "Others confirmed it",
        PromiseEventKind.Dropped => "It is dropped",
    };

    /// <summary>What an author is asked to tap.</summary>
    public static string Title(this KeptAnswer answer) => answer switch
    {
        KeptAnswer.Yes => "Yes, it changed",
        KeptAnswer.Partly => "Partly",
        KeptAnswer.No => "No",
        KeptAnswer.TooEarly => "Too early to say",
    };

    /// <summary>One step of its history, without its day.</summary>
    public static string InWords(this PromiseStep step) => step.Kind switch
    {
        PromiseEventKind.Planned => $"Promised, by {step.Due:d MMMM yyyy}",
        PromiseEventKind.Moved => $"The day moved to {step.Due:d MMMM yyyy}",
        PromiseEventKind.Made => "The service says that it is done",
        PromiseEventKind.Reported => "The organisation sent us a report",
        PromiseEventKind.ReportReturned => "We gave the report back",
        PromiseEventKind.AuthorAsked => "We asked whoever told the story",
        PromiseEventKind.AuthorSaid => step.Answer!.Value switch
        {
            KeptAnswer.Yes => "Somebody who told the story says: it changed",
            KeptAnswer.Partly => "Somebody who told the story says: it changed in part",
            KeptAnswer.No => "Somebody who told the story says: it did not change",
            KeptAnswer.TooEarly => "Somebody who told the story says: it is too early to say",
        },
        PromiseEventKind.OthersConfirmed => "Three others say that it is fixed where they are",
        PromiseEventKind.Dropped => "The service dropped it",
    };
}
