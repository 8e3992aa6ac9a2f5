using System.Globalization;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;

namespace InfoStory.Dissemination.Recalls;

/// <summary>
/// The letter that calls something back. It has no title and no address of a case study: an address is made of the title's words, and these may be gone when
/// the letter is read. The days say which letter of ours is meant; which part of it, the page behind the link says, or the links in that letter.
/// </summary>
public sealed class RecallLetters(LinkKey links, SiteAddress site)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Whom history names instead of the address.</summary>
    internal static string SubjectOf(Id<Delivery> link) => $"delivery {link}";

    /// <summary>One letter for all that went to one.</summary>
    /// <param name="deliveries">At least one; the link is that of the first.</param>
    internal Letter To(Addressee addressee, IReadOnlyList<Delivery> deliveries, RecallReason why, DateTime now) => new()
    {
        Subject = SubjectOf(deliveries[0].Id),
        To = addressee.To,
        Lane = addressee.Lane,
        Title = "Please delete what we sent you",
        Body = Body(deliveries, why),
        WrittenAt = now,
        NextTryAt = now,
    };

    private string Body(IReadOnlyList<Delivery> deliveries, RecallReason why)
    {
        var days = deliveries.Select(one => one.SentAt.InLondon().Date).Distinct().Order().Select(day => day.ToString("d MMMM yyyy", British)).ToList();
        var on = days.Count == 1 ? days[0] : $"{string.Join(", ", days[..^1])} and {days[^1]}";
        var count = deliveries.Select(one => one.CaseStudyId).Distinct().Count();
        var (what, them) = count == 1 ? ("a case study", "it") : ($"{count} case studies", "them");
        var because = (why, count) switch
        {
            (RecallReason.TakenBack, 1) => "Its author has taken back the permission to share it with you.",
            (RecallReason.TakenBack, _) => "Their author has taken back the permission to share them with you.",
            _ => $"We have taken {them} down.",
        };
        return $"""
            On {on} we wrote to you about {what}. {because}

            Please delete every copy, on paper too, and do not use {them} any more. If you passed {them} on, please tell whoever has {them}.

            To see what is meant, open the page below: it names what everyone may still read on our website. What is gone it does not name, and nor does this
            letter, so that nothing is kept of it: the links in our letter of that day then say that it is gone.

            When it is deleted, press the button on that page, so that we can tell the author:

            {site.Url}/called-back/{links.Sign(LinkPurpose.Recall, deliveries[0].Id.Value, 0)}
            """;
    }
}
