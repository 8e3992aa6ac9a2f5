using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Jobs;

namespace InfoStory.Web.Jobs;

/// <summary>Runs every job at its own pace for as long as the site is up.</summary>
public sealed partial class JobHost(IServiceScopeFactory scopes, JobLedger ledger, TimeProvider clock, ILogger<JobHost> logger) : BackgroundService
{
    private const long WholeJob = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetServices<IJob>().Select(job => job.Every).ToList();
        // Each on a thread of its own from the start: a database in a file answers at once, so that the first job would hold up all others.
        await Task.WhenAll(jobs.Select((every, number) => Task.Run(() => RepeatAsync(number, every, stoppingToken), CancellationToken.None)));
    }

    private async Task RepeatAsync(int number, TimeSpan every, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            do await RunAsync(number, stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task RunAsync(int number, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJob>().ElementAt(number);
        try
        {
            await job.RunAsync(stopping);
            ledger.Done(job.GetType().Name, WholeJob);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            ledger.Failed(job.GetType().Name, WholeJob, clock.UtcNow);
            Failed(job.GetType().Name, fault.GetType().FullName!, fault.StackTrace);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed with {Type} and will run again\n{Stack}")]
    private partial void Failed(string job, string type, string? stack);
}
