using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;

namespace InfoStory.Organisations.Responses;

/// <summary>What is written to whoever answered.</summary>
internal sealed class ResponseLetters(SiteAddress site)
{
    /// <summary>The answer does not appear as it is.</summary>
    public Letter Returned(Ask ask, string subject, string to, string why, DateTime now) => new()
    {
        Subject = subject,
        To = to,
        Title = "Your response needs a change before it can appear",
        Body = string.Join("\n\n", new[]
        {
            $"Thank you for what you answered to this case study:\n{ask.CaseStudy!.Title}\n{site.Url}/case-studies/{ask.CaseStudy.Slug}",
            $"We cannot publish it as it is:\n{why}",
            $"Your words are kept. Change them and send them again:\n{site.Url}/respond/asks/{ask.Id}",
            Until(ask, now) is { } day ? $"The time that we took to read does not count. You have until {AskLetters.InWords(day)}." : null,
        }.OfType<string>()),
        WrittenAt = now,
        NextTryAt = now,
        ExpiresAt = ask.CaseStudy.PublicUntil,
    };

    /// <summary>The last day that they have then; null where their time was over before they answered, or no clock runs.</summary>
    private static DateOnly? Until(Ask ask, DateTime now)
    {
        var then = ask.StandsAfter(new(AskEventKind.ReplyReturned, DateOnly.FromDateTime(now.InLondon())), now);
        return then is { IsOpen: true, Phase: not AskPhase.Silent } ? then.Due : null;
    }
}
