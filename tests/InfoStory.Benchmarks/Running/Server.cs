using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace InfoStory.Benchmarks.Running;

/// <summary>A published program that this run started, on a free loopback port, and that this run ends.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int TicksPerSecond = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private Server(Process process, Uri url, TimeSpan started) => (this.process, Url, StartedIn) = (process, url, started);

    public Uri Url { get; }

    public int Port => Url.Port;

    public int ProcessId => process.Id;

    /// <summary>From the start of the process to its first answer 200.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Processor time so far, user and system, in microseconds. Linux counts it in hundredths of a second.</summary>
    public double Microseconds
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(')', 2)[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture)) * (1_000_000.0 / TicksPerSecond);
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
    }

    /// <summary>Starts the program and waits until <paramref name="path"/> answers 200.</summary>
    /// <param name="command">The words after dotnet, given the address to listen on.</param>
    /// <param name="settings">Environment variables beside the usual ones, given the same address.</param>
    public static async Task<Server> StartAsync(
        Func<string, string[]> command, Func<string, IReadOnlyDictionary<string, string>> settings, string path, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var url = $"http://127.0.0.1:{FreePort()}";
        // The shell sends what the program prints to a file and then becomes the program, so that the process is ours to measure and to end.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder };
        foreach (var word in (string[])["-c", "exec dotnet \"$@\" > output.log 2>&1", "sh", .. command(url)]) start.ArgumentList.Add(word);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in settings(url)) start.Environment[name] = value;

        var watch = Stopwatch.StartNew();
        var program = Process.Start(start)!;
        while (!await AnswersAsync(new(url), path, cancellation))
        {
            if (!program.HasExited && watch.Elapsed < Longest) continue;

            if (!program.HasExited) program.Kill();
            throw new InvalidOperationException($"{string.Join(' ', command(url))} never answered {path}:\n"
                + $"{await File.ReadAllTextAsync(Path.Combine(folder, "output.log"), cancellation)}");
        }

        return new(program, new(url), watch.Elapsed);
    }

    /// <summary>Waits until it does next to nothing by itself: what its jobs do with stories that are new to it is no part of what a request costs.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        var second = TimeSpan.FromSeconds(1);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Longest;)
        {
            var before = Microseconds;
            await Task.Delay(second, cancellation);
            if (Microseconds - before < second.TotalMicroseconds / 20) return;
        }

        throw new InvalidOperationException($"{Url} was still busy with itself after {Longest.TotalMinutes} minutes.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("/bin/kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(Uri url, string path, CancellationToken cancellation)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, url.Port, cancellation);
        }
        catch (SocketException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), cancellation);
            return false;
        }

        using var connection = new Connection(url.Port);
        var answer = connection.Send(Requests.Get(path));
        return answer.Status == 200 ? true : throw new InvalidOperationException($"{url}{path} answered {answer.Status}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
