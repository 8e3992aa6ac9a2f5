using System.Globalization;

namespace InfoStory.Web.Staff;

/// <summary>
/// What a member of staff is shown once, such as recovery codes: in a cookie that only we can read, for them alone, until they say that they have it
/// and ten minutes at most. Looking does not use it up (docs/decisions/0045).
/// </summary>
public static class ShownOnce
{
    /// <summary>Recovery codes of whoever is signed in.</summary>
    public const string Codes = "codes";

    /// <summary>The link by which the person of this account chooses a password.</summary>
    public static string LinkOf(long person) => string.Create(CultureInfo.InvariantCulture, $"link {person}");

    public static void Write(HttpContext context, string what, string shown) => Cookie(context).Write(context.Response, $"{Me(context)}|{what}|{shown}");

    /// <summary>Null where there is nothing of the kind, or it was for somebody else.</summary>
    public static string? Read(HttpContext context, string what) =>
        Cookie(context).Read(context.Request)?.Split('|', 3) is [var id, var kind, var shown] && id == Me(context) && kind == what ? shown : null;

    public static void Delete(HttpContext context) => Cookie(context).Delete(context.Response);

    private static SealedCookie Cookie(HttpContext context) => context.RequestServices.GetRequiredService<StaffCookies>().Shown;

    private static string Me(HttpContext context) => context.User.ToActor().StaffId!.Value.ToString(CultureInfo.InvariantCulture);
}
