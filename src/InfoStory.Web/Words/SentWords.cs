using InfoStory.Dissemination.Recalls;
using InfoStory.Stories;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Words;

/// <summary>How it is said to whom something was sent: how many of what kind, and never who.</summary>
internal static class SentWords
{
    /// <summary>Such as: Sent to 14 policy makers on 3 March 2027. Called back on 4 April 2027; 9 have said that it is deleted.</summary>
    public static string InWords(this SentTo sent) =>
        $"{(sent.Asked ? "Put" : "Sent")} to {sent.Readers()} {When(sent)}.{(sent.CalledBackAt is { } at ? $" {CalledBack(sent, at)}" : "")}";

    /// <inheritdoc cref="InWords(SentTo)"/>
    public static string InWords(this HeldSending sent) => new SentTo(
        sent.AskedToAnswer, sent.Audience, sent.Count, sent.FirstSentAt, sent.LastSentAt, sent.CalledBack, sent.CalledBackAt, sent.SaidDeleted, 0).InWords();

    /// <summary>Such as: 14 policy makers.</summary>
    public static string Readers(this SentTo sent) => (sent.Asked, sent.Audience) switch
    {
        (true, _) => sent.Count.Of("organisation", "organisations"),
        (_, Audience.PolicyMakers) => sent.Count.Of("policy maker", "policy makers"),
        (_, Audience.NamedService) => sent.Count.Of("person who runs services", "people who run services"),
        (_, Audience.Training) => sent.Count.Of("person who works in services", "people who work in services"),
        (_, Audience.Press) => sent.Count.Of("journalist", "journalists"),
        (_, Audience.Social) => sent.Count.Of("reader on social media", "readers on social media"),
        (_, Audience.Website) => sent.Count.Of("reader", "readers"),
    };

    /// <summary>Those from whom it is not called back, such as: 1 organisation and 14 policy makers; empty where nobody has it.</summary>
    public static string WhoHaveIt(this IEnumerable<SentTo> sent) => sent.Where(one => one.Count > one.CalledBack).GroupBy(one => (one.Asked, one.Audience))
        .Select(kind => (kind.First() with { Count = kind.Sum(one => one.Count - one.CalledBack) }).Readers()).JoinedByAnd();

    /// <summary>When, from the first to the last.</summary>
    public static string When(SentTo sent) => (Clocks.Day(sent.First), Clocks.Day(sent.Last)) is var (first, last) && first == last
        ? $"on {first}"
        : $"between {first} and {last}";

    private static string CalledBack(SentTo sent, DateTime at)
    {
        var whom = sent.CalledBack == sent.Count ? "" : $" from {sent.CalledBack:N0} of them";
        var have = sent.Acknowledged switch
        {
            0 => "nobody has said",
            1 => "1 has said",
            _ => $"{sent.Acknowledged:N0} have said",
        };
        var unreached = sent.Unreached == 0 ? "" : $" {sent.Unreached:N0} could not be written to any more.";
        return $"Called back{whom} on {Clocks.Day(at)}; {have} that it is deleted.{unreached}";
    }
}
