using InfoStory.Data;
using InfoStory.Jobs;
using InfoStory.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Web.Tests.Jobs;

/// <summary>Every job keeps its own time, whatever another does.</summary>
public sealed class JobHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_job_that_takes_long_holds_up_no_other()
    {
        var (stands, alarm) = (new ManualResetEventSlim(), new TaskCompletionSource());
        await using var services = new ServiceCollection()
            .AddScoped<IJob>(_ => new Job(stands.Wait)).AddScoped<IJob>(_ => new Job(() => alarm.TrySetResult())).BuildServiceProvider();
        using var host = Host(services, new(), new());

        await host.StartAsync(default);
        var raised = await Task.WhenAny(alarm.Task, Task.Delay(Patience)) == alarm.Task;
        stands.Set();
        await host.StopAsync(default);

        Assert.True(raised);
    }

    [Fact]
    public async Task A_run_that_fails_as_a_whole_is_counted_until_one_does_not()
    {
        var (runs, ledger, clock) = (0, new JobLedger(), new FakeTimeProvider());
        var (first, second, seen) = (new TaskCompletionSource(), new TaskCompletionSource(), new List<int>());
        await using var services = new ServiceCollection().AddScoped<IJob>(_ => new Job(() =>
        {
            seen.Add(ledger.Failing.Count);
            (runs == 0 ? first : second).TrySetResult();
            if (runs++ == 0) throw new FormatException();
        })).BuildServiceProvider();
        using var host = Host(services, ledger, clock);

        await host.StartAsync(default);
        await first.Task.WaitAsync(Patience);
        clock.Advance(TimeSpan.FromMinutes(1));
        await second.Task.WaitAsync(Patience);
        await host.StopAsync(default);

        Assert.Equal([0, 1], seen);
        Assert.Empty(ledger.Failing);
    }

    private static JobHost Host(IServiceProvider services, JobLedger ledger, FakeTimeProvider clock) =>
        new(services.GetRequiredService<IServiceScopeFactory>(), ledger, clock, NullLogger<JobHost>.Instance);

    private sealed class Job(Action act) : IJob
    {
        public TimeSpan Every => TimeSpan.FromMinutes(1);

        public Task RunAsync(CancellationToken cancellation)
        {
            act();
            return Task.CompletedTask;
        }
    }
}
