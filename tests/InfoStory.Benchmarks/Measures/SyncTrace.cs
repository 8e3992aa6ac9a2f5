using System.ComponentModel;
using System.Diagnostics;

namespace InfoStory.Benchmarks.Measures;

/// <summary>Counts what this process asks the disk to make durable, with strace.</summary>
internal sealed class SyncTrace : IAsyncDisposable
{
    private readonly Process strace;
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource<bool> attached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SyncTrace(Process strace)
    {
        this.strace = strace;
        strace.ErrorDataReceived += (_, line) => Note(line.Data);
        strace.BeginErrorReadLine();
    }

    /// <summary>Null where strace is missing or may not trace this process.</summary>
    public static async Task<SyncTrace?> StartAsync(CancellationToken cancellation)
    {
        try
        {
            var start = new ProcessStartInfo("strace", ["-f", "-e", "trace=fsync,fdatasync", "-p", $"{Environment.ProcessId}"])
            {
                RedirectStandardError = true,
                UseShellExecute = false
            };
            var trace = new SyncTrace(Process.Start(start)!);
            if (await trace.attached.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation)) return trace;

            await trace.DisposeAsync();
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public async Task<int> CountAsync()
    {
        await StopAsync();
        return lines.Count(line => line.Contains("fsync(", StringComparison.Ordinal) || line.Contains("fdatasync(", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        strace.Dispose();
    }

    private async Task StopAsync()
    {
        if (!strace.HasExited)
        {
            using var kill = Process.Start("/bin/kill", ["-INT", $"{strace.Id}"]);
            await kill.WaitForExitAsync();
        }

        await strace.WaitForExitAsync();
    }

    /// <summary>strace says when it is attached, or ends.</summary>
    private void Note(string? line)
    {
        if (line is null) attached.TrySetResult(false);
        else if (line.Contains("attached", StringComparison.Ordinal)) attached.TrySetResult(true);
        else lines.Add(line);
    }
}
