namespace InfoStory.Web.Http;

/// <summary>
/// A cookie that is always Secure. <see cref="CookieSecurePolicy.Always"/> would also make antiforgery throw on plain HTTP,
/// where browsers do keep Secure cookies for localhost, and which is all we see behind a proxy.
/// </summary>
public sealed class FormCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
