using System.Threading.Channels;
using InfoStory.Data;

namespace InfoStory.Web.Staff;

/// <summary>
/// Writes the links for forgotten passwords, one after the other, apart from the requests that ask for them: nobody's answer waits for what only a known
/// address has. What still waits when the program stops is lost, and its person asks again.
/// </summary>
public sealed partial class PasswordLinks(IServiceScopeFactory scopes, ILogger<PasswordLinks> logger) : BackgroundService
{
    private const int Most = 1_000;

    private readonly Channel<string> asked = Channel.CreateBounded<string>(Most);

    /// <summary>Takes what somebody typed; waits only while a thousand are waiting.</summary>
    public async Task AskAsync(string? typed)
    {
        if (EmailAddress.OfAccount(typed) is { } email) await asked.Writer.WriteAsync(email);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<StaffLetters>().SendPasswordLinkAsync(email, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault.GetType().FullName!);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A link for a forgotten password could not be written: {Fault}")]
    private partial void Failed(string fault);
}
