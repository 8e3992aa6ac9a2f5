using System.Security.Claims;
using InfoStory.Data.Access;

namespace InfoStory.Web.Staff;

/// <summary>The pages of the desk that a member of staff can open, as its header lists them.</summary>
public static class DeskMenu
{
    private static readonly (string Address, string Words, AccessPolicy For)[] All =
    [
        ("/moderation", "Queue", AccessPolicy.Moderate),
        ("/moderation/safeguarding", "Safeguarding", AccessPolicy.Safeguard),
        ("/moderation/case-studies", "Case studies", AccessPolicy.Publish),
        ("/moderation/enter", "Enter a story", AccessPolicy.Moderate),
        ("/moderation/invitations", "Invitations", AccessPolicy.Moderate),
        ("/moderation/campaigns", "Campaigns", AccessPolicy.Administer),
        ("/moderation/tags", "Tags", AccessPolicy.Administer),
        ("/moderation/replies", "Replies", AccessPolicy.Administer),
        ("/moderation/rules", "Rules", AccessPolicy.Administer),
        ("/moderation/staff", "Staff", AccessPolicy.Administer),
    ];

    public static IEnumerable<(string Address, string Words)> For(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true ? All.Where(page => user.ToActor().May(page.For)).Select(page => (page.Address, page.Words)) : [];
}
