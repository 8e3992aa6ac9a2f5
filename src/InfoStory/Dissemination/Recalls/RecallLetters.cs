using System.Globalization;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Letters;

namespace InfoStory.Dissemination.Recalls;

/// <summary>
/// The letter that calls something back. It has no title and no address of a case study: an address is made of the title's words, and these may be gone when
/// the letter is read. The days say which letter or briefing of ours is meant; which part of it, the page behind the link says, or the links in that letter.
/// </summary>
public sealed class RecallLetters(LinkKey links, SiteAddress site)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Whom history names instead of the address.</summary>
    internal static string SubjectOf(Id<Delivery> link) => $"delivery {link}";

    /// <summary>One letter for all that went to one.</summary>
    /// <param name="deliveries">By the briefing in which they were given, at least one; the link is that of the oldest.</param>
    internal Letter To(Addressee addressee, ILookup<HeldBriefing?, Delivery> deliveries, RecallReason why, DateTime now)
    {
        var link = deliveries.SelectMany(one => one).MinBy(one => one.Id.Value)!.Id;
        return new()
        {
            Subject = SubjectOf(link),
            To = addressee.To,
            Lane = addressee.Lane,
            Title = "Please delete what we sent you",
            Body = Body(deliveries, why, link),
            WrittenAt = now,
            NextTryAt = now,
        };
    }

    private string Body(ILookup<HeldBriefing?, Delivery> deliveries, RecallReason why, Id<Delivery> link)
    {
        var what = deliveries.Select(one => one.Key is { } briefing ? Given(briefing, [.. one], why) : Written([.. one], why));
        var them = Count(deliveries.SelectMany(one => one)) == 1 ? "it" : "them";
        return $"""
            {string.Join("\n\n", what)}

            Please delete every copy, on paper too, and do not use {them} any more. If you passed {them} on, please tell whoever has {them}.

            To see what is meant, open the page below: it names what everyone may still read on our website. What is gone it does not name, and nor does this
            letter, so that nothing is kept of it{(deliveries.Contains(null) ? ": the links in our letter of that day then say that it is gone" : "")}.

            When it is deleted, press the button on that page, so that we can tell the author:

            {site.Url}/called-back/{links.Sign(LinkPurpose.Recall, link.Value, 0)}
            """;
    }

    private static string Written(IReadOnlyList<Delivery> deliveries, RecallReason why)
    {
        var count = Count(deliveries);
        var because = (why, count) switch
        {
            (RecallReason.TakenBack, 1) => "Its author has taken back the permission to share it with you.",
            (RecallReason.TakenBack, _) => "Their author has taken back the permission to share them with you.",
            (_, 1) => "We have taken it down.",
            _ => "We have taken them down.",
        };
        return $"On {Days(deliveries)} we wrote to you about {Studies(count)}. {because}";
    }

    private static string Given(HeldBriefing briefing, IReadOnlyList<Delivery> deliveries, RecallReason why)
    {
        var (count, isWord) = (Count(deliveries), briefing.Kind == CopyKind.Word);
        var them = count == 1 ? "it" : "them";
        var because = why == RecallReason.TakenBack
            ? $"The author has taken back the permission to share {Studies(count)} in it with you."
            : $"We have taken down {Studies(count)} in it.";
        var delete = (isWord, briefing.IsOpen) switch
        {
            (true, _) => "Please delete that document.",
            (_, true) => $"If you open the link again, it shows the briefing without {them}. Please delete what you printed or saved before.",
            _ => "Its link opens nothing any more. Please delete what you printed or saved.",
        };
        return $"On {Days(deliveries)} you were given the briefing “{briefing.Question}” {(isWord ? "as a Word document" : "by a link")}. {because} {delete}";
    }

    private static int Count(IEnumerable<Delivery> deliveries) => deliveries.Select(one => one.CaseStudyId).Distinct().Count();

    private static string Studies(int count) => count == 1 ? "a case study" : $"{count} case studies";

    private static string Days(IEnumerable<Delivery> deliveries)
    {
        var days = deliveries.Select(one => one.SentAt.InLondon().Date).Distinct().Order().Select(day => day.ToString("d MMMM yyyy", British)).ToList();
        return days.Count == 1 ? days[0] : $"{string.Join(", ", days[..^1])} and {days[^1]}";
    }
}
