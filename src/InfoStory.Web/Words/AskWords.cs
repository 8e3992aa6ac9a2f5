using InfoStory.Organisations.Asks;
using InfoStory.Web.Forms;

namespace InfoStory.Web.Words;

internal static class AskWords
{
    /// <summary>
    /// What everyone reads of an ask, in neutral words: one line of when it was put and what came of it and, where there is more to say of its clock, a second.
    /// </summary>
    public static IReadOnlyList<string> Lines(string organisation, int passed, AskStanding stands)
    {
        var (put, outcome) = ($"Put to {organisation} on {Day(stands.AskedOn)}.{Passed(passed)}", Outcome(stands));
        var owed = stands is { OwesAnswer: true, Phase: not AskPhase.Asking } ? "We have not answered its question." : null;
        var notes = string.Join(' ', stands.Notes.Select(note => Note(note, stands)).Append(owed).OfType<string>());
        if (notes.Length == 0) return [$"{put} {outcome}".TrimEnd()];

        // What ended it came after all the rest.
        return stands.IsOpen ? [$"{put} {outcome}".TrimEnd(), notes] : [put, $"{notes} {outcome}".TrimEnd()];
    }

    /// <summary>The same in one paragraph, without "Put to" and the name before it.</summary>
    public static string AfterName(string organisation, int passed, AskStanding stands) =>
        string.Join(' ', Lines(organisation, passed, stands))[$"Put to {organisation}".Length..];

    /// <summary>Where it stands, in a word or two.</summary>
    public static string Title(this AskPhase phase) => phase switch
    {
        AskPhase.Waiting => "Waiting for a reply",
        AskPhase.Holding => "Paused: holding reply",
        AskPhase.Asking => "Paused: it asked a question",
        AskPhase.Silent => "No reply",
        AskPhase.Answered => "Replied",
        AskPhase.PassedOn => "Passed on",
        AskPhase.CalledOff => "Called off",
        AskPhase.Joined => "Asked its successor",
        AskPhase.Replying => "Response to read",
    };

    public static string Tone(this AskPhase phase) => phase switch
    {
        AskPhase.Answered => "info-state",
        AskPhase.Waiting or AskPhase.Holding or AskPhase.Asking or AskPhase.Silent or AskPhase.PassedOn or AskPhase.CalledOff or AskPhase.Joined
            or AskPhase.Replying =>
            "info-state info-state--waiting",
    };

    /// <summary>What happened, for the desk.</summary>
    public static string Title(this AskEventKind kind) => kind switch
    {
        AskEventKind.Put => "Put to the organisation",
        AskEventKind.Reminded => "Reminded",
        AskEventKind.TimeOver => "Told that the time is over",
        AskEventKind.HoldingReply => "It sent a holding reply",
        AskEventKind.Question => "It asked a question",
        AskEventKind.QuestionAnswered => "We answered its question",
        AskEventKind.Extended => $"It needs {AskClock.Days} days more",
        AskEventKind.Corrected => "The clock is wrong",
        AskEventKind.Moved => "Moved to the organisation that does its work",
        AskEventKind.Answered => "It replied",
        AskEventKind.PassedOn => "It passed this on to another organisation",
        AskEventKind.CalledOff => "Called off",
        AskEventKind.Joined => "Its successor was asked already",
        AskEventKind.AskedAgain => "Asked again",
        AskEventKind.ReplySent => "Its response came to us",
        AskEventKind.ReplyReturned => "We gave its response back",
        AskEventKind.AnswerUndone => "No reply after all: we had recorded it by mistake",
    };

    /// <summary>The same where whoever was asked chooses it.</summary>
    public static string InTheirWords(this AskEventKind kind) => kind switch
    {
        AskEventKind.HoldingReply => "We need longer",
        AskEventKind.Question => "We have a question",
        AskEventKind.PassedOn => "This is not ours",
        _ => kind.Title(),
    };

    public static string Title(this WhyExtended why) => Begun(why.InWords());

    public static string Title(this WhyCorrected why) => Begun(why.InWords());

    public static string Title(this AskFilter filter) => filter switch
    {
        AskFilter.Open => "Open",
        AskFilter.Paused => "Paused",
        AskFilter.Silent => "No reply",
        AskFilter.Ended => "Ended",
        AskFilter.ToRead => "Response to read",
    };

    /// <summary>Everything that is known of one thing that happened, for the desk.</summary>
    public static string InWords(AskFact fact)
    {
        var detail = string.Join(", ", new[]
        {
            fact.Other, fact.WhyExtended?.InWords(), fact.WhyCorrected?.InWords(), fact.Until is { } day ? $"until {Day(day)}" : null,
        }.OfType<string>());
        return detail.Length == 0 ? fact.Kind.Title() : $"{fact.Kind.Title()}: {detail}";
    }

    private static string Outcome(AskStanding stands) => stands.Phase switch
    {
        AskPhase.Waiting => $"We hope for a reply by {Day(stands.Due)}.",
        AskPhase.Holding => $"On {Day(stands.Since!.Value)} it wrote that it will reply by {Day(stands.Until!.Value)}.",
        AskPhase.Asking => $"The clock is paused since {Day(stands.Since!.Value)}, because it asked us a question, "
            + $"until {Day(stands.Until!.Value)} at most.",
        // Nobody is called silent whom we did not reach, or whose answer we have not read.
        AskPhase.Silent when stands.IsUnreached => "",
        AskPhase.Replying => "",
        AskPhase.Silent => $"No reply after {stands.Days} days.",
        AskPhase.Answered => $"It replied on {Day(stands.Since!.Value)}.",
        AskPhase.PassedOn => $"It passed this on to {stands.Other} on {Day(stands.Since!.Value)}.",
        AskPhase.CalledOff => $"Called off on {Day(stands.Since!.Value)}.",
        AskPhase.Joined => $"{stands.Other} does its work now, and was asked too.",
    };

    private static string Passed(int times) => times switch
    {
        0 => "",
        1 => " This story was itself passed on once.",
        2 => " This story was itself passed on twice.",
        _ => $" This story was itself passed on {times} times.",
    };

    /// <summary>What the first line says already is not said again.</summary>
    private static string? Note(AskFact fact, AskStanding stands) => fact.Kind switch
    {
        AskEventKind.HoldingReply when stands.Phase == AskPhase.Holding && stands.Since == fact.On => null,
        AskEventKind.Question when stands.Phase == AskPhase.Asking && stands.Since == fact.On => null,
        AskEventKind.HoldingReply => $"It sent a holding reply on {Day(fact.On)}.",
        AskEventKind.Question => $"It asked us a question on {Day(fact.On)}.",
        AskEventKind.QuestionAnswered => $"We answered on {Day(fact.On)}.",
        AskEventKind.Extended when fact.WhyExtended is { } why => $"It was given {AskClock.Days} days more: {why.InWords()}.",
        AskEventKind.Corrected when fact.WhyCorrected is { } why => $"We corrected the clock on {Day(fact.On)}: {why.InWords()}.",
        AskEventKind.AnswerUndone => $"On {Day(fact.On)} we corrected a reply that we had recorded by mistake.",
        AskEventKind.Moved => $"{fact.Other} was asked first; its work has moved.",
        _ => null,
    };

    private static string Day(DateOnly day) => TypedDay.InWords(day);

    private static string Begun(string sentence) => $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
}
