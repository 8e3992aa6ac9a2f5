using Microsoft.Extensions.Configuration.Json;

namespace InfoStory.Web.Setup;

/// <summary>Where a developer runs the site elsewhere than it says by itself, its links lead there.</summary>
public static class ListeningAddress
{
    private const string Setting = $"{SiteOptions.Section}:{nameof(SiteOptions.Url)}";

    /// <summary>In Development the first address at which it listens is Site:Url, unless somebody has set that.</summary>
    public static void UseListeningAddress(this ConfigurationManager configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment() || !Uri.TryCreate(configuration["urls"]?.Split(';')[0], UriKind.Absolute, out var listens)) return;

        var setBy = ((IConfigurationRoot)configuration).Providers.LastOrDefault(provider => provider.TryGet(Setting, out _));
        if (listens is { IsLoopback: true, Port: > 0 } && setBy is JsonConfigurationProvider { Source.Path: "appsettings.json" })
            configuration[Setting] = listens.GetLeftPart(UriPartial.Authority);
    }
}
