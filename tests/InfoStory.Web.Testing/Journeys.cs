using System.Net;

namespace InfoStory.Web.Testing;

/// <summary>What the last page of the share journey shows, once.</summary>
public sealed record Shown(string Reference, string Receipt);

/// <summary>What people do on more than one page, the way they do it.</summary>
public static class Journeys
{
    /// <summary>Answers what must be answered and a little more; the story is not sent yet.</summary>
    public static async Task TellAsync(this TestBrowser author, string told, bool seeFirst = false)
    {
        await author.AnswerAsync("/share/story", new() { ["Form.Told"] = told });
        await author.AnswerAsync("/share/teller", new() { ["Form.WhoIsTelling"] = "Manager" });
        await author.AnswerAsync("/share/where", []);
        await author.AnswerAsync(
            "/share/permission", new() { ["Form.Audiences"] = "Website", ["Form.Months"] = "24", ["Form.SeeFirst"] = seeFirst ? "true" : "false" });
    }

    /// <summary>Sends the story that was told and reads what the last page shows.</summary>
    public static async Task<Shown> SendAsync(this TestBrowser author)
    {
        var answer = await author.SubmitAsync("/share/check", []);
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"Sending answered {(int)answer.StatusCode}.");

        return await ReadAsync(await author.GetAsync("/share/sent"));
    }

    /// <summary>The reference and the six words on the last page of the share journey.</summary>
    public static async Task<Shown> ReadAsync(HttpResponseMessage sent)
    {
        var page = await TestBrowser.DocumentAsync(sent);
        return new(
            page.QuerySelector(".info-receipt__reference")!.TextContent,
            string.Join(' ', page.QuerySelectorAll(".info-receipt__words li").Select(word => word.TextContent)));
    }

    private static async Task AnswerAsync(this TestBrowser author, string page, Dictionary<string, string> fields)
    {
        var answer = await author.SubmitAsync(page, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode}.");
    }
}
