using System.Text.RegularExpressions;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;

namespace InfoStory.Tests.Life;

/// <summary>
/// Takes the letters of a year away and asks the model, at the moment when each is handed over, whether it may leave. What may not is kept, because the outbox
/// would take a fault for a slow server.
/// </summary>
internal sealed partial class YearPost
{
    public const string Ask = "A case study for your organisation to answer", Reminder = "A reminder: a case study waits for your answer",
        Silence = "We have had no answer to a case study", Kept = "Did it change?", News = "There is news for you",
        AlreadyOn = "You get our letters already", Recall = "Please delete what we sent you", Changed = "Did anything change?",
        Returned = "Your response needs a change before it can appear", Briefing = "A briefing for you";

    private static readonly Dictionary<string, string> OfAsks = new(StringComparer.Ordinal) { [Ask] = "ask", [Reminder] = "reminder", [Silence] = "silence" };

    private readonly YearModel model;
    private readonly Func<DateTime> now;
    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);

    public YearPost(YearModel model, Func<DateTime> now)
    {
        (this.model, this.now) = (model, now);
        Postman = new(Take);
    }

    public TestPostman Postman { get; }

    /// <summary>The mail server is there.</summary>
    public bool IsThere { get; set; } = true;

    /// <summary>What left, and when.</summary>
    public List<(OutgoingLetter Letter, DateTime At)> Left { get; } = [];

    public List<string> Wrong { get; } = [];

    /// <summary>A letter of this title that has this in it went to this address at or after the moment, and before another.</summary>
    public bool HasLeft(string to, string? title, string having, DateTime since, DateTime? before = null) => Left.Exists(one =>
        one.At >= since && !(one.At >= before) && one.Letter.To == to
        && (title is null || one.Letter.Title == title) && one.Letter.Body.Contains(having, StringComparison.Ordinal));

    /// <summary>The signed part of the address of that page in the newest letter to this address in so many days; null where none has one.</summary>
    public string? Link(string to, string page, int days = 400) => Left.Where(one => one.Letter.To == to && now() - one.At < TimeSpan.FromDays(days))
        .Select(one => Links().Matches(one.Letter.Body).FirstOrDefault(found => found.Groups["page"].Value == page)?.Groups["link"].Value)
        .LastOrDefault(link => link is not null);

    private LetterOutcome Take(OutgoingLetter letter)
    {
        if (!IsThere) return LetterOutcome.NobodyThere;

        foreach (var copy in model.Copies.Where(copy => copy.Link is { } link && letter.Body.Contains($"/{link}", StringComparison.Ordinal)))
            copy.HasLeft = true;
        Left.Add((letter, now()));
        if (!tokens.Add(letter.Token)) Fault(letter, "is the same letter once more");
        MustBeAllowed(letter);
        MustBeOwed(letter);
        MustBeRight(letter);
        foreach (var ask in model.Asks.Where(ask => letter.Title == Ask && !ask.HasEnded && ask.Organisation.Mailbox == letter.To && Names(letter, ask.Story)))
            ask.IsReached = true;
        return LetterOutcome.Done;
    }

    /// <summary>Nothing that consent forbids leaves.</summary>
    private void MustBeAllowed(OutgoingLetter letter)
    {
        var organisation = model.Organisations.Find(one => one.Mailbox == letter.To) ?? model.Organisations.Find(one => one.Person == letter.To)?.Now;
        var reader = model.Readers.Find(one => one.Email == letter.To);
        foreach (var story in model.Stories.Where(story => Names(letter, story)))
        {
            if (reader is not null)
            {
                if (!reader.MayRead(story, now())) Fault(letter, $"names “{story.Title}”, which its author does not allow to {reader.Reads}");
            }
            else if (organisation is null) Fault(letter, $"names “{story.Title}” to somebody who is not to hear of it");
            else if (organisation.MergedInto is not null) Fault(letter, $"about “{story.Title}” goes to {organisation.Name}, which is no more");
            else if (!organisation.MayHear(story, now())) Fault(letter, $"names “{story.Title}”, which its author does not allow");
        }

        if (reader is { MayBeWrittenTo: false } && letter.Title != Recall) Fault(letter, "goes to somebody who may not be written to");
    }

    private bool Names(OutgoingLetter letter, YearStory story)
    {
        if (letter.Title.Contains(story.Title, StringComparison.Ordinal) || letter.Body.Contains(story.Title, StringComparison.Ordinal)) return true;

        var words = letter.Body.Split((char[]?)null);
        return words.Contains($"https://localhost/case-studies/{story.Given.Slug}") || model.Promised(words).Any(promise => promise.Story == story);
    }

    /// <summary>It is told from its beginning, and not only that something came of it.</summary>
    public static bool IsNewIn(OutgoingLetter letter, YearStory story) => letter.Body.Contains($"In short: {story.Title}.", StringComparison.Ordinal);

    /// <summary>No letter twice.</summary>
    private void MustBeOwed(OutgoingLetter letter)
    {
        var before = Left.Take(Left.Count - 1).Where(one => one.Letter.To == letter.To && one.Letter.Title == letter.Title).ToList();
        if (OfAsks.TryGetValue(letter.Title, out var kind))
        {
            var story = model.Stories.Find(story => Names(letter, story))?.Title ?? "";
            var owed = model.Owed.GetValueOrDefault((letter.To, $"{kind} {story}"));
            if (before.Count(one => one.Letter.Body.Contains(story, StringComparison.Ordinal)) >= owed)
                Fault(letter, $"about “{story}” is one more than {owed}");
        }
        else if (letter.Title == Kept || model.Copies.Exists(copy => copy.To == letter.To && letter.Title == Recall))
        {
            var owed = model.Owed.GetValueOrDefault((letter.To, letter.Title));
            if (before.Count >= owed) Fault(letter, $"is one more than {owed}");
        }
        else if (model.Promised(letter.Body.Split((char[]?)null)).FirstOrDefault() is { } promise)
        {
            // Each for its day: where one is late, because nothing ran, it says what is so by then.
            var same = before.FindAll(one => one.Letter.Body == letter.Body);
            if (same.Count >= promise.Moments(now()).Count() || same.Exists(one => YearDays.Day(one.Letter.WrittenAt) == YearDays.Day(letter.WrittenAt)))
                Fault(letter, "is one too many for its day");
        }
        else if (model.Readers.Exists(one => one.Email == letter.To) && model.Stories.Find(story => IsNewIn(letter, story)) is { } story
            && Left.Take(Left.Count - 1).Any(one => one.Letter.To == letter.To && IsNewIn(one.Letter, story)))
        {
            Fault(letter, $"brings “{story.Title}” a second time");
        }

        // News of several things is told in the same words.
        else if (letter.Title != News && before.Exists(one =>
            one.Letter.Body == letter.Body && (letter.Title != AlreadyOn || one.Letter.WrittenAt == letter.WrittenAt)))
        {
            Fault(letter, "is one that went there before");
        }
    }

    /// <summary>What it says is so, and it was written in the hours in which it may be.</summary>
    private void MustBeRight(OutgoingLetter letter)
    {
        var (at, organisation) = (now(), model.Organisations.Find(one => one.Mailbox == letter.To));
        if (OfAsks.ContainsKey(letter.Title))
        {
            var about = model.Asks.FindAll(ask => ask.Organisation == organisation && Names(letter, ask.Story) && !ask.HasEnded)
                .ConvertAll(ask => ask.Stands(at));
            if (about.Count == 0) Fault(letter, "is about nothing that is open");
            if (letter.Title == Silence && !about.Exists(ask => ask.Phase == AskPhase.Silent)) Fault(letter, "says that the time is over, and it is not");
            if (letter.Title == Reminder && about.TrueForAll(ask =>
                ask.Phase is AskPhase.Holding or AskPhase.Asking or AskPhase.Replying || !(YearDays.Day(at) >= ask.Fourteen)))
                Fault(letter, "reminds while the clock is paused, or too early");
            if (letter.Title != Ask && !YearDays.IsOpen(letter.WrittenAt)) Fault(letter, "was written outside working hours");
        }

        if (letter.Title == Returned && !model.Asks.Exists(ask => ask.Returned is { } back && back.To == letter.To
            && letter.Body.Contains($"\n{back.Why}\n", StringComparison.Ordinal)
            && letter.Body.Contains("You have until ", StringComparison.Ordinal) == back.Until is not null
            && (back.Until is not { } until || letter.Body.Contains($"You have until {YearDays.Words(until)}.", StringComparison.Ordinal))))
            Fault(letter, "gives nothing back that waits to be changed");
        if (letter.Title == Briefing && !model.Copies.Exists(copy => copy.To == letter.To && copy.IsOpen(at)
            && letter.Body.Contains($"/{copy.Link}", StringComparison.Ordinal))) Fault(letter, "has a link that opens nothing");

        var words = letter.Body.Split((char[]?)null);
        if (words.Any(word => word.StartsWith("https://localhost/promises/", StringComparison.Ordinal)) && !model.Promised(words).Any())
            Fault(letter, "names a promise that is gone");
        foreach (var promise in model.Promised(words))
        {
            if (!promise.IsOpen || promise.Organisation != organisation) Fault(letter, "reminds of a promise that is not open there");
            if (!letter.Body.Contains($"by {YearDays.Words(promise.Due)}:", StringComparison.Ordinal)) Fault(letter, "names a day that is not promised");
            if (!YearDays.IsDaytime(letter.WrittenAt)) Fault(letter, "was written at night");
            var left = promise.Due.DayNumber - YearDays.Day(letter.WrittenAt).DayNumber;
            var title = left < 0 ? "A change that you promised is overdue" : left == 0 ? "A change that you promised is due today"
                : left <= 14 ? "A change that you promised is due in two weeks" : null;
            if (letter.Title != title) Fault(letter, $"is written {left} days before");
        }
    }

    private void Fault(OutgoingLetter letter, string what) =>
        Wrong.Add($"the letter “{letter.Title}” to {letter.To}, written at {letter.WrittenAt:O}, {what}:\n{letter.Body}");

    [GeneratedRegex("/(?<page>[a-z-]+)/(?<link>[A-Za-z0-9_-]{43})", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
