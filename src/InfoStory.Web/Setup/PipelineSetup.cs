using InfoStory.Web.Api;
using InfoStory.Web.Cards;
using InfoStory.Web.Feeds;
using InfoStory.Web.Forms;
using InfoStory.Web.Health;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Setup;

/// <summary>The order in which a request meets the program.</summary>
public static class PipelineSetup
{
    public static void AddPipeline(this IServiceCollection services)
    {
        services.AddExceptionHandler<ErrorHandler>();
        services.AddScoped<LibraryFeed>();
        services.AddApi();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((options, site) => Trust(options, site.Value.TrustForwardedFor));
    }

    public static void UsePipeline(this WebApplication app)
    {
        // What is kept has the headers of all answers already, and nothing of a request decides over it but its address and its encoding.
        app.UseMiddleware<PublicPageCache>();
        // ASP.NET Core has put them first already where it was told to; read twice, they would let a visitor name an address.
        if (!string.Equals(app.Configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase)) app.UseForwardedHeaders();
        app.UseOwnHost();
        app.UseSecurityHeaders();
        app.UseLibraryAddress();
        app.UseRequestLogging();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = ErrorHandler.Status,
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<MachineAnswers>();
        // Nothing of an address stands in these pages, so that their length says nothing about what does (docs/decisions/0069).
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/share", StringComparison.OrdinalIgnoreCase),
            share => share.UseResponseCompression());
        app.UseMiddleware<NewEditionMiddleware>();
        app.UseRouting();
        app.Use((context, next) =>
        {
            context.Items.TryAdd(LoggingSetup.Asked, context.GetEndpoint());
            return next(context);
        });
        app.UsePrefetching();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseKeptForms();

        var reading = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync }).WithMetadata(reading);
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = HealthAnswer.WriteAsync }).WithMetadata(reading);
        app.MapStaticAssets();
        app.MapAtomFeeds();
        app.MapJsonFeed();
        app.MapLibraryFiles();
        app.MapOpenSearch();
        app.MapApi();
        app.MapImpactCsv();
        app.MapShareCards();
        app.MapPictures();
        app.MapExploreCsv();
        app.MapSitemap();
        app.MapRobots();
        app.MapExit();
        app.MapQrCodes();
        app.MapAppKey();
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>
    /// So many proxies are believed, wherever they stand, because nothing else can reach the program; without any, only the scheme from this machine.
    /// </summary>
    private static void Trust(ForwardedHeadersOptions options, int proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
        if (proxies == 0) return;

        options.ForwardedHeaders |= ForwardedHeaders.XForwardedFor;
        options.ForwardLimit = proxies;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
    }
}
