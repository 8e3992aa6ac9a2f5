using System.Security.Claims;
using InfoStory.Data.Access;
using InfoStory.People;

namespace InfoStory.Web.Staff;

/// <summary>The pages of the desk that a member of staff can open, as its header lists them.</summary>
public static class DeskMenu
{
    private static readonly (string Address, string Words, Roles For)[] All =
    [
        ("/moderation", "Queue", Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead),
        ("/moderation/safeguarding", "Safeguarding", Roles.SafeguardingLead),
        ("/moderation/case-studies", "Case studies", Roles.Publisher),
        ("/moderation/enter", "Enter a story", Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead),
        ("/moderation/invitations", "Invitations", Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead),
        ("/moderation/campaigns", "Campaigns", Roles.Administrator),
        ("/moderation/tags", "Tags", Roles.Administrator),
        ("/moderation/replies", "Replies", Roles.Administrator),
        ("/moderation/rules", "Rules", Roles.Administrator),
        ("/moderation/staff", "Staff", Roles.Administrator),
    ];

    public static IEnumerable<(string Address, string Words)> For(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true ? All.Where(page => user.ToActor().Holds(page.For)).Select(page => (page.Address, page.Words)) : [];
}
