using System.Net;
using System.Net.Http.Headers;
using InfoStory.Letters;
using Microsoft.Extensions.Logging;
using Notify.Client;

namespace InfoStory.Connectors;

/// <summary>Hands letters to GOV.UK Notify, whose template is made of the subject and the body; its reference is the letter's token.</summary>
public sealed class NotifyPostman(Func<MailOptions> options, ILogger<NotifyPostman> logger) : IPostman, IDisposable
{
    private readonly SocketsHttpHandler handler = new();

    public IPostRound Open() => new NotifyRound(options().Notify, handler, logger);

    public void Dispose() => handler.Dispose();
}

internal sealed partial class NotifyRound : IPostRound
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ILogger logger;
    private readonly string template;
    private readonly HttpClient http;
    private readonly LastStatus answers;
    private readonly NotificationClient notify;

    public NotifyRound(NotifyOptions options, SocketsHttpHandler handler, ILogger logger)
    {
        (this.logger, template, answers) = (logger, options.TemplateId, new LastStatus(handler));
        http = new(answers, disposeHandler: false) { Timeout = Patience };
        notify = new(new HttpClientWrapper(http), options.ApiKey);
        http.BaseAddress = new(options.Url);
    }

    public async Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
    {
        (answers.Status, answers.HasBegun) = (null, false);
        Dictionary<string, dynamic> words = new(StringComparer.Ordinal) { ["subject"] = letter.Title, ["body"] = letter.Body };
        try
        {
            // Its client waits on the thread that calls it.
            await Task.Run(() => notify.SendEmailAsync(letter.To, template, words, letter.Token), cancellation);
            return LetterOutcome.Done;
        }
        catch (Exception refused) when (!cancellation.IsCancellationRequested)
        {
            NotDelivered(letter.Number, refused.GetType().Name, (int?)answers.Status);
            return answers is { Status: null, HasBegun: true } ? LetterOutcome.Later : Of(answers.Status);
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static LetterOutcome Of(HttpStatusCode? status) => status switch
    {
        // It was taken, and only the answer could not be read.
        HttpStatusCode.Created or HttpStatusCode.OK => LetterOutcome.Done,
        null or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => LetterOutcome.NobodyThere,
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => LetterOutcome.Later,
        _ => LetterOutcome.Refused,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} could not be handed to GOV.UK Notify ({Reason}, {Status})")]
    private partial void NotDelivered(long letter, string reason, int? status);

    /// <summary>Keeps what was answered, which the client tells only in words, and whether Notify was there to hear the question.</summary>
    private sealed class LastStatus(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public HttpStatusCode? Status { get; set; }

        /// <summary>The letter was on its way over a connection: Notify may have it.</summary>
        public bool HasBegun { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
                request.Content = new Watched(await content.ReadAsByteArrayAsync(cancellationToken), content.Headers, () => HasBegun = true);

            var answer = await base.SendAsync(request, cancellationToken);
            Status = answer.StatusCode;
            return answer;
        }
    }

    /// <summary>It is asked for only when there is a connection.</summary>
    private sealed class Watched : HttpContent
    {
        private readonly byte[] words;
        private readonly Action begins;

        public Watched(byte[] words, HttpContentHeaders headers, Action begins)
        {
            (this.words, this.begins) = (words, begins);
            foreach (var (name, values) in headers) Headers.TryAddWithoutValidation(name, values);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            begins();
            await stream.WriteAsync(words);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = words.Length;
            return true;
        }
    }
}
