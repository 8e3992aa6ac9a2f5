using System.IO.Compression;
using System.Text.Unicode;
using InfoStory.Data;
using InfoStory.People;
using InfoStory.Web.Abuse;
using InfoStory.Web.Authors;
using InfoStory.Web.Health;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace InfoStory.Web;

/// <summary>The web half of the program: pages, sign-in, caching, headers and the order in which a request meets them.</summary>
public static class FrontOfHouse
{
    /// <summary>Larger than the longest story in any script, small enough that nobody can fill our memory.</summary>
    private const int LargestBody = 512 * 1024;

    public static void AddFrontOfHouse(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeAreaFolder("Moderation", "/", Policies.Moderate);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/CaseStudies", Policies.Publish);
            options.Conventions.AuthorizeAreaFolder("Moderation", "/Safeguarding", Policies.Safeguard);
            // An administrator need not be a moderator: this policy stands in place of the area's.
            foreach (var folder in (string[])["/Campaigns", "/Replies", "/Tags", "/Rules", "/Staff"])
            {
                options.Conventions.AddAreaFolderApplicationModelConvention("Moderation", folder, page =>
                {
                    foreach (var policy in page.EndpointMetadata.OfType<AuthorizeAttribute>().ToList()) page.EndpointMetadata.Remove(policy);
                    page.EndpointMetadata.Add(new AuthorizeAttribute(Policies.Administer));
                });
            }

            options.Conventions.AuthorizeFolder("/Account", Policies.SignedIn);
            options.Conventions.AuthorizeFolder("/SecondFactor", Policies.Known);
            options.Conventions.AuthorizeFolder("/MyStory/Open", Policies.Author);
            // FormFilter checks the token instead, so that a stale page loses nothing. ConfigureFilter leaves areas out.
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            options.Conventions.AddAreaFolderApplicationModelConvention("Moderation", "/", page => page.Filters.Add(new IgnoreAntiforgeryTokenAttribute()));
        }).AddMvcOptions(options =>
        {
            options.Filters.Add<ReadableForms>();
            options.Filters.Add<FormFilter>();
            options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => "Choose one of the answers on the page");
            options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Choose one of the answers on the page");
            options.ModelBindingMessageProvider.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Choose one of the answers on the page");
            options.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(_ => "Choose one of the answers on the page");
            options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => "Choose one of the answers on the page");
            options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Choose one of the answers on the page");
        });

        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie = new FormCookie { Name = "__Host-infostory-form", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
            options.Cookie = new() { Name = "__Host-infostory-flash", SecurePolicy = CookieSecurePolicy.Always, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });
        services.Configure<FormOptions>(options => (options.ValueLengthLimit, options.KeyLengthLimit, options.ValueCountLimit) = (LargestBody, 200, 500));
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((options, site) => Trust(options, site.Value.TrustForwardedFor));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);

        services.AddSingleton<PublicPages>();
        services.AddOutputCache(options => options.SizeLimit = 64 * 1024 * 1024);
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>()
            .Configure<PublicPages>((options, pages) => options.AddBasePolicy(pages));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).Validate(options => options.IsSensible, "Limits must have Most, Times and Networks (at least 100) up to 1,000,000, Minutes up to 1,440 and Waiting up to 10,000, and none below 1").ValidateOnStart();
        services.AddSingleton<Tally>().AddSingleton<Limits>().AddSingleton<Guesses>().AddScoped<Sending>();

        services.AddExceptionHandler<ErrorHandler>();
        services.AddStaffSignIn();
    }

    public static void UseFrontOfHouse(this WebApplication app)
    {
        // ASP.NET Core has put them first already where it was told to; read twice, they would let a visitor name an address.
        if (!string.Equals(app.Configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase)) app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseOutputCache();
        app.UseRequestLogging();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = ErrorHandler.Status,
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseWhen(context => PublicPages.Holds(context.Request), public_ => public_.UseMiddleware<EntityTag>().UseResponseCompression());
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();

        var reading = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync }).WithMetadata(reading);
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = HealthAnswer.WriteAsync }).WithMetadata(reading);
        app.MapStaticAssets();
        app.MapFeeds();
        app.MapQrCodes();
        app.MapAppKey();
        app.MapRazorPages().WithStaticAssets();
    }

    private static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddSingleton<StaffTickets>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Harden(options, "__Host-infostory-staff", StaffTickets.Life);
                options.LoginPath = "/sign-in";
                options.LogoutPath = "/sign-out";
                options.AccessDeniedPath = "/error/403";
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    var rules = context.HttpContext.RequestServices.GetRequiredService<IOptions<StaffOptions>>().Value;
                    if (rules.IsSecondFactorRequired && !SecondFactorPassed.Is(context.HttpContext.User)) context.Response.Redirect("/account/second-factor");
                    else context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddCookie(AuthorCookie.Scheme, options =>
            {
                Harden(options, "__Host-infostory-author", TimeSpan.FromMinutes(30));
                options.LoginPath = "/my-story";
                options.ReturnUrlParameter = "from";
            });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<StaffTickets>((options, tickets) => options.SessionStore = tickets);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, SecondFactorHandler>();
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section).PostConfigure<IHostEnvironment>((options, environment) => options.DefaultTo(required: !environment.IsDevelopment()))
            .ValidateDataAnnotations().ValidateOnStart();

        services.AddIdentityCore<StaffMember>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 5;
                (options.Password.RequireDigit, options.Password.RequireLowercase) = (false, false);
                (options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false);
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager<StaffSignIn>()
            .AddErrorDescriber<PlainErrors>()
            .AddPasswordValidator<CommonPasswords>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders()
            .AddEntityFrameworkStores<InfoStoryContext>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(1));
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((options, site) =>
        {
            var url = new Uri(site.Value.Url);
            (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.ServerDomain) = ("required", "required", url.Host);
            // Neither the domain nor the origin is ever taken from a request.
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == url.GetLeftPart(UriPartial.Authority));
        });
        services.AddScoped<StaffAccounts>().AddScoped<StaffLetters>().AddScoped<StaffPasskeys>().AddScoped<StaffDesk>().AddSingleton<EntryKeys>().AddSingleton<StaffCookies>();
    }

    /// <summary>So many proxies are believed, wherever they stand, because nothing else can reach the program; without any, only the scheme from this machine.</summary>
    private static void Trust(ForwardedHeadersOptions options, int proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
        if (proxies == 0) return;

        options.ForwardedHeaders |= ForwardedHeaders.XForwardedFor;
        options.ForwardLimit = proxies;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
    }

    private static void Harden(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.Cookie = new CookieBuilder { Name = name, SecurePolicy = CookieSecurePolicy.Always, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = true;
        // Relative, because the address would else be made from whatever Host the request names.
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
    }
}
