using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace InfoStory.Benchmarks.Limits;

/// <summary>What InfoStory is measured against (docs/performance.md): each as fast as the platform allows, with nothing of ours in it.</summary>
internal static class Serve
{
    /// <summary>Bare Kestrel: no routing, no logging, no configuration; every request is answered with the same bytes, which are a page under brotli.</summary>
    public static WebApplication Bytes(byte[] bytes, string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentEncoding = "br";
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes, 0, bytes.Length);
        });
        return app;
    }

    /// <summary>One Razor Page without a model or a layout, in an otherwise ordinary site.</summary>
    public static WebApplication EmptyPage()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }

    /// <summary>The same page, which runs the statements of pages of ours and writes their HTML, under brotli at the level that ours has.</summary>
    public static WebApplication BarePage(BarePages pages)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages();
        builder.Services.AddSingleton(pages);
        builder.Services.AddResponseCompression(options => options.Providers.Add<BrotliCompressionProvider>());
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapRazorPages();
        return app;
    }

    /// <summary>What `dotnet new web` writes.</summary>
    public static WebApplication EmptyTemplate()
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/", () => "Hello World!");
        return app;
    }
}
