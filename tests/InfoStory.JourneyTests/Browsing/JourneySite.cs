using System.Net;
using System.Net.Sockets;
using InfoStory.Data.Time;
using InfoStory.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>The site as a browser meets it: on a real port, and by the real clock, which a browser's cookies live by.</summary>
public class JourneySite : TestSite
{
    public JourneySite()
    {
        var port = FreePort();
        Url = new($"http://localhost:{port}");
        ClientOptions.BaseAddress = Url;
        UseKestrel(port);
    }

    public Uri Url { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "InfoStory.Web"));
        builder.UseStaticWebAssets();
        builder.UseSetting("Site:Url", Url.GetLeftPart(UriPartial.Authority));
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>
/// The site on an evening after the hours in which case studies are published, before a working Friday. It is an evening to come, so that no cookie is
/// over already. Its clock stands still until it is moved.
/// </summary>
public class EveningSite : JourneySite
{
    public EveningSite() => Clock.SetUtcNow(EveningBeforeFriday());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    private static DateTimeOffset EveningBeforeFriday()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        while (day.DayOfWeek != DayOfWeek.Friday || !WorkingDays.Includes(day)) day = day.AddDays(1);
        return new(day.AddDays(-1), new(20, 0), TimeSpan.Zero);
    }
}

/// <summary>
/// Such a site whose letters are put into a folder beside its database, as by default on a developer's machine. Whoever waits for one has them sent at once.
/// </summary>
public sealed class PostSite : EveningSite
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private string Letters => Path.Combine(Path.GetDirectoryName(File)!, "letters");

    public Task RunAsync<TJob>(CancellationToken cancellation = default) where TJob : IJob =>
        Get<IEnumerable<IJob>>().OfType<TJob>().Single().RunAsync(cancellation);

    /// <summary>The newest letter to this address with this in it, as a mail program reads it, once it has left.</summary>
    public async Task<string> LetterAsync(string email, string having)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            await RunAsync<SendUrgentLetters>(patience.Token);
            await RunAsync<SendLetters>(patience.Token);
            foreach (var file in Directory.CreateDirectory(Letters).GetFiles("*.eml").OrderByDescending(file => file.Name, StringComparer.Ordinal))
            {
                using var letter = await MimeMessage.LoadAsync(file.FullName, patience.Token);
                var isTheirs = letter.To.Mailboxes.Single().Address == email;
                if (isTheirs && letter.TextBody is { } text && text.Contains(having, StringComparison.Ordinal)) return text;
            }
        }
    }

    /// <summary>Where the link to this page leads that is in the newest such letter to this address.</summary>
    public async Task<string> LinkAsync(string email, string page)
    {
        var letter = await LetterAsync(email, $"{Url}{page}/");
        return new Uri(letter.Split((char[]?)null).Single(word => word.StartsWith($"{Url}{page}/", StringComparison.Ordinal))).AbsolutePath;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Folder", Letters);
    }
}

/// <summary>The site as in Production, where nobody works on the desk without a second factor.</summary>
public sealed class StrictJourneySite : JourneySite
{
    protected override bool SecondFactorRequired => true;
}

/// <summary>The site as on a developer's machine, with its demonstration content.</summary>
public sealed class DemonstrationSite : JourneySite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }
}
