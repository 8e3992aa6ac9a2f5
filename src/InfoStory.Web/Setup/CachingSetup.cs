using System.IO.Compression;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace InfoStory.Web.Setup;

/// <summary>The answers that are kept, and the compression of those that are not.</summary>
public static class CachingSetup
{
    public static void AddCaching(this IServiceCollection services)
    {
        services.AddSingleton<KeptPages>().AddSingleton<HereTooWatch>().AddSingleton<ImpactWatch>();
        services.AddSingleton<Squeezing>().AddHostedService(provider => provider.GetRequiredService<Squeezing>());
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }
}
