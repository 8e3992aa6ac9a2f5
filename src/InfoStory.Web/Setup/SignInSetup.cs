using InfoStory.Authors;
using InfoStory.Organisations.Responders;
using InfoStory.People;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Setup;

/// <summary>How staff sign in, and how an author stays with a story that was opened.</summary>
public static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services)
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
                Harden(options, AuthorCookie.Name, AuthorSession.Longest);
                // The session on the server slides; the cookie is never made anew.
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = AuthorCookie.ValidateAsync;
                options.LoginPath = "/my-story";
                options.ReturnUrlParameter = "from";
            })
            .AddCookie(ResponderCookie.Scheme, options =>
            {
                Harden(options, ResponderCookie.Name, ResponderSession.Longest);
                // The session on the server slides; the cookie is never made anew.
                options.SlidingExpiration = false;
                options.Events.OnValidatePrincipal = ResponderCookie.ValidateAsync;
                options.LoginPath = "/respond";
                options.ReturnUrlParameter = "from";
            });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<StaffTickets>((options, tickets) => options.SessionStore = tickets);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationHandler, SecondFactorHandler>();
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section)
            .PostConfigure<IHostEnvironment>((options, environment) => options.DefaultTo(required: !environment.IsDevelopment()))
            .ValidateDataAnnotations().ValidateOnStart();

        services.AddIdentityCore<StaffMember>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The name is the address, and what an address may hold is decided by EmailAddress.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 5;
                (options.Password.RequireDigit, options.Password.RequireLowercase) = (false, false);
                (options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric) = (false, false);
            })
            .AddSignInManager<StaffSignIn>()
            .AddErrorDescriber<PlainErrors>()
            .AddPasswordValidator<CommonPasswords>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders()
            .AddStores();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(1));
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteOptions>>((options, site) =>
        {
            var url = new Uri(site.Value.Url);
            (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.ServerDomain) = ("required", "required", url.Host);
            // Neither the domain nor the origin is ever taken from a request.
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == url.GetLeftPart(UriPartial.Authority));
        });
        services.AddSingleton<PasswordLinks>().AddHostedService(provider => provider.GetRequiredService<PasswordLinks>());
        services.AddSingleton<SignInLinks>().AddHostedService(provider => provider.GetRequiredService<SignInLinks>());
        services.AddScoped<StaffAccounts>().AddScoped<StaffLetters>().AddScoped<StaffPasskeys>()
            .AddScoped<StaffDesk>().AddSingleton<EntryKeys>().AddSingleton<StaffCookies>().AddSingleton<KnownBrowsers>();
    }

    private static void Harden(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.Cookie = new CookieBuilder
        {
            Name = name,
            SecurePolicy = CookieSecurePolicy.Always,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true
        };
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = true;
        // Relative, because the address would else be made from whatever Host the request names.
        options.Events.OnRedirectToLogin = async context =>
        {
            var kept = await context.HttpContext.RequestServices.GetRequiredService<FormKeeper>().KeepAsync(context.HttpContext);
            context.Response.Redirect(kept is null
                ? new Uri(context.RedirectUri).PathAndQuery
                : context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, kept));
        };
    }
}
