using Microsoft.Extensions.Options;

namespace InfoStory.Web.Http;

/// <summary>Whatever host a request names, and where it names none, as HTTP/1.0 need not, ours is the one of Site:Url.</summary>
public static class OwnHost
{
    public static IApplicationBuilder UseOwnHost(this WebApplication app)
    {
        var host = new HostString(new Uri(app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Url).Authority);
        return app.Use((context, next) =>
        {
            context.Request.Host = host;
            return next(context);
        });
    }
}
