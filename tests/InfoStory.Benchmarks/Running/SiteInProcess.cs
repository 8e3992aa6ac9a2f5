using InfoStory.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoStory.Benchmarks.Running;

/// <summary>The whole site in this process, for counts; never for times.</summary>
internal sealed class SiteInProcess(string database, string contentRoot) : IAsyncDisposable
{
    private readonly WebApplicationFactory<SiteOptions> factory = new WebApplicationFactory<SiteOptions>().WithWebHostBuilder(site => site
        .UseContentRoot(contentRoot)
        .UseEnvironment("Production")
        .UseSetting("ConnectionStrings:InfoStory", $"Data Source={database}")
        .UseSetting("Site:Url", "https://localhost")
        .UseSetting("Logging:Folder", "")
        .UseSetting("Limits:Times", "100000")
        .ConfigureServices(services => services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)));

    public HttpClient NewClient() => factory.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false });

    public ValueTask DisposeAsync() => factory.DisposeAsync();
}
