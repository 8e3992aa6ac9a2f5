using System.Text.Unicode;
using InfoStory.Moderation.Bulk;
using InfoStory.Web.Areas.Moderation.Pages;
using InfoStory.Web.Areas.Moderation.Pages.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.CaseStudies;
using InfoStory.Web.Pages.MyStory.Open;
using InfoStory.Web.Staff;
using InfoStory.Web.Subscribers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace InfoStory.Web.Setup;

/// <summary>Razor Pages, who may open which folder, and how large a form may be.</summary>
public static class PagesSetup
{
    /// <summary>Larger than the longest story in any script, small enough that nobody can fill our memory.</summary>
    internal const int LargestBody = 512 * 1024;

    private const string NotAnAnswer = "Choose one of the answers on the page";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.AddAreaFolderApplicationModelConvention("Moderation", "/", ForWhoeverModerates);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Letters", Policies.Dispatch);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Dissemination", Policies.Dispatch);
            options.Conventions.AuthorizeAreaPage("Moderation", "/Letters/Show", Policies.Administer);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Briefings", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/CaseStudies", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Organisations", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Asks", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Promises", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Impact", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Responses", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Safeguarding", Policies.Safeguard);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Subscribers", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Digests", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Administration", "/", Policies.Administer);
            options.Conventions.AuthorizeAreaFolder("Respond", "/Home", Policies.Respond);
            options.Conventions.AuthorizeFolder("/Account", Policies.SignedIn);
            options.Conventions.AuthorizeFolder("/SecondFactor", Policies.Known);
            options.Conventions.AuthorizeFolder("/MyStory/Open", Policies.Author);
            // FormFilter checks the token instead, so that a stale page loses nothing. ConfigureFilter leaves areas out.
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            foreach (var area in (string[])["Moderation", "Administration", "Respond"])
            {
                options.Conventions.AddAreaFolderApplicationModelConvention(area, "/", page => page.Filters.Add(new IgnoreAntiforgeryTokenAttribute()));
            }
        }).AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new DayBinder());
            options.ModelBinderProviders.Insert(0, new ChoiceBinderProvider());
            options.Filters.Add<ReadableForms>();
            options.Filters.Add<FormFilter>();
            options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => NotAnAnswer);
            options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => NotAnAnswer);
            options.ModelBindingMessageProvider.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotAnAnswer);
            options.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(_ => NotAnAnswer);
            options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => NotAnAnswer);
            options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => NotAnAnswer);
        });

        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie = new FormCookie { Name = "__Host-infostory-form", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<CookieTempDataProvider>().Replace(ServiceDescriptor.Singleton<ITempDataProvider, FlashCookie>());
        services.Configure<CookieTempDataProviderOptions>(options =>
            options.Cookie = new()
            {
                Name = "__Host-infostory-flash",
                SecurePolicy = CookieSecurePolicy.Always,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                IsEssential = true
            });
        // As many stories as may be ticked, and what else a form holds. No file that comes with it is ever laid on the disk.
        services.Configure<FormOptions>(options =>
            (options.ValueLengthLimit, options.KeyLengthLimit, options.ValueCountLimit, options.MemoryBufferThreshold)
                = (LargestBody, 200, ActOnMany.Most + 50, LargestBody));
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        services.AddSingleton<FormSeals>().AddScoped<FormKeeper>();
        services.AddSingleton<SubscriptionRequests>().AddHostedService(provider => provider.GetRequiredService<SubscriptionRequests>());
        services.AddScoped<StoryScreenReader>().AddScoped<QueuePartReader>().AddScoped<LibraryChoiceReader>().AddScoped<AuthorScreenReader>();
    }

    /// <summary>Whoever sees to the letters need not work on stories: these folders have a policy of their own.</summary>
    private static bool IsForDispatch(PageApplicationModel page) =>
        page.ViewEnginePath.StartsWith("/Letters/", StringComparison.Ordinal) || page.ViewEnginePath.StartsWith("/Dissemination/", StringComparison.Ordinal);

    private static void ForWhoeverModerates(PageApplicationModel page)
    {
        if (!IsForDispatch(page)) page.EndpointMetadata.Add(new AuthorizeAttribute(Policies.Moderate));
    }
}
