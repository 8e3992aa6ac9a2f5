using System.Threading.Channels;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Web.RateLimiting;

namespace InfoStory.Web.Subscribers;

/// <summary>
/// Does what was asked for on /subscribe one after the other, apart from the requests: nobody's answer waits for what only a known address has. What still
/// waits when the program stops is lost, and its person asks again.
/// </summary>
public sealed partial class SubscriptionRequests(
    IServiceScopeFactory scopes, IEnumerable<IPostman> postmen, Limits limits, ILogger<SubscriptionRequests> logger) : BackgroundService
{
    private const int Most = 1_000;

    private readonly Channel<StartSubscription> asked = Channel.CreateBounded<StartSubscription>(Most);

    /// <summary>Whether letters leave at all; where none do, nobody can say yes.</summary>
    public bool CanSend => postmen.Any();

    /// <summary>Takes what keeps the rules; waits only while a thousand are waiting.</summary>
    /// <exception cref="TooManyException">Too many ask, from everywhere together.</exception>
    public ValueTask AskAsync(HttpContext context, StartSubscription command)
    {
        limits.CountLetter(context);
        return asked.Writer.WriteAsync(command);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var command in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Subscriptions>().AskAsync(command, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault.GetType().FullName!);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter to somebody who subscribes could not be written: {Fault}")]
    private partial void Failed(string fault);
}
