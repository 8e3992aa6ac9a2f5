using System.Collections.Concurrent;
using System.Text.Json;
using InfoStory.Connectors;
using InfoStory.Letters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoStory.Web.Tests.Mail;

/// <summary>GOV.UK Notify's own client against a real server on loopback that answers as Notify does.</summary>
public sealed class NotifyPostmanTests : IAsyncLifetime
{
    private const string Key = "a_key-00000000-0000-0000-0000-000000000001-00000000-0000-0000-0000-000000000002";

    private readonly WebApplication notify;
    private readonly ConcurrentQueue<(string Path, string? Authorization, JsonElement Said)> asked = new();

    private int answer = StatusCodes.Status201Created;

    public NotifyPostmanTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        notify = builder.Build();
        notify.MapPost("{**path}", async (HttpContext context) =>
        {
            using var said = await JsonDocument.ParseAsync(context.Request.Body);
            asked.Enqueue((context.Request.Path, context.Request.Headers.Authorization, said.RootElement.Clone()));
            if (answer == 0) context.Abort();
            return answer == StatusCodes.Status201Created
                ? Results.Json(new { id = "1", content = new { body = "B", subject = "S", from_email = "f" }, template = new { id = "t" } }, statusCode: answer)
                : Results.Json(new { status_code = answer, errors = new[] { new { error = "Error", message = "Said" } } }, statusCode: answer);
        });
    }

    [Fact]
    public async Task A_letter_is_a_subject_and_a_body_under_its_token()
    {
        Assert.Equal(LetterOutcome.Done, await SendAsync());

        var (path, authorization, said) = Assert.Single(asked);
        Assert.Equal("/v2/notifications/email", path);
        Assert.StartsWith("Bearer ", authorization, StringComparison.Ordinal);
        Assert.Equal(
            ("reader@example.org", "the-template", "the-token", "Ŵyl", "Body"),
            (said.GetProperty("email_address").GetString(), said.GetProperty("template_id").GetString(), said.GetProperty("reference").GetString(),
                said.GetProperty("personalisation").GetProperty("subject").GetString(), said.GetProperty("personalisation").GetProperty("body").GetString()));
    }

    [Theory]
    [InlineData(400, LetterOutcome.Refused)]
    [InlineData(403, LetterOutcome.NobodyThere)]
    [InlineData(404, LetterOutcome.Refused)]
    [InlineData(429, LetterOutcome.Later)]
    [InlineData(500, LetterOutcome.Later)]
    [InlineData(503, LetterOutcome.Later)]
    public async Task What_will_never_work_is_refused_and_everything_else_is_tried_again(int status, LetterOutcome delivery)
    {
        answer = status;

        Assert.Equal(delivery, await SendAsync());
    }

    [Fact]
    public async Task A_letter_that_was_heard_and_not_answered_has_lost_a_try()
    {
        answer = 0;

        Assert.Equal(LetterOutcome.Later, await SendAsync());
    }

    [Fact]
    public async Task Where_nobody_answers_no_letter_loses_a_try()
    {
        await notify.StopAsync();

        Assert.Equal(LetterOutcome.NobodyThere, await SendAsync());
    }

    public Task InitializeAsync() => notify.StartAsync();

    public async Task DisposeAsync() => await notify.DisposeAsync();

    private async Task<LetterOutcome> SendAsync()
    {
        var options = new MailOptions { Notify = new() { ApiKey = Key, TemplateId = "the-template", Url = notify.Urls.Single() } };
        using var postman = new NotifyPostman(() => options, NullLogger<NotifyPostman>.Instance);
        await using var round = postman.Open();
        return await round.DeliverAsync(new(1, "the-token", LetterLane.Personal, "reader@example.org", "Ŵyl", "Body", DateTime.UnixEpoch), default);
    }
}
