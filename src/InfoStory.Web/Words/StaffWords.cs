using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using InfoStory.Data.Access;
using InfoStory.People;

namespace InfoStory.Web.Words;

internal static class StaffWords
{
    /// <summary>What a new password must be, as its hint says it.</summary>
    public const string NewPassword = "12 characters or more, at least 5 of them different. "
        + "Not a word that others guess, such as “password”, a season, a football club, this site’s name or your own";

    /// <summary>Somebody's name as this reader reads it: "you" where it is their own.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static string? AsReadBy(this string? name, ClaimsPrincipal reader, string you = "you") => name == reader.Identity?.Name ? you : name;

    /// <summary>One role alone.</summary>
    public static string Title(this Roles role) => role switch
    {
        Roles.None => "No role",
        Roles.Moderator => "Moderator",
        Roles.Publisher => "Publisher",
        Roles.SafeguardingLead => "Safeguarding lead",
        Roles.Administrator => "Administrator",
    };

    /// <summary>What one role is for.</summary>
    public static string Means(this Roles role) => role switch
    {
        Roles.None => "Sees nothing",
        Roles.Moderator => "Reads stories, edits the public text, asks authors, approves and declines",
        Roles.Publisher => "Does all that, and edits, publishes and takes down case studies",
        Roles.SafeguardingLead => "Decides about stories that are on hold because somebody may be at risk",
        Roles.Administrator => "Looks after staff and campaigns. Sees no stories",
    };

    /// <summary>Every role held, such as "Moderator and Safeguarding lead"; empty for none.</summary>
    public static string InWords(this Roles roles) => roles.Apart().Select(role => role.Title()).JoinedByAnd();
}
