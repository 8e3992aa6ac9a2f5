namespace InfoStory.Web.Forms;

/// <summary>
/// A page whose forms have no antiforgery token, because it is kept for everybody or is opened by a signed link: no cookie says who presses its buttons, so
/// that another site could do nothing in anybody's name. A form counts where the browser does not say that it came from elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutTokenAttribute : Attribute
{
    /// <summary>Whether a form also counts from elsewhere: a mail program may press the button of a letter.</summary>
    public bool FromAnywhere { get; init; }

    /// <summary>Whether this form counts.</summary>
    public bool Takes(HttpRequest request) => FromAnywhere || !IsFromElsewhere(request);

    /// <summary>Browsers that say nothing of where a form came from name an origin, which is "null" since our pages send no referrer.</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length > 0) return site is not ("same-origin" or "none");

        return origin is not ("" or "null") && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
