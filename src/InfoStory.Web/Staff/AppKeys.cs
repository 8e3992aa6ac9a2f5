using System.Globalization;
using InfoStory.People;

namespace InfoStory.Web.Staff;

/// <summary>The key that an authenticator app is being given, and its QR code.</summary>
public static class AppKeys
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAppKey(this IEndpointRouteBuilder app) =>
        app.MapMethods("/account/second-factor/qr.svg", Reading, (HttpContext context, StaffCookies cookies) =>
            Read(context, cookies) is { } key ? Results.Text(QrCodes.Svg(Totp.Address(key, context.User.ToActor().Name)), "image/svg+xml") : Results.NotFound())
            .RequireAuthorization(Policies.Known);

    /// <summary>The key of this person in this browser, made where there is none yet.</summary>
    public static byte[] ReadOrMake(HttpContext context, StaffCookies cookies)
    {
        if (Read(context, cookies) is { } known) return known;

        var key = Totp.NewKey();
        cookies.AppKey.Write(context.Response, $"{Me(context)}|{Convert.ToHexString(key)}");
        return key;
    }

    /// <summary>Null where there is none, it is too old, or it was made for somebody else.</summary>
    public static byte[]? Read(HttpContext context, StaffCookies cookies) =>
        cookies.AppKey.Read(context.Request)?.Split('|') is [var id, var key] && id == Me(context) ? Convert.FromHexString(key) : null;

    private static string Me(HttpContext context) => context.User.ToActor().StaffId!.Value.ToString(CultureInfo.InvariantCulture);
}
