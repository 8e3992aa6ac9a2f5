using System.Net;
using System.Net.Sockets;
using InfoStory.Data.Time;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
public sealed class EveningSite : JourneySite
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
