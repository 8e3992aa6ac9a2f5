using System.Security.Claims;
using InfoStory.Data.Access;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Staff;

/// <summary>The pages of the desk that a member of staff can open, as its header lists them.</summary>
public static class DeskMenu
{
    private static readonly (string Area, string Page, string Words, AccessPolicy For)[] All =
    [
        ("Administration", "/Index", "Overview", AccessPolicy.Administer),
        ("Moderation", "/Index", "Queue", AccessPolicy.Moderate),
        ("Moderation", "/Safeguarding/Index", "Safeguarding", AccessPolicy.Safeguard),
        ("Moderation", "/CaseStudies/Index", "Case studies", AccessPolicy.Publish),
        ("Moderation", "/Organisations/Index", "Organisations", AccessPolicy.Publish),
        ("Moderation", "/Dissemination/Index", "Dissemination", AccessPolicy.Dispatch),
        ("Moderation", "/Enter/Index", "Enter a story", AccessPolicy.Moderate),
        ("Moderation", "/Invitations/Index", "Invitations", AccessPolicy.Moderate),
        ("Administration", "/Campaigns/Index", "Campaigns", AccessPolicy.Administer),
        ("Administration", "/Tags/Index", "Tags", AccessPolicy.Administer),
        ("Administration", "/Replies/Index", "Replies", AccessPolicy.Administer),
        ("Administration", "/Rules/Index", "Rules", AccessPolicy.Administer),
        ("Administration", "/Staff/Index", "Staff", AccessPolicy.Administer),
    ];

    /// <summary>What the page of dissemination leads to, which has no entry of its own.</summary>
    private static readonly string[] OfDissemination =
        ["letters", "subscribers", "digests", "briefings", "deliveries", "asks", "responses", "promises", "impact"];

    /// <summary>The address of the entry under which a page of the desk stands.</summary>
    public static string Above(string path) =>
        path.Split('/', 4) is ["", "moderation", var room, ..] && OfDissemination.Contains(room) ? "/moderation/dissemination" : path;

    public static IEnumerable<(string Address, string Words)> For(ClaimsPrincipal user, IUrlHelper url) =>
        user.Identity?.IsAuthenticated == true
            ? All.Where(page => user.ToActor().May(page.For)).Select(page => (url.Page(page.Page, new { area = page.Area })!, page.Words))
            : [];

    /// <summary>Where somebody who has signed in begins: the first page of their menu, or their account where they have none.</summary>
    public static string HomeOf(ClaimsPrincipal user, IUrlHelper url) =>
        For(user, url).Select(page => page.Address).FirstOrDefault() ?? url.Page("/Account/Index", new { area = "" })!;
}
