using System.IO.Compression;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace InfoStory.Web.Setup;

/// <summary>The output cache of the public pages, and their compression.</summary>
public static class CachingSetup
{
    public static void AddCaching(this IServiceCollection services)
    {
        services.AddSingleton<PublicPageCache>().AddSingleton<HereTooWatch>().AddSingleton<ImpactWatch>();
        services.AddOutputCache(options => options.SizeLimit = 64 * 1024 * 1024);
        services.AddOptions<OutputCacheOptions>()
            .Configure<PublicPageCache>((options, pages) => options.AddBasePolicy(pages));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
