using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Web.Keys;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Setup;

/// <summary>How often the site may be asked to do something.</summary>
public static class RateLimitingSetup
{
    private const string NotSensible =
        "Limits must have Most, Times and Networks (at least 100) up to 1,000,000, Minutes up to 1,440, Waiting up to 10,000 and Drafts up to 10,000,000, "
        + "and none below 1";

    public static void AddRateLimiting(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).Validate(options => options.IsSensible, NotSensible).ValidateOnStart();
        services.AddSingleton(provider => new DraftLimit(provider.GetRequiredService<IOptions<LimitOptions>>().Value.Drafts));
        services.AddSingleton<RequestCounter>().AddSingleton<Limits>().AddSingleton<AttemptThrottle>().AddScoped<StorySubmission>();
        services.AddSingleton<OncePerNetwork>().AddScoped<TapSubmission>().AddScoped<FixedSubmission>();
        services.AddSingleton(provider => new TapKey(SharedKeys.Load(
            "tap key", "InfoStory.TapKey", provider.GetRequiredService<Secrets>(), provider.GetRequiredService<IDataProtectionProvider>())));
    }
}
