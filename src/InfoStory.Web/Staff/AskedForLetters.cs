using System.Threading.Channels;
using InfoStory.Data;

namespace InfoStory.Web.Staff;

/// <summary>
/// Writes letters that somebody asks for by typing an address, one after the other, apart from the requests that ask: nobody's answer waits for what only a
/// known address has. What still waits when the program stops is lost, and its person asks again.
/// </summary>
public abstract partial class AskedForLetters(IServiceScopeFactory scopes, ILogger logger) : BackgroundService
{
    /// <summary>The least time that an answer takes: longer than a letter, which is written meanwhile or later.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(600);

    private const int Most = 1_000;

    private readonly Channel<string> asked = Channel.CreateBounded<string>(Most);

    /// <summary>Takes what somebody typed; waits only while a thousand are waiting.</summary>
    public async Task AskAsync(string? typed)
    {
        if (EmailAddress.OfAccount(typed) is { } email) await asked.Writer.WriteAsync(email);
    }

    /// <summary>Writes the letter where the address is a known one.</summary>
    protected abstract Task WriteAsync(IServiceProvider services, string email, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await WriteAsync(scope.ServiceProvider, email, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault.GetType().FullName!);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter that somebody asked for could not be written: {Fault}")]
    private partial void Failed(string fault);
}

/// <summary>Links for forgotten passwords of staff.</summary>
public sealed class PasswordLinks(IServiceScopeFactory scopes, ILogger<PasswordLinks> logger) : AskedForLetters(scopes, logger)
{
    protected override Task WriteAsync(IServiceProvider services, string email, CancellationToken cancellation) =>
        services.GetRequiredService<StaffLetters>().SendPasswordLinkAsync(email, cancellation);
}

/// <summary>Links by which responders sign in.</summary>
public sealed class SignInLinks(IServiceScopeFactory scopes, ILogger<SignInLinks> logger) : AskedForLetters(scopes, logger)
{
    protected override Task WriteAsync(IServiceProvider services, string email, CancellationToken cancellation) =>
        services.GetRequiredService<Organisations.Responders.ResponderSignIn>().WriteAsync(email, cancellation);
}
