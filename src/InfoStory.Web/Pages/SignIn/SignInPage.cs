using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SignIn;

/// <summary>A step of signing in, which leads on to the page that somebody wanted.</summary>
public abstract class SignInPage(IAuthorizationService policies) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The query that carries the wanted page to the next step; empty where there is none.</summary>
    public string Return => Url.IsLocalUrl(ReturnUrl) ? $"?ReturnUrl={Uri.EscapeDataString(ReturnUrl!)}" : "";

    protected bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    protected async Task<string> NextAsync()
    {
        if (!(await policies.AuthorizeAsync(User, Policies.SignedIn)).Succeeded) return "/account/second-factor";
        if (Url.IsLocalUrl(ReturnUrl)) return Sendable.Address(ReturnUrl!);

        return DeskMenu.HomeOf(User, Url);
    }
}
