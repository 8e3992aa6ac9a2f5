using InfoStory.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoStory.Benchmarks.Running;

/// <summary>The service layer as the site composes it, on a database of its own, without the site.</summary>
internal sealed class InProcess : IAsyncDisposable
{
    private readonly WebApplication app;

    public InProcess(string database, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:InfoStory"] = $"Data Source={database}";
        builder.Configuration["Site:Url"] = "http://127.0.0.1";
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        builder.Services.AddComposition(builder.Configuration, builder.Environment);
        app = builder.Build();
    }

    public Task PrepareAsync(CancellationToken cancellation) => app.Services.PrepareDatabaseAsync(cancellation);

    public AsyncServiceScope NewScope() => app.Services.CreateAsyncScope();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
