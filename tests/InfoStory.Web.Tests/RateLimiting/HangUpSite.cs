using System.Data.Common;
using System.Threading.Channels;
using InfoStory.Data;
using InfoStory.People;
using InfoStory.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>
/// The site with its real limits, to which visitors hang up: at a statement of the database, or while they are made to wait, which here ends only with
/// their patience. Passwords that are tried are counted. Its background jobs are left out.
/// </summary>
public sealed class HangUpSite : TestSite
{
    public const int WrongPasswords = 20, WrongReceipts = 30;

    private readonly Hasher hasher = new();
    private readonly HangsUp hangsUp = new();
    private readonly SemaphoreSlim ended = new(0);
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>How many passwords were compared with the one of an account.</summary>
    public int Tried => hasher.Tried;

    /// <summary>Each wait as it begins.</summary>
    public ChannelReader<TimeSpan> Waits => waits.Reader;

    protected override int LimitsTimes => 1;

    public TestBrowser From(string address)
    {
        var browser = Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return browser;
    }

    /// <summary>Sends the request and hangs up at that statement, and waits until the site has done what it does.</summary>
    /// <returns>False where it ran fewer statements.</returns>
    public async Task<bool> HangUpAtAsync(int statement, Func<Task<HttpResponseMessage>> send)
    {
        while (ended.CurrentCount > 0) await ended.WaitAsync();
        hangsUp.At(statement);
        try
        {
            await send();
        }
        catch (Exception gone) when (gone is OperationCanceledException or HttpRequestException or IOException)
        {
            // That is the client, which has hung up.
        }

        await ended.WaitAsync();
        return hangsUp.Done();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:TrustForwardedFor", "1");
        builder.UseSetting("Limits:WrongPasswords:Most", $"{WrongPasswords}");
        builder.UseSetting("Limits:WrongReceipts:Most", $"{WrongReceipts}");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new PatientClock(Clock, waits.Writer)));
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<StaffMember>>(hasher));
            services.AddSingleton<IStartupFilter>(new Ends(ended));
            services.ConfigureDbContext<InfoStoryContext>((provider, options) =>
            {
                hangsUp.Requests = provider.GetRequiredService<IHttpContextAccessor>();
                options.AddInterceptors(hangsUp);
            });
            foreach (var host in services.Where(service => service.ImplementationType == typeof(JobHost)).ToList()) services.Remove(host);
        });
    }

    private sealed class HangsUp : DbCommandInterceptor
    {
        private int left;

        public IHttpContextAccessor? Requests { get; set; }

        public void At(int statement) => left = statement;

        public bool Done() => Interlocked.Exchange(ref left, 0) <= 0;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            cancellationToken.ThrowIfCancellationRequested();
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count();
            cancellationToken.ThrowIfCancellationRequested();
            return new(result);
        }

        private void Count()
        {
            if (Requests?.HttpContext is { } request && Interlocked.Decrement(ref left) == 0) request.Abort();
        }
    }

    private sealed class Hasher : IPasswordHasher<StaffMember>
    {
        private readonly PasswordHasher<StaffMember> real = new();
        private int tried;

        public int Tried => tried;

        public string HashPassword(StaffMember user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(StaffMember user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref tried);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private sealed class PatientClock(TimeProvider clock, ChannelWriter<TimeSpan> waits) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.FromMilliseconds(500) || dueTime > TimeSpan.FromSeconds(8)) return base.CreateTimer(callback, state, dueTime, period);

            waits.TryWrite(dueTime);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Says when the site has done with a request, also where nobody waits for the answer.</summary>
    private sealed class Ends(SemaphoreSlim ended) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                try
                {
                    await rest(context);
                }
                finally
                {
                    ended.Release();
                }
            });
            next(app);
        };
    }
}
