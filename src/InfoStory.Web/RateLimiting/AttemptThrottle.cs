using FluentValidation;
using InfoStory.Data;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.RateLimiting;

/// <summary>
/// Slows and limits whoever tries secrets, by network only: nobody can lock another out. A try is counted before it is made and taken back where
/// it was right, so that a thousand tries at once are no way round.
/// </summary>
public sealed class AttemptThrottle(RequestCounter counter, IOptions<LimitOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private readonly SlidingCount receipts = counter.New(options.Value.WrongReceipts), passwords = counter.New(options.Value.WrongPasswords);
    /// <summary>Only counts: it slows and refuses nothing by itself.</summary>
    private readonly SlidingCount recent = counter.New(new(int.MaxValue, options.Value.WrongReceiptsAtOnce.Minutes));
    private readonly long free = (long)options.Value.WrongReceiptsAtOnce.Most * options.Value.Times;
    private int waiting;

    /// <summary>Opens a story with a receipt. After some wrong ones from this network the answer waits 1, 2, 4 and then 8 seconds, right or wrong.</summary>
    /// <exception cref="TooManyException">There were too many wrong ones from this network, or too many wait already.</exception>
    /// <exception cref="ValidationException">The receipt opens nothing; it stays counted.</exception>
    public async Task<T> ReceiptAsync<T>(HttpContext context, Func<Task<T>> open)
    {
        if (RequestCounter.IsStaff(context)) return await open();

        var tries = 0L;
        MustHaveRoom(context, receipts, "WrongReceipts",
            "Too many words that open nothing have come from your network. Your story is safe. Try again in {0}", (network, now) =>
        {
            recent.Count(network, now);
            tries = recent.Of(network, now);
        });

        try
        {
            await WaitAsync(context, tries);
            var opened = await open();
            TakeBack(context, receipts, recent);
            return opened;
        }
        catch (Exception fault) when (IsOurs(context, fault))
        {
            TakeBack(context, receipts, recent);
            throw;
        }
    }

    /// <summary>Tries a password.</summary>
    /// <returns>Whether it was right.</returns>
    /// <exception cref="TooManyException">There were too many wrong ones from this network.</exception>
    public async Task<bool> PasswordAsync(HttpContext context, Func<Task<bool>> isRight)
    {
        MustHaveRoom(context, passwords, "WrongPasswords", "Too many wrong passwords have come from your network. Try again in {0}", (_, _) => { });

        try
        {
            if (!await isRight()) return false;
        }
        catch (Exception fault) when (IsOurs(context, fault))
        {
            TakeBack(context, passwords);
            throw;
        }

        TakeBack(context, passwords);
        return true;
    }

    /// <summary>A fault that whoever tries did not bring about. What fails after they have hung up stays counted, whatever it is called.</summary>
    private static bool IsOurs(HttpContext context, Exception fault) =>
        !context.RequestAborted.IsCancellationRequested && fault is not (ValidationException or OperationCanceledException);

    private void MustHaveRoom(HttpContext context, SlidingCount count, string limit, string sentence, Action<UInt128, DateTime> counted)
    {
        var wait = counter.Try((key, now) =>
        {
            var network = key.Of(context.Connection.RemoteIpAddress);
            if (count.Count(network, now) is { } later) return later;

            counted(network, now);
            return null;
        });
        if (wait is not null) throw counter.Refusal(context, limit, sentence, wait.Value);
    }

    private void TakeBack(HttpContext context, params SlidingCount[] from) => counter.Try((key, _) =>
    {
        foreach (var count in from) count.TakeBack(key.Of(context.Connection.RemoteIpAddress));
        return null;
    });

    private async Task WaitAsync(HttpContext context, long tries)
    {
        if (tries <= free) return;

        try
        {
            if (Interlocked.Increment(ref waiting) > options.Value.Waiting)
                throw counter.Refusal(
                    context, "Waiting", "We are busy with many words that open nothing. Your story is safe. Try again in {0}", TimeSpan.FromMinutes(1));
            await Task.Delay(Pause(tries - free), clock, context.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>1, 2, 4, then always 8 seconds.</summary>
    private static TimeSpan Pause(long turn) => turn > 3 ? Longest : TimeSpan.FromSeconds(1 << (int)(turn - 1));
}
