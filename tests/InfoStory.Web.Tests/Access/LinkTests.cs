using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoStory.Web.Tests.Access;

/// <summary>
/// Every page that each kind of visitor can come to by links alone: nothing that is offered is refused, and every day is written as in the UK.
/// </summary>
[Collection(nameof(PeopledSite))]
public sealed partial class LinkTests(PeopledSite site)
{
    /// <summary>So many pages of one kind, such as stories, are enough.</summary>
    private const int OfAKind = 3;

    public static TheoryData<string> Visitors => [.. AccessTable.Visitors.Where(visitor => visitor != "closed")];

    [Theory, MemberData(nameof(Visitors))]
    public async Task No_link_of_any_page_leads_where_its_reader_may_not_go_and_no_page_writes_a_day_as_a_computer_does(string visitor)
    {
        using var browser = site.Copy(site.Visitors[visitor]);
        Queue<(string From, string To)> next = new([("a bookmark", "/"), ("a bookmark", "/sign-in"), ("a bookmark", "/my-story/open")]);
        Dictionary<string, int> kinds = new(StringComparer.Ordinal);
        HashSet<string> seen = [];
        List<string> wrong = [];

        while (next.TryDequeue(out var link))
        {
            if (!seen.Add(link.To) || link.To.Split('?')[0] is "/exit" or "/sign-out" || kinds.Count(Kind(link.To)) > OfAKind) continue;

            var answer = await browser.GetAsync(link.To);
            if (answer.Headers.Location is { } location) next.Enqueue((link.From, location.OriginalString));
            if ((int)answer.StatusCode >= 400) wrong.Add($"{link.From} links to {link.To}, which answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;

            var page = await TestBrowser.DocumentAsync(answer);
            wrong.AddRange(Days(page).Select(day => $"{link.To} says {day}"));
            foreach (var to in page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/']")) next.Enqueue((link.To, to.GetAttribute("href")!.Split('#')[0]));
        }

        Assert.True(seen.Count > 8, $"Only {seen.Count} addresses were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    /// <summary>The address without what names one thing among many.</summary>
    private static string Kind(string address)
    {
        var (path, query) = address.Split('?') is [var before, var after] ? (before, after) : (address, "");
        var names = query.Split('&').Select(part => part.Split('=')[0]);
        return $"{OneOfMany().Replace(path, "/*")}?{string.Join('&', names)}";
    }

    /// <summary>What is written in a page as no person in the UK writes a day or a time.</summary>
    private static IEnumerable<string> Days(IHtmlDocument page)
    {
        var said = page.Body!.Descendants<IText>().Where(text => text.ParentElement is not IHtmlScriptElement).Select(text => text.Data)
            .Concat(page.QuerySelectorAll<IHtmlInputElement>("input:not([type=hidden])").Select(input => input.Value));
        return said.SelectMany(text => NotBritish().Matches(text).Select(match => match.Value));
    }

    [GeneratedRegex("/(IS-[^/]+|[0-9]+|(?<=/(campaigns|tags|case-studies|invitations|i|replies)/)[^/?]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneOfMany();

    [GeneratedRegex(
        @"\b[0-9]{4}-[0-9]{2}(-[0-9]{2})?\b|\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* [0-9]{1,2},? [0-9]{4}\b",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotBritish();
}

internal static class Counting
{
    /// <summary>Counts one more, and returns how many that makes.</summary>
    public static int Count(this Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
