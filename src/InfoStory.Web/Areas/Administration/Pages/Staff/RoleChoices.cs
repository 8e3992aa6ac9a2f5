using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Forms;

namespace InfoStory.Web.Areas.Administration.Pages.Staff;

/// <summary>The roles, each with what it is for.</summary>
public static class RoleChoices
{
    public static readonly IReadOnlyList<Choice> All =
    [
        new("Moderator", nameof(Roles.Moderator), "Reads stories, edits the public text, asks authors, approves and declines"),
        new("Publisher", nameof(Roles.Publisher), "Does all that, and edits, publishes and takes down case studies"),
        new("Safeguarding lead", nameof(Roles.SafeguardingLead), "Decides about stories that are on hold because somebody may be at risk"),
        new("Administrator", nameof(Roles.Administrator), "Looks after staff and campaigns. Sees no stories"),
    ];

    /// <summary>The single roles that are held together.</summary>
    public static List<Roles> Apart(this Roles roles) => [.. Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role))];
}
