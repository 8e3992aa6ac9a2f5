using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfoStory.Web.Testing;

/// <summary>
/// The built site as a process of its own, in Production, on a free port of this machine. It can be killed and started again on the same database.
/// </summary>
public sealed class RealSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infostory-real-");
    private readonly ConcurrentQueue<string> output = new();
    private readonly string[] settings;
    private Process? process;
    private int requests;
    private string? authorities;

    private RealSite(string[] settings)
    {
        this.settings = settings;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The file of the database.</summary>
    public string File => Path.Combine(folder.FullName, "infostory.db");

    /// <summary>What the process has written to its two outputs so far.</summary>
    public IReadOnlyCollection<string> Output => output;

    private string[] Own =>
        [
            "--urls", Address.ToString(), "--Site:Url", Address.ToString().TrimEnd('/'), "--Logging:Folder",
            Path.Combine(folder.FullName, "logs"), "--Limits:Times", "100000", "--Staff:SecondFactor", "Optional"
        ];

    /// <summary>Starts the site with these settings beside its own ("--Name", "value", …) and waits until it answers.</summary>
    public static Task<RealSite> StartAsync(params string[] settings) => StartTrustingAsync(authorities: null, settings);

    /// <summary>The same, and whoever shows a certificate of these authorities (a file of PEM) is believed, and nobody else.</summary>
    public static async Task<RealSite> StartTrustingAsync(string? authorities, params string[] settings)
    {
        var site = new RealSite(settings) { authorities = authorities };
        await site.StartAgainAsync();
        return site;
    }

    /// <summary>Starts the site with settings that make it end by itself.</summary>
    public static async Task<(int Code, IReadOnlyCollection<string> Output)> RunAsync(params string[] settings)
    {
        await using var site = new RealSite(settings);
        site.Begin([.. site.Own, .. settings]);
        return (await site.EndAsync(), site.Output);
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int Code, IReadOnlyCollection<string> Output)> RunCommandAsync(params string[] words)
    {
        await using var site = new RealSite([]);
        site.Begin(words);
        return (await site.EndAsync(), site.Output);
    }

    public async Task StartAgainAsync()
    {
        Begin([.. Own, .. settings]);
        using var client = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(client, patience.Token))
        {
            if (process!.HasExited) throw new InvalidOperationException("The site ended: " + string.Join('\n', output));
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Starts the site once more on its database, with settings that make it end by itself, and returns its exit code.</summary>
    public Task<int> RunAgainAsync(params string[] settings)
    {
        Begin([.. Own, .. settings]);
        return EndAsync();
    }

    /// <summary>Waits until the process has written a line that holds these words, after the first so many lines.</summary>
    public async Task SaysAsync(string words, int after = 0)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!output.Skip(after).Any(line => line.Contains(words, StringComparison.Ordinal))) await Task.Delay(20, patience.Token);
    }

    /// <summary>What the site has written to its log files.</summary>
    public async Task<string> LogAsync()
    {
        var text = new StringBuilder();
        foreach (var file in new DirectoryInfo(Path.Combine(folder.FullName, "logs")).GetFiles())
        {
            using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    /// <summary>Waits until browsers have sent so many more requests, so that what happens then happens in the midst of work on any machine.</summary>
    public async Task UntilRequestsAsync(int more)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var goal = Volatile.Read(ref requests) + more; Volatile.Read(ref requests) < goal;) await Task.Delay(1, patience.Token);
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process!.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of the process and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process!.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>
    /// A browser that keeps Secure cookies for this machine, as real ones do. Where it asks whether to send a body, it waits for the answer on any machine.
    /// </summary>
    public TestBrowser Browser() => new(new HttpClient(new LoopbackCookies(this, new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        Expect100ContinueTimeout = Patience,
    }))
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromSeconds(30)
    });

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private void Begin(string[] words)
    {
        var web = Path.Combine(Repository.Root, "src/InfoStory.Web");
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(web, "bin", built.Parent!.Name, built.Name, "InfoStory.Web.dll");
        var start =
            new ProcessStartInfo("dotnet") { WorkingDirectory = web, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__InfoStory"] = $"Data Source={File}";
        if (authorities is not null) start.Environment["SSL_CERT_FILE"] = authorities;
        foreach (var word in (string[])[program, .. words]) start.ArgumentList.Add(word);

        process?.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private sealed class LoopbackCookies(RealSite site, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, string> kept = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref site.requests);
            if (kept.Count > 0) request.Headers.Add("Cookie", string.Join("; ", kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;

            foreach (var cookie in set.Select(line => line.Split(';')[0].Split('=', 2)))
            {
                if (cookie[1].Length == 0) kept.Remove(cookie[0]);
                else kept[cookie[0]] = cookie[1];
            }

            return answer;
        }
    }
}
